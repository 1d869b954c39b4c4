import {
  CELLS,
  NO_COUNTS,
  NO_NAMES,
  UNKNOWN,
  knownVotes,
  methodLong,
  resultLong,
  type BallotInSession,
  type Candidate,
  type Named,
} from '@registre/deliberation';
import type { BallotContext } from './context.js';
import type { People } from './people.js';

/** One ballot as a template receives it. What an open ballot will give is not known. */
export function ballotContext(ballot: BallotInSession, deciding: boolean, people: People): BallotContext {
  const { question, method, secrecyWaived, round, closed } = ballot;
  const computed = closed?.computed ?? null;
  return {
    question,
    method,
    methodLong: method === null ? null : methodLong(method),
    secrecyWaived,
    round,
    deciding,
    roll: voters(ballot),
    counts: closed?.tally.counts ?? NO_COUNTS,
    expressed: closed?.tally.expressed ?? null,
    named: namedPersons(method === 'secret' ? NO_NAMES : (closed?.tally.named ?? NO_NAMES), people),
    ...(closed?.tally.papers ?? UNKNOWN_PAPERS),
    candidates: candidates(ballot, people),
    castingVote: castingVote(ballot),
    result: computed?.outcome ?? null,
    resultLong: computed === null ? null : resultLong(computed),
    proclaimed: closed?.declared.proclaimed ?? null,
    deduced: closed?.tally.deduced ?? [],
  };
}

/** Only a secret ballot has papers in a box (R17). */
const UNKNOWN_PAPERS = { found: null, blank: null, nullVotes: null, blankOrNull: null };

/** A roll whose recusals are unknown is a ceiling; votes that reach it prove it. */
function voters({ roll, closed }: BallotInSession): number | null {
  const proved = closed !== null && knownVotes(closed.tally.counts) === roll.size;
  return roll.exact || proved ? roll.size : null;
}

function namedPersons(named: Named, people: People): BallotContext['named'] {
  const cells = CELLS.map((cell) => [cell, named[cell]?.map(people) ?? null]);
  return Object.fromEntries(cells) as BallotContext['named'];
}

function candidates(ballot: BallotInSession, people: People): BallotContext['candidates'] {
  const standing = ballot.candidates?.map((one) => ({ ...one, votes: null, elected: null })) ?? null;
  const voted = ballot.closed?.tally.candidates ?? standing;
  return (
    voted?.map((one) => ({ name: candidateName(one, people), votes: one.votes, elected: one.elected })) ??
    null
  );
}

const candidateName = ({ member, name }: Candidate, people: People): string =>
  member === null ? (name ?? UNKNOWN) : people(member).fullName;

/**
 * Whether the chair's vote settled a tie (R15): the votes for and against are even and the result is what the chair
 * voted. Null where the tie or the chair's vote is not known.
 */
function castingVote({ method, candidates: standing, chair, closed }: BallotInSession): boolean | null {
  if (closed === null) return null;
  const { counts, named } = closed.tally;
  if (method === 'secret' || standing !== null) return false;
  if (counts.for === null || counts.against === null) return null;
  if (counts.for !== counts.against || counts.for === 0) return false;
  const basis = closed.computed?.basis ?? null;
  if (basis !== null) return basis === 'casting-vote';
  // A result of before the basis was kept: it follows from the chair's own vote.
  const outcome = closed.computed?.outcome;
  if (chair === null || outcome === undefined) return null;
  const votersOf = { adopted: named.for, rejected: named.against, elected: null, 'no-majority': null };
  return votersOf[outcome]?.includes(chair) ?? null;
}
