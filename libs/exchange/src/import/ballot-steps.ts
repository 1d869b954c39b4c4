import {
  CastVote,
  CELLS,
  CloseBallot,
  CountHands,
  idOfCreated,
  OpenBallot,
  type Cell,
  type Choice,
  type OpenBallotBody,
} from '@registre/deliberation';
import type { RecordBallot, RecordNamed } from '../session-record/session-record.js';
import { during } from './occurrences.js';
import { copied, told, type Dossier, type Step } from './step.js';

export interface BallotToHold {
  readonly ballot: RecordBallot;
  readonly path: string;
  /** Id of the affair; null: a ballot of the séance itself. */
  readonly affair: string | null;
  readonly rank: number;
}

/** The id of the ballot at that path of the record. */
export const ballotIdOf = ({ context }: Dossier, path: string): string =>
  idOfCreated(context(`${path}.open`), 'ballot');

/** A ballot: opened, counted or voted by name, closed with the result that the source declares. */
export const ballotSteps = (dossier: Dossier, held: BallotToHold): readonly Step[] => [
  openStep(dossier, held),
  ...(isByName(dossier, held) ? voteSteps(dossier, held) : countSteps(dossier, held)),
  closeStep(dossier, held),
];

function openStep({ course, session, context }: Dossier, { ballot, path, affair, rank }: BallotToHold): Step {
  const key = `${path}.open`;
  const { question, secrecyWaived, round, roll } = ballot;
  const method = ballot.method as OpenBallotBody['method'];
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
  const { counts, named } = ballot;
  const candidates = hasCandidates(ballot)
    ? ballot.candidates.map(({ member, name, votes, elected }) => ({ member, name, votes, elected }))
    : null;
  if (counts === null && named === null && candidates === null) return [];
  const key = `${path}.count`;
  const command: Step['command'] = (despite) =>
    new CountHands(dossier.context(key), ballotIdOf(dossier, path), {
      counts,
      named: named === null ? null : namesOf(named),
      candidates,
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
