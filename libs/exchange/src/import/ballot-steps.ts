import {
  CastVote,
  CELLS,
  CloseBallot,
  CountHands,
  OpenBallot,
  type Cell,
  type Choice,
  RecordSecretTally,
} from '@registre/deliberation';
import { isOnItsAccounts, positionsOf } from '../checks/ballots.js';
import type { PlacedAffair } from '../session-record/course.js';
import type { RecordBallot, RecordNamed } from '../session-record/session-record.js';
import { during } from './occurrences.js';
import { copied, told, type Dossier, type Step } from './step.js';

export interface BallotToHold {
  readonly ballot: RecordBallot;
  readonly path: string;
  /** Id of the affair; null: a ballot of the séance itself. */
  readonly affair: string | null;
  readonly rank: number;
  /** Somebody came or went near it, and nobody says when. */
  readonly rollIsCeiling: boolean;
  /** Null: a ballot of the séance itself. */
  readonly placed: PlacedAffair | null;
}

/** The id of the ballot at that path of the record. */
export const ballotIdOf = ({ created }: Dossier, path: string): string => created(`${path}.open`, 'ballot');

/** A ballot: opened, counted or voted by name, closed with the result that the source declares. */
export const ballotSteps = (dossier: Dossier, held: BallotToHold): readonly Step[] => [
  openStep(dossier, held),
  ...resultSteps(dossier, held),
  closeStep(dossier, held),
];

function resultSteps(dossier: Dossier, held: BallotToHold): readonly Step[] {
  if (held.ballot.method === 'secret') return secretSteps(dossier, held);
  return isByName(dossier, held) ? voteSteps(dossier, held) : countSteps(dossier, held);
}

function openStep({ course, session, context }: Dossier, held: BallotToHold): Step {
  const { ballot, path, affair, rank, rollIsCeiling, placed } = held;
  const key = `${path}.open`;
  const { method, question, secrecyWaived, round, roll } = ballot;
  const positions = positionsOf(ballot);
  const candidates = hasCandidates(ballot)
    ? ballot.candidates.map(({ member, name }) => ({ member, name }))
    : null;
  const command: Step['command'] = (despite) =>
    new OpenBallot(context(key), session, {
      affair,
      method,
      question,
      secrecyWaived,
      round,
      roll,
      candidates,
      positions: candidates !== null && positions > 1 ? positions : null,
      accounts: isOnItsAccounts({ ballot, path, affair: placed?.affair ?? null, rank }),
      ...(rollIsCeiling && roll === null ? { rollIsCeiling } : {}),
      ...told(during(course, rank, null), despite),
    });
  return { key, path, command };
}

const hasCandidates = (
  ballot: RecordBallot,
): ballot is RecordBallot & { readonly candidates: NonNullable<RecordBallot['candidates']> } =>
  ballot.candidates !== null && ballot.candidates.length > 0;

// Names that a check disputes are kept as the source gives them, beside its counts: as votes they would be refused.
function isByName({ isDisputed }: Dossier, { ballot, path }: BallotToHold): boolean {
  const { method, named } = ballot;
  const complete = named !== null && CELLS.every((cell) => named[cell] !== null);
  return method === 'roll-call' && complete && !hasCandidates(ballot) && !isDisputed(path);
}

const CHOICE_OF: { readonly [cell in Cell]: Choice } = {
  for: 'for',
  against: 'against',
  abstentions: 'abstention',
  notTakingPart: 'not-taking-part',
};

function voteSteps(dossier: Dossier, { ballot, path, rank }: BallotToHold): readonly Step[] {
  const id = ballotIdOf(dossier, path);
  return CELLS.flatMap((cell) =>
    (ballot.named?.[cell] ?? []).map((seat, index) => {
      const key = `${path}.named.${cell}.${index}`;
      const command: Step['command'] = (despite) =>
        new CastVote(dossier.context(key), id, {
          seat,
          choice: CHOICE_OF[cell],
          ...told(during(dossier.course, rank, null), despite),
        });
      return { key, path: key, command };
    }),
  );
}

function countSteps(dossier: Dossier, { ballot, path, rank }: BallotToHold): readonly Step[] {
  const { counts, named, expressed, majority } = ballot;
  const candidates = candidatesCounted(ballot);
  const given = [counts, named, candidates, expressed, majority];
  if (given.every((one) => one === null)) return [];
  const key = `${path}.count`;
  const command: Step['command'] = (despite) =>
    new CountHands(dossier.context(key), ballotIdOf(dossier, path), {
      counts,
      named: named === null ? null : namesOf(named),
      candidates,
      expressed,
      majority,
      ...told(during(dossier.course, rank, null), despite),
    });
  return [{ key, path, command }];
}

const candidatesCounted = (ballot: RecordBallot) =>
  hasCandidates(ballot)
    ? ballot.candidates.map(({ persons, ...candidate }) => ({ ...candidate, persons: copied(persons) }))
    : null;

/** The totals of the box: nothing tells who voted what (R17). */
function secretSteps(dossier: Dossier, { ballot, path, rank }: BallotToHold): readonly Step[] {
  const { found, blank, nullVotes, blankOrNull, counts, expressed, majority } = ballot;
  const candidates = candidatesCounted(ballot);
  const papers = { found, blank, nullVotes, blankOrNull };
  const given = [...Object.values(papers), counts, candidates, expressed, majority];
  if (given.every((one) => one === null)) return [];
  const key = `${path}.count`;
  const command: Step['command'] = (despite) =>
    new RecordSecretTally(dossier.context(key), ballotIdOf(dossier, path), {
      ...papers,
      counts,
      candidates,
      expressed,
      majority,
      ...told(during(dossier.course, rank, null), despite),
    });
  return [{ key, path, command }];
}

const namesOf = (named: RecordNamed) => ({
  for: copied(named.for),
  against: copied(named.against),
  abstentions: copied(named.abstentions),
  notTakingPart: copied(named.notTakingPart),
});

function closeStep(dossier: Dossier, { ballot, path, rank }: BallotToHold): Step {
  const key = `${path}.close`;
  const { outcome, proclaimed } = ballot;
  const command: Step['command'] = (despite) =>
    new CloseBallot(dossier.context(key), dossier.session, ballotIdOf(dossier, path), {
      outcome,
      proclaimed,
      ...told(during(dossier.course, rank, null), despite),
    });
  return { key, path, command };
}
