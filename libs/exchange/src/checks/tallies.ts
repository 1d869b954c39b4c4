import { CELLS, knownVotes } from '@registre/deliberation';
import { courseOf, type Course } from '../session-record/course.js';
import type { RecordBallot, SessionRecord } from '../session-record/session-record.js';
import {
  ballotsOf,
  countsOf,
  electorateOf,
  positionsOf,
  votesForCandidates,
  type BallotAt,
  type Electorate,
} from './ballots.js';
import { finder, nameOf, type Finding } from './finding.js';

const WORDS = { for: 'pour', against: 'contre', abstentions: 'abstention', notTakingPart: 'NPPV' } as const;

/**
 * Check 18: no more votes than voters, and as many where all are known; those who are named may vote, do so once,
 * and are as many as the counts say (R14, R18).
 */
export function checkTallies(record: SessionRecord): readonly Finding[] {
  const course = courseOf(record);
  return ballotsOf(course).flatMap((at) => {
    const electorate = electorateOf(course, at);
    return [
      ...rollAgainstRoom(record, at, electorate),
      ...votesAgainstRoll(record, at, electorate),
      ...names(course, at, electorate),
    ];
  });
}

function rollAgainstRoom(
  record: SessionRecord,
  { ballot, path }: BallotAt,
  room: Electorate,
): readonly Finding[] {
  const { roll } = ballot;
  if (roll === null || room.voters === null) return [];
  const { size } = room.voters;
  if (roll === size || (roll < size && !room.exact)) return [];
  const message = `La source dit ${roll} votants ; présents et représentés en donnent ${size}.`;
  return [finder(record, '18')('I', 'R18.roll', `${path}.roll`, message)];
}

function votesAgainstRoll(
  record: SessionRecord,
  { ballot, path }: BallotAt,
  room: Electorate,
): readonly Finding[] {
  const find = finder(record, '18');
  const size = ballot.roll ?? room.voters?.size ?? null;
  if (size === null) return [];
  const forCandidates = Math.ceil(votesForCandidates(ballot) / positionsOf(ballot));
  const votes = knownVotes(countsOf(ballot)) + papersWithoutVote(ballot) + forCandidates;
  if (votes > size) {
    const where = ballot.candidates === null ? 'counts' : 'candidates';
    const message = `${votes} voix pour ${size} votants.`;
    return [find('S', 'R14.above-roll', `${path}.${where}`, message)];
  }
  const whole = allKnown(ballot) && (ballot.roll !== null || room.exact);
  if (!whole || votes === size) return [];
  const message = `Pour, contre, abstentions et NPPV font ${votes} pour ${size} votants.`;
  return [find('I', 'R18.sum', `${path}.counts`, message)];
}

const papersWithoutVote = ({ blank, nullVotes, blankOrNull }: RecordBallot): number =>
  Math.max(blankOrNull ?? 0, (blank ?? 0) + (nullVotes ?? 0));

function allKnown(ballot: RecordBallot): boolean {
  const counts = countsOf(ballot);
  const papers = ballot.blankOrNull !== null || (ballot.blank !== null && ballot.nullVotes !== null);
  return CELLS.every((cell) => counts[cell] !== null) && (ballot.method !== 'secret' || papers);
}

function names({ record }: Course, { ballot, path }: BallotAt, { voters }: Electorate): readonly Finding[] {
  const find = finder(record, '18');
  const { named } = ballot;
  if (named === null) return [];
  const seen = new Set<string>();
  return CELLS.flatMap((cell) => {
    const where = `${path}.named.${cell}`;
    const count = ballot.counts?.[cell] ?? null;
    const refs = named[cell];
    if (refs === null) return [];
    const findings = refs.flatMap((ref, index) => {
      const twice = seen.has(ref);
      seen.add(ref);
      const name = nameOf(record, ref);
      if (twice) return [find('S', 'vote.twice', `${where}.${index}`, `${name} est nommé dans deux votes.`)];
      if (voters === null || voters.has(ref)) return [];
      const message = `${name} ne vote pas dans ce scrutin : ni présent, ni représenté, ou déporté.`;
      return [find('I', 'R18.named-on-roll', `${where}.${index}`, message)];
    });
    if (count === null || count === refs.length) return findings;
    const message = `${refs.length} nom(s) et ${count} voix (${WORDS[cell]}).`;
    return [...findings, find('I', 'R18.named-counts', where, message)];
  });
}
