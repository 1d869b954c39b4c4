import {
  sessionAggregate,
  type CommandRunner,
  type CompleteErasure,
  type EnterInRegister,
  type SessionState,
} from '@registre/deliberation';
import type { FileStore } from '@registre/documents';
import { sessionStream } from '@registre/event-store';
import type { Entropy } from '@registre/platform';
import type { Chance } from './chance.js';
import { dateOf, instantOf, timeOf, type Day } from './days.js';
import type { Deeds } from './deeds.js';
import type { GeneratedClock, Scribe } from './scribe.js';
import type { Course } from './matters.js';
import type { Person } from './names.js';
import type { BodyNow, GeneratedSessions, SessionPlan } from './world.js';

/** The domain, and what stands around it, while a register is generated. */
export interface Generation {
  readonly authority: string;
  readonly runner: CommandRunner;
  readonly enterInRegister: EnterInRegister;
  readonly completeErasure: CompleteErasure;
  readonly files: FileStore;
  readonly entropy: Entropy;
  readonly clock: GeneratedClock;
  readonly deeds: Deeds;
  readonly sessions: GeneratedSessions;
  readonly scribe: Scribe;
  /** Share of the extracts that are certified: each takes three files. */
  readonly certified: number;
}

/** An affair on the agenda. */
export interface AffairAhead {
  readonly id: string;
  readonly course: Course;
  readonly subject: string;
  readonly order: number | null;
  /** What is elected to, e.g. « du président »; null: no election. */
  readonly office: string | null;
}

/** A séance while it is prepared and held. */
export class Evening {
  readonly affairs: AffairAhead[] = [];
  /** Affairs that have an annex whose file is kept. */
  readonly annexed = new Set<string>();
  readonly date: string;
  readonly year: number;
  /** Minute of the day in the room. */
  private minute: number;

  constructor(
    readonly generation: Generation,
    readonly body: BodyNow,
    readonly day: Day,
    readonly id: string,
    readonly plan: SessionPlan,
    readonly chance: Chance,
    readonly scribe: Scribe,
  ) {
    this.date = dateOf(day);
    this.year = Number(this.date.slice(0, 4));
    this.minute = body.plan.minute;
  }

  /** The séance as the domain knows it now. */
  async state(): Promise<SessionState> {
    const stream = sessionStream(this.generation.authority, this.id);
    return (await this.generation.runner.load(sessionAggregate, stream)).state;
  }

  /** The room's clock goes on. What is entered afterwards tells it; else the register's clock goes with it. */
  pass(minutes: number): void {
    this.minute = Math.min(this.minute + minutes, 23 * 60 + 58);
    const { clock } = this.generation;
    if (this.scribe.at === null) clock.reach(instantOf(this.day, this.minute));
    else {
      this.scribe.at = { date: this.date, time: timeOf(this.minute) };
      clock.pass(20_000);
    }
  }

  /** From now on it is entered from notes, some days after it was held. */
  enterAfterwards(): void {
    this.scribe.at = { date: this.date, time: timeOf(this.minute) };
  }

  member(ref: string): Person | undefined {
    return this.body.members.find((one) => one.ref === ref);
  }
}

/** Who of the body presides where the chair is not there: the first in office, else the first of those present. */
export function deputyOf(
  { body }: Evening,
  present: readonly string[],
  not: string | null,
): string | undefined {
  const others = present.filter((ref) => ref !== not);
  return others.find((ref) => body.offices.has(ref)) ?? others[0];
}
