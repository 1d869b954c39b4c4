import { newId } from '@registre/platform';
import type { LooseJson } from '../support/loose-json.js';
import { ServerGone, type Answer, type RegisterClient } from '../support/register-client.js';
import { constituteCouncil, members, openSeance } from '../support/seance.js';
import type { Chance } from '../support/chance.js';
import { Scenes, type Send } from './scenes.js';

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

/** What happens in a séance, in an order that chance decides, until it ends. */
const SCENES = ['showOfHands', 'rollCall', 'secretElection', 'voided', 'interrupted', 'putOff'] as const;
const MOST_SCENES = 6;

class GivenUp extends Error {}

/**
 * Clerks at work at the same time, each in a séance of their own, one scene after another, with every kind of command:
 * votes by hands, by name and on paper, ballots declared void, recusals, suspensions, what becomes of an act. Patient
 * ones send again what was not answered, under the same key; a careless one leaves it there and begins another séance.
 */
export class Clerks {
  readonly acknowledged: Acknowledged[] = [];
  private over = false;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly mortal: Mortal,
    private readonly chance: Chance,
  ) {}

  /** Works until `stop`. */
  async work(patient: number): Promise<void> {
    await constituteCouncil(this.mortal.register(), 5);
    await Promise.all([...Array.from({ length: patient }, () => this.patient()), this.careless()]);
  }

  /** Lets each clerk end the scene at hand. */
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
    while (!this.over) await this.seance(true);
  }

  private async careless(): Promise<void> {
    while (!this.over) {
      try {
        await this.seance(false);
      } catch (error) {
        if (!(error instanceof GivenUp)) throw error;
      }
    }
  }

  private async seance(isPatient: boolean): Promise<void> {
    const send: Send = (path, body) => this.send(path, body, isPatient);
    const scenes = new Scenes(send, await this.openedSeance());
    for (let left = this.chance.between(1, MOST_SCENES); left > 0 && !this.over; left--) {
      const scene = SCENES[this.chance.between(0, SCENES.length - 1)] ?? 'showOfHands';
      await scenes[scene]();
    }
    if (!this.over) await scenes.closed();
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
