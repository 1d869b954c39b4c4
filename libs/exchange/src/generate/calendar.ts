import { dayOf, workday, type Day } from './days.js';
import type { Chance } from './chance.js';
import { bodyPlans } from './mandates.js';
import { BodyNow } from './world.js';

export interface CalendarRequest {
  /** How many séances, those on second convocation aside. */
  readonly sessions: number;
  /** The first year. */
  readonly from: number;
}

/** The last year of any generated history: the same one whenever it is generated. */
export const LAST_YEAR = 2025;
export const FIRST_YEAR = 2014;
/** Séances a year of a small authority, and of one body. */
const A_YEAR = 36;
const A_BODY = 12;
const MOST_BODIES = 14;

/** The days of the general elections of municipal councils: a new mandate begins with the first séance after them. */
const ELECTIONS = ['2008-03-16', '2014-03-30', '2020-06-28'].map(dayOf);

/** Which bodies there are, and when they sit. */
export class Calendar {
  readonly firstYear: number;
  readonly lastYear: number;
  readonly bodies: readonly BodyNow[];
  private readonly aYear: number;

  constructor({ sessions, from }: CalendarRequest) {
    const years = Math.min(Math.max(1, Math.ceil(sessions / A_YEAR)), LAST_YEAR - from + 1);
    this.firstYear = from;
    this.lastYear = from + years - 1;
    this.aYear = sessions / years;
    const count = Math.min(MOST_BODIES, Math.max(2, Math.round(this.aYear / A_BODY)));
    this.bodies = bodyPlans(count).map((plan) => new BodyNow(plan));
  }

  get firstDay(): Day {
    return dayOf(`${this.firstYear}-01-02`);
  }

  get lastDay(): Day {
    return dayOf(`${this.lastYear}-12-31`);
  }

  /** The séances of a year: each body in its turn, spread over the months, none in August. */
  sessionsOf(year: number, chance: Chance): { readonly body: BodyNow; readonly day: Day }[] {
    const place = year - this.firstYear;
    const count = Math.round(this.aYear * (place + 1)) - Math.round(this.aYear * place);
    const first = dayOf(`${year}-01-20`);
    return Array.from({ length: count }, (_, index) => {
      const drawn = first + Math.floor((index * 295) / count) + chance.between(0, 3);
      const day = workday(drawn >= dayOf(`${year}-08-01`) ? drawn + 31 : drawn);
      return { body: this.bodies[index % this.bodies.length] as BodyNow, day };
    });
  }
}

/** Which mandate a day is of. */
export const mandateOf = (day: Day): number => ELECTIONS.filter((election) => election < day).length;
