import type { BallotInSession, BallotMethod } from '@registre/deliberation';

export interface OpeningDraft {
  readonly method: BallotMethod;
  readonly question: string;
  readonly elects: boolean;
  /** refs. */
  readonly candidates: readonly string[];
  /** Lists, or persons from outside: one a line. */
  readonly names: string;
  readonly positions: string;
  readonly round: '1' | '2' | '3';
  readonly accounts: boolean;
  /** For an election by a public vote. */
  readonly secrecyWaived: boolean;
  /** The ballot by which the secret was given up. */
  readonly waiver: string;
}

export const NO_OPENING: OpeningDraft = {
  method: 'show-of-hands',
  question: '',
  elects: false,
  candidates: [],
  names: '',
  positions: '1',
  round: '1',
  accounts: false,
  secrecyWaived: false,
  waiver: '',
};

export const openingDraftOf = (session: string, affair: string | null): string =>
  `scrutin.${session}.${affair ?? 'séance'}`;

/** The names of those from outside that were typed. */
export const namesIn = (text: string): readonly string[] =>
  text.split('\n').flatMap((line) => line.trim() || []);

/** An election that is not over: the next round, for the positions that are left; null: there is none. */
export function nextRoundOf(ballot: BallotInSession): OpeningDraft | null {
  const { candidates, closed, round } = ballot;
  const outcome = closed?.declared.outcome ?? closed?.computed?.outcome;
  if (candidates === null || outcome !== 'no-majority' || round === null || round > 2) return null;
  const elected = new Set(closed?.computed?.elected ?? []);
  const left = candidates.filter((_one, place) => !elected.has(place));
  return {
    ...NO_OPENING,
    method: ballot.method ?? 'secret',
    question: ballot.question ?? '',
    elects: true,
    candidates: left.flatMap(({ member }) => member ?? []),
    names: left.flatMap(({ name }) => name ?? []).join('\n'),
    positions: String(Math.max(1, (ballot.positions ?? 1) - elected.size)),
    round: round === 1 ? '2' : '3',
    secrecyWaived: ballot.secrecyWaived === true,
    waiver: ballot.waiver ?? '',
  };
}
