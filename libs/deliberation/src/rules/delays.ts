import { addDays, type LocalDate } from '@registre/platform';
import { dateLong } from '../wording/dates.js';
import { ruleInForce, type DatedRule, type Regime } from './rule-set.js';

/** Days that the law leaves for something to be made public. */
export interface Delay {
  readonly days: number;
  /** What is made public, as it was called then. */
  readonly what: string;
}

/**
 * After the séance: the summary of it (compte rendu) until June 2022, then the list of the deliberations examined
 * (ordonnance and décret 2021-1310, 2021-1311).
 */
export const LIST_DELAYS: readonly DatedRule<Delay>[] = [
  {
    regimes: ['C', 'E'],
    from: null,
    until: '2022-06-30',
    value: { days: 8, what: 'le compte rendu de la séance' },
    article: 'L2121-25',
  },
  {
    regimes: ['C', 'E'],
    from: '2022-07-01',
    until: null,
    value: { days: 7, what: 'la liste des délibérations' },
    article: 'L2121-25',
  },
];

/** After the minutes are settled (procès-verbal arrêté). */
export const MINUTES_DELAYS: readonly DatedRule<Delay>[] = [
  {
    regimes: ['C', 'E', 'D'],
    from: '2022-07-01',
    until: null,
    value: { days: 7, what: 'le procès-verbal' },
    article: 'L2121-15, L3121-13',
  },
];

/** After the decision, for individual decisions only: no other act has a day by which it must be transmitted. */
export const TRANSMISSION_DELAYS: readonly DatedRule<Delay>[] = [
  {
    regimes: ['C', 'E', 'B'],
    from: null,
    until: null,
    value: { days: 15, what: 'une décision individuelle' },
    article: 'L2131-1',
  },
];

/** That acts are published whole, online or, in small communes that chose so, otherwise (R24): the law sets no day. */
export const PUBLICATION_RULES: readonly DatedRule<true>[] = [
  { regimes: ['C', 'E', 'D', 'R'], from: '2022-07-01', until: null, value: true, article: 'R2131-1' },
];

/** The rule by which an act of that day is published; undefined: none is known for that kind of authority. */
export const publicationRule = (regime: Regime | null, session: LocalDate): DatedRule<true> | undefined =>
  ruleInForce(PUBLICATION_RULES, regime, session);

/** A day by which something is due, and by which article. */
export interface DueDay {
  readonly day: LocalDate;
  readonly delay: Delay;
  readonly article: string;
}

function dueAfter(
  rules: readonly DatedRule<Delay>[],
  regime: Regime | null,
  session: LocalDate,
  from: LocalDate,
): DueDay | undefined {
  const rule = ruleInForce(rules, regime, session);
  return rule && { day: addDays(from, rule.value.days), delay: rule.value, article: rule.article };
}

/** The last day to post the list; undefined: no rule is known for that kind of authority on the séance's day. */
export const listDueOn = (regime: Regime | null, session: LocalDate): DueDay | undefined =>
  dueAfter(LIST_DELAYS, regime, session, session);

/** The last day to publish the minutes of a séance, once they are settled. */
export const minutesDueOn = (
  regime: Regime | null,
  session: LocalDate,
  settledOn: LocalDate,
): DueDay | undefined => dueAfter(MINUTES_DELAYS, regime, session, settledOn);

/** The last day to transmit an act, were it an individual decision. */
export const transmissionDueOn = (regime: Regime | null, session: LocalDate): DueDay | undefined =>
  dueAfter(TRANSMISSION_DELAYS, regime, session, session);

/** What is said of something made public too late. */
export const lateness = ({ day, delay, article }: DueDay, on: LocalDate): string =>
  `${delay.what} devait être publié le ${dateLong(day)} au plus tard (${article}, ${delay.days} jours) et l’a été le ${dateLong(on)}.`;
