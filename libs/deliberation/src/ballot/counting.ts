import { impossible } from '@registre/platform';
import type { BrokenRule } from '../command/irregularity.js';
import type { BallotState } from './ballot.js';
import type { CandidateVotesBody } from './counted-body.js';
import type { CandidateVotes, Counts, Papers, StatedResult } from './tally.js';

/** The votes of each candidate of the ballot, all of them, once. @throws Refusal */
export function candidatesOf(
  state: BallotState,
  given: readonly CandidateVotesBody[] | null,
): readonly CandidateVotes[] | null {
  const running = state.candidates;
  if (running === null && given === null) return null;
  if (running === null || given === null || given.length !== running.length) {
    throw impossible(
      'ballot.candidates',
      'Le dépouillement doit porter sur les candidats du scrutin.',
      'candidates',
    );
  }
  const left = [...running];
  return given.map((one, place) => {
    const member = one.member ?? null;
    const name = one.name ?? null;
    const found = left.findIndex((candidate) => candidate.member === member && candidate.name === name);
    if (found === -1) {
      const message = `« ${name ?? member ?? ''} » n’est pas candidat dans ce scrutin, ou y est compté deux fois.`;
      throw impossible('ballot.candidates', message, `candidates.${place}`);
    }
    left.splice(found, 1);
    const { votes, elected = null, seats = null, persons = null } = one;
    return { member, name, votes, elected, seats, persons };
  });
}

/** What was counted in a ballot. */
interface Count {
  readonly counts: Counts;
  readonly candidates: readonly CandidateVotes[] | null;
  readonly papers: Papers | null;
}

/** @throws Refusal for more votes, or papers, than there are voters (R14) */
export function requireWithinRoll({ roll, positions }: BallotState, count: Count): void {
  const voters = votersCounted(count, positions ?? 1);
  if (roll?.size == null || voters <= roll.size) return;
  const message = `${voters} votants comptés pour ${roll.size} au scrutin.`;
  const field = count.papers !== null ? 'found' : count.candidates === null ? 'counts' : 'candidates';
  throw impossible('R14.above-roll', message, field);
}

/**
 * The fewest voters who can have given that. In an election the votes for the candidates are those expressed, as
 * many on a ballot as there are positions: « for » and « against » may say them again.
 */
function votersCounted({ counts, candidates, papers }: Count, positions: number): number {
  const votes = (candidates ?? []).map((one) => one.votes ?? 0);
  const onBallots = Math.ceil(votes.reduce((sum, given) => sum + given, 0) / positions);
  const expressed = Math.max(onBallots, ...votes, (counts.for ?? 0) + (counts.against ?? 0));
  const empty = Math.max(papers?.blankOrNull ?? 0, (papers?.blank ?? 0) + (papers?.nullVotes ?? 0));
  const without = (counts.abstentions ?? 0) + (counts.notTakingPart ?? 0);
  return Math.max(expressed + empty, papers?.found ?? 0) + (papers === null ? without : 0);
}

/** The seats that lists obtain are as many as there are to be given, and as many as their elected persons (R16). */
export function seatsBroken(
  { positions }: Pick<BallotState, 'positions'>,
  candidates: readonly CandidateVotes[] | null,
): BrokenRule[] {
  const lists = candidates ?? [];
  const broken = (message: string, field: string): BrokenRule => ({ rule: 'R16.seats', message, field });
  const seats = lists.map((list) => list.seats);
  const sum = seats.reduce<number>((all, given) => all + (given ?? 0), 0);
  const tooMany = positions !== null && sum > positions;
  const tooFew = positions !== null && sum < positions && lists.length > 0 && !seats.includes(null);
  const names = lists.flatMap(({ persons }) => persons ?? []);
  const twice = names.find((person, place) => names.indexOf(person) !== place);
  return [
    ...(tooMany || tooFew
      ? [broken(`${sum} sièges obtenus pour ${positions} à pourvoir.`, 'candidates')]
      : []),
    ...lists.flatMap((list, place) =>
      list.seats === null || list.persons === null || list.seats === list.persons.length
        ? []
        : [
            broken(
              `${list.persons.length} élu(s) nommé(s) pour ${list.seats} siège(s).`,
              `candidates.${place}`,
            ),
          ],
    ),
    ...(twice === undefined ? [] : [broken(`« ${twice} » est élu(e) sur deux listes.`, 'candidates')]),
  ];
}

/** What was announced of the votes expressed and of the majority agrees with the votes. */
export function statedBroken(stated: StatedResult | null, computed: number | null): BrokenRule[] {
  if (stated === null) return [];
  const { expressed, majority } = stated;
  const broken = (message: string, field: string): BrokenRule => ({ rule: 'R17.stated', message, field });
  const counted = computed ?? expressed;
  const needed = counted === null ? null : Math.floor(counted / 2) + 1;
  return [
    ...(expressed !== null && computed !== null && expressed !== computed
      ? [broken(`${expressed} suffrages exprimés annoncés et ${computed} comptés.`, 'expressed')]
      : []),
    ...(majority !== null && needed !== null && majority !== needed
      ? [broken(`Majorité absolue annoncée : ${majority} ; calculée : ${needed}.`, 'majority')]
      : []),
  ];
}
