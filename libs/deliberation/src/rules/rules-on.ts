import { RULE_WORDS } from '../wording/rule-codes.js';
import { CODED_RULES, RULE_TABLES, type RuleTable } from './catalogue.js';
import type { RulePart, RulesOn } from './law-on-day.js';
import { rulesInForce, type Situation } from './rules-in-force.js';

/** Which rules apply on a day to an authority; where none is known, none is guessed. */
export const rulesOn = (situation: Situation): RulesOn => ({
  on: situation.on,
  regime: situation.regime,
  dated: RULE_TABLES.map((table) => ({ title: table.title, parts: partsOf(table, situation) })),
  named: CODED_RULES.map(({ code, article, kind }) => ({ code, article, kind, says: RULE_WORDS[code] })),
});

function partsOf({ rows }: RuleTable, situation: Situation): readonly RulePart[] {
  const parts = [...new Set(rows.map(({ part }) => part))];
  return parts.map((name) =>
    rulesInForce(
      rows.filter(({ part }) => part === name),
      situation,
      ({ communes }) => communes,
    ),
  );
}
