import type { FastifyReply } from 'fastify';
import { Refusal } from '@registre/platform';
import type { Person } from './roles.js';

const LOOK_EVERY = 1_000;

interface Open {
  readonly reply: FastifyReply;
  readonly person: Person;
}

/**
 * The requests under way, live streams among them: so many for one person or address at once; ended when what opened
 * them has expired or was revoked.
 */
export class UnderWay {
  private readonly open = new Map<string, Set<Open>>();
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly most: number,
    private readonly stands: (credential: string) => boolean,
  ) {
    this.timer = setInterval(() => this.endExpired(), LOOK_EVERY).unref();
  }

  /** @throws Refusal `too-many` */
  add(key: string, person: Person, reply: FastifyReply): void {
    const own = this.open.get(key) ?? new Set();
    if (own.size >= this.most) {
      const message = `Trop de demandes en cours à la fois (${this.most} au plus) : attendez les réponses.`;
      throw new Refusal('too-many', 'too-many-at-once', message);
    }
    const one = { reply, person };
    this.open.set(key, own.add(one));
    reply.raw.once('close', () => {
      own.delete(one);
      if (own.size === 0 && this.open.get(key) === own) this.open.delete(key);
    });
  }

  close(): void {
    clearInterval(this.timer);
  }

  private endExpired(): void {
    const now = Date.now() / 1000;
    for (const { reply, person } of [...this.open.values()].flatMap((own) => [...own])) {
      const { credential, expiresAt } = person;
      const over =
        (expiresAt !== null && expiresAt < now) || (credential !== null && !this.stands(credential));
      if (over) reply.raw.destroy();
    }
  }
}
