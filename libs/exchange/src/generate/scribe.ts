import type { CommandContext, Despite, Occurrence } from '@registre/deliberation';
import type { EventSource } from '@registre/event-store';
import { Clock, Refusal, type Entropy } from '@registre/platform';
import type { Commands } from '../import/scratch-commands.js';

/** A clock that stands where it is set, and never runs back. */
export class GeneratedClock extends Clock {
  private instant = 0;

  override now(): Date {
    return new Date(this.instant);
  }

  /** @param instant in milliseconds */
  reach(instant: number): void {
    this.instant = Math.max(this.instant, instant);
  }

  pass(milliseconds: number): void {
    this.instant += milliseconds;
  }
}

/** What every body carries. */
export interface Told {
  readonly occurredAt?: { readonly date: string | null; readonly time: string | null };
  readonly despite?: Despite[];
}

/** Sends the commands of one dossier, each under a key of its own that comes again with the same seed. */
export class Scribe {
  private sent = 0;
  /** When what is sent happened; null: now. */
  at: Occurrence | null = null;
  /** Set on what is taken from an older register. */
  source: EventSource | undefined;

  constructor(
    private readonly commands: Commands,
    private readonly entropy: Entropy,
    private readonly authority: string,
    private readonly dossier: string,
    private readonly actor: string,
    private readonly correlationId = entropy.id(),
  ) {}

  /** Another dossier, or another hand. */
  of(dossier: string, actor = this.actor): Scribe {
    return new Scribe(this.commands, this.entropy, this.authority, `${this.dossier}.${dossier}`, actor);
  }

  /**
   * Sends a command. One that breaks rules of law is sent again despite each of them.
   *
   * @param reason why it is recorded all the same; null: it is not
   * @throws Refusal as the command's handler
   */
  async send<Answer>(
    make: (context: CommandContext, told: Told) => object,
    reason: string | null = 'Constaté au procès-verbal',
  ): Promise<Answer> {
    const context = this.context();
    const when = this.at === null ? {} : { occurredAt: { ...this.at } };
    try {
      return (await this.commands.execute(make(context, when))) as Answer;
    } catch (error) {
      if (!(error instanceof Refusal) || error.kind !== 'irregular' || reason === null) throw error;
      const rules = new Set(error.reasons.map(({ rule }) => rule));
      const despite = [...rules].map((rule) => ({ rule, reason }));
      return (await this.commands.execute(make(context, { ...when, despite }))) as Answer;
    }
  }

  context(): CommandContext {
    this.sent += 1;
    return {
      authority: this.authority,
      actor: this.actor,
      idempotencyKey: `${this.dossier}/${this.sent}`,
      correlationId: this.correlationId,
      ...(this.source === undefined ? {} : { source: this.source }),
    };
  }
}
