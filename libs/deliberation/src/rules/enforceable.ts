import type { LocalDate } from '@registre/platform';
import type { Fate, Publication, Transmission } from '../affair/affair.js';
import { dateLong, fateLong } from '../wording/index.js';
import type { Answer } from './answer.js';

/** What decides whether an act is enforceable (exécutoire). */
export interface EnforceabilityFacts {
  /** Day of the séance that decided it. */
  readonly decidedOn: LocalDate;
  /** [] none is recorded: whether there was one is not known. */
  readonly publications: readonly Publication[];
  readonly transmission: Transmission | null;
  /** Whether it is one of the acts that must be transmitted (L2131-2); null: not known. */
  readonly mustBeTransmitted: boolean | null;
}

/** Whether an act is enforceable; `since` is the first day on which that is certain. */
export interface Enforceability {
  readonly answer: Answer;
  readonly since: LocalDate | null;
  /** A French sentence, with the days. */
  readonly why: string;
}

/**
 * Whether an act is enforceable (L2131-1, R25): published, and transmitted where it must be. No day is made up: what
 * is recorded without one makes the act enforceable, since a day that is not known; what is not recorded may have
 * happened all the same, and the answer is `unknown`. The préfet's acknowledgement is no condition.
 *
 * @param on the day that is asked about; absent: whenever the facts were recorded
 */
export function enforceability(facts: EnforceabilityFacts, on?: LocalDate): Enforceability {
  const { decidedOn, publications, transmission, mustBeTransmitted } = facts;
  if (on !== undefined && on < decidedOn)
    return no(`L’acte a été décidé le ${dateLong(decidedOn)}, après cette date.`);
  if (publications.length === 0) return unknown('Aucune publicité de l’acte n’est enregistrée.');
  if (transmission === null && mustBeTransmitted !== false) {
    return unknown(
      mustBeTransmitted === true
        ? 'L’acte doit être transmis au préfet, et aucune transmission n’est enregistrée.'
        : 'Aucune transmission au préfet n’est enregistrée, et rien ne dit si l’acte doit être transmis.',
    );
  }
  const published = firstOf(publications.map((one) => one.on));
  const sent = transmission === null || mustBeTransmitted === false ? decidedOn : transmission.on;
  return since(latestOf([decidedOn, published, sent]), wordsOf(published, facts), on);
}

function since(day: LocalDate | null, why: string, on: LocalDate | undefined): Enforceability {
  if (day === null)
    return on === undefined ? { answer: 'yes', since: null, why } : unknown(`${why} Une date manque.`);
  if (on === undefined || on >= day) return { answer: 'yes', since: day, why };
  return no(`L’acte n’est exécutoire que depuis le ${dateLong(day)}. ${why}`);
}

function wordsOf(
  published: LocalDate | null,
  { transmission, mustBeTransmitted }: EnforceabilityFacts,
): string {
  const on = (day: LocalDate | null) => (day === null ? 'à une date non renseignée' : `le ${dateLong(day)}`);
  if (mustBeTransmitted === false) return `Publié ${on(published)}\u00a0; il n’a pas à être transmis.`;
  return `Publié ${on(published)}, transmis au préfet ${on(transmission?.on ?? null)}.`;
}

const no = (why: string): Enforceability => ({ answer: 'no', since: null, why });
const unknown = (why: string): Enforceability => ({ answer: 'unknown', since: null, why });

/** The first of those known: by that day at the latest. Null: none is known. */
const firstOf = (days: readonly (LocalDate | null)[]): LocalDate | null =>
  days.filter((day) => day !== null).toSorted()[0] ?? null;

/** The last; null where one is not known. */
const latestOf = (days: readonly (LocalDate | null)[]): LocalDate | null =>
  days.reduce((last, day) => (last === null || day === null ? null : day > last ? day : last));

/** What decides whether an act is in effect on a day. */
export interface EffectFacts extends EnforceabilityFacts {
  /** As the register knows them now. */
  readonly fates: readonly Pick<Fate, 'kind' | 'on' | 'effectiveFrom'>[];
}

export interface Effect {
  readonly answer: Answer;
  /** First day on which it is certainly in effect; null: not known, or never. */
  readonly since: LocalDate | null;
  /** First day on which it no longer is; null: nothing recorded ends it, or on a day that is not known. */
  readonly until: LocalDate | null;
  /** A French sentence. */
  readonly why: string;
}

/**
 * Whether an act is in effect on a day, by what the register knows of it now (R26). Withdrawn or annulled, it never
 * was; repealed or replaced, it is until the first day of that. Corrections leave it in effect.
 */
export function inEffectOn(act: EffectFacts, date: LocalDate): Effect {
  const undone = act.fates.find(({ kind }) => kind === 'withdrawn' || kind === 'annulled');
  if (undone !== undefined) {
    const why = `L’acte ${fateLong(undone.kind)}\u00a0: il est réputé n’avoir jamais existé.`;
    return { answer: 'no', since: null, until: null, why };
  }
  const ended = act.fates.filter(({ kind }) => kind === 'repealed' || kind === 'replaced');
  const ends = ended.map(({ kind, on, effectiveFrom }) => ({ kind, from: effectiveFrom ?? on }));
  const { since } = enforceability(act);
  const until = firstOf(ends.map(({ from }) => from));
  const { answer, why } = enforceability(act, date);
  if (answer === 'no') return { answer, since, until, why };
  const over = ends.find(({ from }) => from !== null && date >= from);
  if (over?.from != null) {
    const ending = `L’acte ${fateLong(over.kind)}, avec effet du ${dateLong(over.from)}.`;
    return { answer: 'no', since, until, why: ending };
  }
  const undated = ends.find(({ from }) => from === null);
  if (undated !== undefined) {
    const ending = `L’acte ${fateLong(undated.kind)}, à une date non renseignée.`;
    return { answer: 'unknown', since, until, why: ending };
  }
  return { answer, since, until, why };
}
