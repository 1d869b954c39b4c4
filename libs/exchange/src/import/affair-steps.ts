import {
  CallAffair,
  DecideAffair,
  NoteAffair,
  NoteDebate,
  PostponeAffair,
  RecuseMember,
  WithdrawAffair,
} from '@registre/deliberation';
import {
  during as duringPlace,
  movesSurely,
  rangeOf,
  type Course,
  type PlacedAffair,
} from '../session-record/course.js';
import { requestStep } from './ballot-request-steps.js';
import { ballotIdOf, ballotSteps } from './ballot-steps.js';
import { during } from './occurrences.js';
import { told, type Dossier, type Step } from './step.js';
import type { Happening } from './happening.js';

/**
 * One affair, from its call to its outcome.
 *
 * @param happenings what happens in the room while it is discussed, in order
 */
export function affairSteps(
  dossier: Dossier,
  placed: PlacedAffair,
  happenings: readonly Happening[],
): readonly Step[] {
  const { affair, path, rank } = placed;
  const id = dossier.affairOf(affair.key);
  const called = wasCalled(placed);
  const ballots = affair.ballots ?? [];
  const after = (which: (ballot: number | undefined) => boolean) =>
    happenings.filter(({ afterBallot }) => which(afterBallot)).map(({ step }) => step);
  const rollIsCeiling = !isRoomSure(dossier.course, rank);
  return [
    ...recusalSteps(dossier, placed),
    ...(called ? [callStep(dossier, placed)] : []),
    ...debateSteps(dossier, placed),
    ...after((ballot) => ballot === undefined),
    ...ballots.flatMap((ballot, index) => [
      ...requestStep(dossier, placed, index),
      ...ballotSteps(dossier, {
        ballot,
        path: `${path}.ballots.${index}`,
        affair: id,
        rank,
        rollIsCeiling,
        placed,
      }),
      ...after((one) => one === index),
    ]),
    ...(ballots.length === 0 ? requestStep(dossier, placed, 0) : []),
    ...after((ballot) => ballot !== undefined && ballot >= ballots.length),
    ...outcomeSteps(dossier, placed, called),
  ];
}

/** Whether all who come, go, or are represented do so at moments that leave no doubt of who votes. */
const isRoomSure = (course: Course, rank: number): boolean =>
  course.movements.every((movement) => movesSurely(movement, duringPlace(rank))) &&
  (course.record.session.proxies ?? []).every(({ from, until }) =>
    [from, until].every(
      (moment) => moment === null || movesSurely(rangeOf(course, moment), duringPlace(rank)),
    ),
  );

/** Those who keep out of the affair, said before it is called: the quorum is then that without them (R9, R19). */
const recusalSteps = (dossier: Dossier, { affair, path, rank }: PlacedAffair): readonly Step[] =>
  (affair.recusals ?? []).map(({ member, ground, left, note }, index) => {
    const key = `${path}.recusals.${index}`;
    const id = dossier.affairOf(affair.key);
    const command: Step['command'] = (despite) =>
      new RecuseMember(dossier.context(key), dossier.session, id, {
        member,
        ground,
        left,
        note,
        ...told(during(dossier.course, rank - 1, null), despite),
      });
    return { key, path: key, command };
  });

/** An affair that is put off or withdrawn may never have been put into discussion: then nothing says that it was. */
function wasCalled({ affair }: PlacedAffair): boolean {
  const { outcome, calledAt, debate, ballots, stated } = affair;
  const discussed = calledAt !== null || debate !== null || (ballots ?? []).length > 0;
  const putOff = outcome === 'postponed' || outcome === 'withdrawn';
  return discussed || (!putOff && (outcome !== null || stated !== null));
}

function callStep(
  { course, session, affairOf, context }: Dossier,
  { affair, path, rank }: PlacedAffair,
): Step {
  const key = `call:${affair.key}`;
  const recusals: [] | null = affair.recusals === null ? null : [];
  const command: Step['command'] = (despite) =>
    new CallAffair(context(key), session, affairOf(affair.key), {
      stated: affair.stated,
      recusals,
      ...told(during(course, rank, affair.calledAt), despite),
    });
  return { key, path, command };
}

function debateSteps(dossier: Dossier, { affair, path, rank }: PlacedAffair): readonly Step[] {
  const text = affair.debate;
  if (text === null) return [];
  const key = `debate:${affair.key}`;
  const command: Step['command'] = (despite) =>
    new NoteDebate(dossier.context(key), dossier.session, dossier.affairOf(affair.key), {
      text,
      ...told(during(dossier.course, rank, null), despite),
    });
  return [{ key, path: `${path}.debate`, command }];
}

function outcomeSteps(
  dossier: Dossier,
  { affair, path, rank }: PlacedAffair,
  called: boolean,
): readonly Step[] {
  const { outcome, proclaimed, outcomeReason: reason } = affair;
  if (outcome === null) return [];
  const key = `outcome:${affair.key}`;
  const { session } = dossier;
  const id = dossier.affairOf(affair.key);
  const context = dossier.context(key);
  const command: Step['command'] = (despite) => {
    const said = told(during(dossier.course, rank, null), despite);
    // What the source states of it was said when it was called.
    const stated = called ? null : affair.stated;
    switch (outcome) {
      case 'adopted':
      case 'rejected': {
        const decidingBallots = decidingBallotsOf(dossier, affair, path);
        return new DecideAffair(context, session, id, { outcome, proclaimed, decidingBallots, ...said });
      }
      case 'noted':
        return new NoteAffair(context, session, id, { proclaimed, ...said });
      case 'postponed':
        return new PostponeAffair(context, session, id, { reason, stated, proclaimed, ...said });
      case 'withdrawn':
        return new WithdrawAffair(context, session, id, { reason, stated, proclaimed, ...said });
    }
  };
  return [{ key, path: `${path}.outcome`, command }];
}

/** Those that the source names, else its only one; null: none is known to decide. */
function decidingBallotsOf(
  dossier: Dossier,
  { ballots, decidingBallots }: PlacedAffair['affair'],
  path: string,
): string[] | null {
  const numbers = decidingBallots ?? (ballots?.length === 1 ? [1] : null);
  return numbers?.map((number) => ballotIdOf(dossier, `${path}.ballots.${number - 1}`)) ?? null;
}
