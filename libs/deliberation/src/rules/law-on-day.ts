import type { LocalDate } from '@registre/platform';
import type { CodedRule, RuleRow } from './catalogue.js';
import type { Regime } from './rule-set.js';

/** A rule of the catalogue, as it stands on a day for a kind of authority. */
export interface RuleOnDay {
  /** In French. */
  readonly title: string;
  /** Several stand beside one another where the rule has several parts. */
  readonly parts: readonly RulePart[];
}

export interface RulePart {
  /** None: no rule is known. Several, or one that is not certain: it depends on the population, which is not known. */
  readonly rows: readonly RuleRow[];
  readonly certain: boolean;
}

export interface NamedRule extends Pick<CodedRule, 'article' | 'kind'> {
  readonly code: string;
  /** What it asks, in French. */
  readonly says: string;
}

/** The law as the register applies it. */
export interface RulesOn {
  readonly on: LocalDate;
  /** Null: no rule is known for that kind of authority and body. */
  readonly regime: Regime | null;
  /** In the order of a séance. */
  readonly dated: readonly RuleOnDay[];
  /** Those that a refusal or an irregularity names, whatever the day. */
  readonly named: readonly NamedRule[];
}

/** The last day to send something before a séance. */
export interface LastDay {
  readonly day: LocalDate;
  /** Days between, neither of the two counting where they are clear ones. */
  readonly days: number;
  readonly clear: boolean;
  readonly article: string;
}

/** By when a séance is convened. Where a list is empty no rule is known; where it has several, the population decides. */
export interface ConvocationDeadlines {
  readonly date: LocalDate;
  readonly ordinary: readonly LastDay[];
  readonly urgent: readonly LastDay[];
  /** Of the reports to the members, in departments and regions. */
  readonly reports: readonly LastDay[];
  /** Whether a note on each affair goes with it: the article, and whether it depends on a population that is not known. */
  readonly note: { readonly article: string; readonly certain: boolean } | null;
}
