import { addDays } from '@registre/platform';
import {
  CONVOCATION_RULES,
  NOTE_RULES,
  REPORTS_RULES,
  URGENCY_RULES,
  type ConvocationRule,
} from './convocation.js';
import type { ConvocationDeadlines, LastDay } from './law-on-day.js';
import type { DatedRule } from './rule-set.js';
import { rulesInForce, type Situation } from './rules-in-force.js';
import type { OfCommunes } from './which-communes.js';

const communesOf = ({ value }: DatedRule<OfCommunes>): OfCommunes => value;

/** The last days to convene a séance that opens on a day (R12, L2121-10 to L2121-12). */
export function convocationDeadlines(situation: Situation): ConvocationDeadlines {
  const { on: date } = situation;
  const note = rulesInForce(NOTE_RULES, situation, communesOf);
  const [required] = note.rows;
  const reports = rulesInForce(REPORTS_RULES, situation, () => ({}));
  return {
    date,
    ordinary: lastDays(CONVOCATION_RULES, situation),
    urgent: lastDays(URGENCY_RULES, situation),
    reports: reports.rows.map(({ value: { days }, article }) => ({
      day: addDays(date, -days),
      days,
      clear: false,
      article,
    })),
    note: required === undefined ? null : { article: required.article, certain: note.certain },
  };
}

// Neither the day of the convocation nor that of the séance counts.
const lastDays = (rules: readonly DatedRule<ConvocationRule>[], situation: Situation): readonly LastDay[] =>
  rulesInForce(rules, situation, communesOf).rows.map(({ value: { clearDays: days }, article }) => ({
    day: addDays(situation.on, -days - 1),
    days,
    clear: true,
    article,
  }));
