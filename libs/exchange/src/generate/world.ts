import type { BodyKind } from '@registre/deliberation';
import {
  OtherSessions,
  type EarlierProxies,
  type EarlierProxy,
  type FailedSession,
  type FirstConvocation,
} from '@registre/deliberation';
import type { Chance } from './chance.js';
import { personOf, type Person } from './names.js';
import type { Day } from './days.js';

/** How a body is made. */
export interface BodyPlan {
  readonly key: string;
  readonly name: string;
  readonly kind: BodyKind;
  readonly seats: number;
  /** Séances begin at that minute of the day. */
  readonly minute: number;
}

/** A séance that was held, as later ones must know it. */
export interface HeldSession {
  readonly id: string;
  readonly date: string;
  readonly chair: string;
  readonly secretary: string;
  readonly away: readonly string[];
}

/** An affair that a séance left to a later one. */
export interface LeftAffair {
  readonly affair: string;
  readonly session: string;
  readonly subject: string;
  readonly course: 'vote' | 'information';
}

/** A body as it stands on the day that is being generated. */
export class BodyNow {
  readonly members: Person[] = [];
  readonly taken = new Set<string>();
  /** First day of the mandate of each member. */
  readonly since = new Map<string, Day>();
  chair: string | null = null;
  /** Offices held beside the chair's, by member. */
  readonly offices = new Map<string, string>();
  last: HeldSession | null = null;
  left: LeftAffair[] = [];
  private readonly numbers = new Map<number, number>();

  constructor(readonly plan: BodyPlan) {}

  /** Somebody new, from that day on. */
  newMember(chance: Chance, from: Day): Person {
    const person = personOf(chance, this.taken);
    this.members.push(person);
    this.since.set(person.ref, from);
    return person;
  }

  leave(ref: string): void {
    const place = this.members.findIndex((one) => one.ref === ref);
    if (place !== -1) this.members.splice(place, 1);
    this.offices.delete(ref);
    if (this.chair === ref) this.chair = null;
  }

  /** The number of the next deliberation of a year. */
  nextNumber(year: number): string {
    const rank = (this.numbers.get(year) ?? 0) + 1;
    this.numbers.set(year, rank);
    return `${this.plan.key} ${year}-${String(rank).padStart(4, '0')}`;
  }
}

/** The séances of a body that the law asks about: those since the last three, and those without quorum. */
interface Past {
  readonly represented: {
    readonly date: string;
    readonly reasons: ReadonlyMap<string, EarlierProxy['reason']>;
  }[];
  readonly failed: { readonly date: string; readonly agenda: FailedSession['agenda'] }[];
}

const REMEMBERED = 6;

/** What the read models would tell of the other séances, from what was generated. */
export class GeneratedSessions extends OtherSessions {
  private readonly bodies = new Map<string, Past>();
  /** The séance on whose agenda an affair that was left stood. */
  readonly leftBy = new Map<string, string>();

  held(body: string, date: string, reasons: ReadonlyMap<string, EarlierProxy['reason']>): void {
    const { represented } = this.pastOf(body);
    represented.unshift({ date, reasons });
    represented.splice(REMEMBERED);
  }

  failed(body: string, date: string, agenda: FailedSession['agenda']): void {
    const { failed } = this.pastOf(body);
    failed.unshift({ date, agenda });
    failed.splice(REMEMBERED);
  }

  override async earlierProxies({ body, giver, before }: EarlierProxies): Promise<readonly EarlierProxy[]> {
    const earlier: EarlierProxy[] = [];
    for (const { date, reasons } of this.pastOf(body).represented) {
      const reason = reasons.get(giver);
      if (date >= before || reason === undefined || earlier.length === 3) break;
      earlier.push({ date, reason });
    }
    return earlier;
  }

  override async failedSession({ body, on }: FirstConvocation): Promise<FailedSession | 'none'> {
    return this.pastOf(body).failed.find(({ date }) => date === on) ?? 'none';
  }

  override async lastAgendaOf(_authority: string, affair: string): Promise<string | null> {
    return this.leftBy.get(affair) ?? null;
  }

  private pastOf(body: string): Past {
    const known = this.bodies.get(body);
    if (known !== undefined) return known;
    const none: Past = { represented: [], failed: [] };
    this.bodies.set(body, none);
    return none;
  }
}

/** A séance that is to be held. */
export interface SessionPlan {
  readonly name: string;
  readonly body: BodyNow;
  readonly day: Day;
  /** Of a new mandate. */
  readonly installs: boolean;
  /** What a séance without quorum left to this one, which deals with nothing else; null: it is none of those. */
  readonly carried: readonly LeftAffair[] | null;
}
