import { newId } from '@registre/platform';
import type { LooseJson } from '../support/loose-json.js';
import { ServerGone, type Answer, type RegisterClient } from '../support/register-client.js';
import { constituteCouncil, DAY, members, openSeance } from '../support/seance.js';

/** A command under a key of its own, and what was answered to it. */
export interface Acknowledged {
  readonly path: string;
  readonly body: LooseJson;
  readonly key: string;
  readonly answer: Answer;
}

/** A register that may die at any time, and comes back. */
export interface Mortal {
  /** The client of the server that runs now. */
  readonly register: () => RegisterClient;
  /** Resolves once the server that died has been followed by another; fails when none died. */
  readonly restarted: () => Promise<void>;
}

const occurredAt = { date: DAY, time: null };
const added = [{ rule: 'R12.added-during-session', reason: 'Urgence admise par le conseil.' }];

class GivenUp extends Error {}

/**
 * Clerks at work at the same time, each in a séance of their own, one command after another: affairs are placed,
 * called, voted on, decided, which writes to three kinds of stream, and to both halves of a ballot. Patient ones send
 * again what was not answered, under the same key; a careless one leaves it there and begins another séance.
 */
export class Clerks {
  readonly acknowledged: Acknowledged[] = [];
  private over = false;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly mortal: Mortal) {}

  /** Works until `stop`. */
  async work(patient: number): Promise<void> {
    await constituteCouncil(this.mortal.register(), 5);
    await Promise.all([...Array.from({ length: patient }, () => this.patient()), this.careless()]);
  }

  /** Lets each clerk end the affair at hand. */
  stop(): void {
    this.over = true;
  }

  /** Resolves at that many more answers. */
  answers(count: number): Promise<void> {
    const end = this.acknowledged.length + count;
    return new Promise((resolve) => {
      const look = () => {
        if (this.acknowledged.length < end) return;
        this.listeners.delete(look);
        resolve();
      };
      this.listeners.add(look);
    });
  }

  private async patient(): Promise<void> {
    const seance = await this.openedSeance();
    while (!this.over) await this.affair(seance, true);
  }

  private async careless(): Promise<void> {
    while (!this.over) {
      const seance = await this.openedSeance();
      try {
        while (!this.over) await this.affair(seance, false);
      } catch (error) {
        if (!(error instanceof GivenUp)) throw error;
      }
    }
  }

  private async openedSeance(): Promise<string> {
    for (;;) {
      try {
        const present = members(5);
        return (await openSeance(this.mortal.register(), { inOffice: 5, present })).path;
      } catch (error) {
        await this.died(error);
      }
    }
  }

  private async affair(seance: string, isPatient: boolean): Promise<void> {
    const send = (path: string, body: object) => this.send(path, { ...body, occurredAt }, isPatient);
    const { id: affair } = await send(`${seance}/affairs`, { subject: 'Un marché', despite: added });
    await send(`${seance}/affairs/${affair}/call`, { recusals: [] });
    const { id: ballot } = await send(`${seance}/ballots`, { affair, method: 'show-of-hands' });
    const counts = { for: 4, against: 0, abstentions: 1, notTakingPart: 0 };
    await send(`/ballots/${ballot}/hands`, { counts });
    await send(`${seance}/ballots/${ballot}/closing`, { outcome: 'adopted' });
    await send(`${seance}/affairs/${affair}/decision`, { outcome: 'adopted' });
  }

  private async send(path: string, body: object, isPatient: boolean): Promise<LooseJson> {
    const key = newId();
    for (;;) {
      try {
        const answer = await this.mortal.register().send(path, body, { 'idempotency-key': key });
        if (answer.status >= 300) throw new Error(`${path} answered ${answer.status}: ${answer.text}`);
        this.acknowledged.push({ path, body, key, answer });
        for (const look of this.listeners) look();
        return answer.body;
      } catch (error) {
        await this.died(error);
        if (!isPatient) throw new GivenUp();
      }
    }
  }

  /** Waits until the register is there again. @throws the error when it is not because the server died */
  private async died(error: unknown): Promise<void> {
    if (!(error instanceof ServerGone)) throw error;
    await this.mortal.restarted();
  }
}
