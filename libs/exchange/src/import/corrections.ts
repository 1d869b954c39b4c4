import {
  AttachAnnex,
  CorrectEntry,
  DescribeAuthority,
  NumberAffair,
  RecordFate,
  ReviseReport,
  SeatMembers,
  SubmitReport,
  type AffairState,
  type Attendance,
  type BallotInSession,
  type Counts,
  type SessionState,
} from '@registre/deliberation';
import { isDeepStrictEqual } from 'node:util';
import { reportOf } from './agenda-steps.js';
import { afterwardsSteps } from './afterwards-steps.js';
import { extractSteps } from './closing-steps.js';
import { differencesBetween, type Difference } from './differences.js';
import type { Held } from './held.js';
import { onDay, UNDATED } from './occurrences.js';
import { told, type Dossier, type Step } from './step.js';

/** What a later revision of a record changes. */
export interface Correction {
  readonly difference: Difference;
  /** What records it; null: no event can. */
  readonly step: Step | null;
}

/**
 * What a later revision of a record says otherwise than the register, one correction a difference. What it does not
 * say any more, or not yet, of what followed the séance is no difference.
 *
 * @param said what the register would hold, had it been imported first
 */
export function correctionsOf(dossier: Dossier, held: Held, said: Held): readonly Correction[] {
  return [
    ...ofAuthority(dossier, held, said),
    ...ofBody(dossier, held, said),
    ...ofAttendance(dossier, held.session, said.session),
    ...[...said.affairs].flatMap(([key, affair], index) =>
      ofAffair(dossier, { key, index, path: `affairs.${index}` }, held, affair, said.session),
    ),
    ...ofWhatFollowed(dossier, held, said),
    ...ofTheRest(held, said),
  ];
}

const stepAt = (key: string, path: string, command: Step['command']): Step => ({ key, path, command });

function ofAuthority(dossier: Dossier, held: Held, said: Held): readonly Correction[] {
  const key = 'correct:authority';
  const { key: _, ...description } = dossier.record.authority;
  const step = stepAt(
    key,
    'authority',
    (despite) => new DescribeAuthority(dossier.context(key), { ...description, ...told(UNDATED, despite) }),
  );
  return differencesBetween(held.authority, said.authority, 'authority').map((difference) => ({
    difference,
    step,
  }));
}

function ofBody(dossier: Dossier, held: Held, said: Held): readonly Correction[] {
  const { members, key: body } = dossier.record.body;
  const named = differencesBetween(held.body.constituted, said.body.constituted, 'body');
  const ofMembers = (members ?? []).flatMap((member, index): readonly Correction[] => {
    const find = ({ seats }: Held['body']) => seats.find(({ ref }) => ref === member.ref) ?? null;
    const key = `correct:member:${member.ref}`;
    const step = stepAt(
      key,
      `body.members.${index}`,
      (despite) =>
        new SeatMembers(dossier.context(key), body, {
          members: [member],
          ...told(onDay(dossier.record.session.date), despite),
        }),
    );
    return differencesBetween(find(held.body), find(said.body), `body.members.${index}`).map(
      (difference) => ({ difference, step }),
    );
  });
  return [...named.map((difference) => ({ difference, step: null })), ...ofMembers];
}

/** The attendance list as it now reads, what was corrected since put right. */
function attendanceNow({ attendance, corrections }: SessionState): ReadonlyMap<string, Attendance> {
  const listed = new Map((attendance ?? []).map((entry) => [entry.member, entry]));
  for (const { correction } of corrections) {
    if (correction.kind !== 'attendance') continue;
    const { kind: _, ...entry } = correction;
    listed.set(entry.member, entry);
  }
  return listed;
}

function ofAttendance(dossier: Dossier, held: SessionState, said: SessionState): readonly Correction[] {
  const [before, after] = [attendanceNow(held), attendanceNow(said)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((member) => {
    const [was, is] = [before.get(member) ?? null, after.get(member) ?? null];
    if (isDeepStrictEqual(was, is)) return [];
    const difference = {
      path: `session.attendance.${member}`,
      held: was && [was.status, was.mode],
      said: is && [is.status, is.mode],
    };
    return [{ difference, step: is === null ? null : attendanceStep(dossier, said, is) }];
  });
}

function attendanceStep(dossier: Dossier, said: SessionState, { member, status, mode }: Attendance): Step {
  const key = `correct:attendance:${member}`;
  const later = said.corrections.findLast(
    ({ correction }) => correction.kind === 'attendance' && correction.member === member,
  );
  const command: Step['command'] = (despite) =>
    new CorrectEntry(dossier.context(key), dossier.session, {
      correction: { kind: 'attendance', member, status, mode },
      reason: later?.reason ?? reasonOf(dossier),
      on: later?.on ?? null,
      ...told(UNDATED, despite),
    });
  return stepAt(key, 'session.attendance', command);
}

const reasonOf = ({ record }: Dossier): string =>
  `révision ${record.revision} du fichier de séance « ${record.id} »`;

interface AffairAt {
  readonly key: string;
  readonly index: number;
  readonly path: string;
}

function ofAffair(
  dossier: Dossier,
  at: AffairAt,
  held: Held,
  said: AffairState,
  session: SessionState,
): readonly Correction[] {
  const before = held.affairs.get(at.key);
  if (before === undefined) return [];
  return [
    ...ofReport(dossier, at, before, said),
    ...ofAnnexes(dossier, at, before, said),
    ...ofNumber(dossier, at, before, said),
    ...ofVotes(dossier, at, { session: held.session, paper: before }, session),
  ];
}

function ofReport(dossier: Dossier, { key: affair, path }: AffairAt, held: AffairState, said: AffairState) {
  const key = `correct:report:${affair}`;
  const id = dossier.affairOf(affair);
  const affairSaid = dossier.record.affairs.find((one) => one.key === affair);
  const content = affairSaid === undefined || said.report === null ? null : reportOf(affairSaid);
  const step =
    content === null
      ? null
      : stepAt(key, path, (despite) => {
          const common = [dossier.context(key), dossier.session, id] as const;
          const reason = reasonOf(dossier);
          return held.report === null
            ? new SubmitReport(...common, { report: content, annexes: null, ...told(UNDATED, despite) })
            : new ReviseReport(...common, { report: content, reason, ...told(UNDATED, despite) });
        });
  return differencesBetween(held.report, said.report, `${path}.report`).map((difference) => ({
    difference,
    step,
  }));
}

/** Annexes are added: none is taken away, or changed. */
function ofAnnexes(dossier: Dossier, { key, path }: AffairAt, held: AffairState, said: AffairState) {
  const titles = ({ annexes }: AffairState) =>
    annexes?.map(({ title, sha256 }) => ({ title, sha256 })) ?? null;
  const [before, after] = [titles(held) ?? [], titles(said) ?? []];
  return after.flatMap((annex, index): readonly Correction[] => {
    if (isDeepStrictEqual(annex, before[index])) return [];
    const difference = {
      path: `${path}.annexes.${index}`,
      held: before[index]?.title ?? null,
      said: annex.title,
    };
    const step = `correct:annex:${key}:${index}`;
    const attach: Step['command'] = (despite) =>
      new AttachAnnex(
        dossier.context(step),
        dossier.session,
        dossier.affairOf(key),
        { ...annex, ...told(UNDATED, despite) },
        null,
      );
    const isNew = index >= before.length && said.annexes?.[index]?.file === null;
    return [{ difference, step: isNew ? stepAt(step, `${path}.annexes.${index}`, attach) : null }];
  });
}

function ofNumber(dossier: Dossier, { key: affair, path }: AffairAt, held: AffairState, said: AffairState) {
  if (held.number === said.number) return [];
  const { number } = said;
  const key = `correct:number:${affair}`;
  const difference = { path: `${path}.number`, held: held.number, said: number };
  if (number === null) return [{ difference, step: null }];
  const command: Step['command'] = (despite) =>
    new NumberAffair(dossier.context(key), dossier.session, dossier.affairOf(affair), {
      number,
      ...told(UNDATED, despite),
    });
  return [{ difference, step: stepAt(key, `${path}.number`, command) }];
}

/** The votes that decided the affair, as a later séance or an earlier revision corrected them. */
function ofVotes(
  dossier: Dossier,
  { key: affair, path }: AffairAt,
  held: { readonly session: SessionState; readonly paper: AffairState },
  said: SessionState,
): readonly Correction[] {
  const id = dossier.affairOf(affair);
  const [before, after] = [decidingBallot(held.session, id), decidingBallot(said, id)];
  if (before === null || after === null || after.closed === null) return [];
  const rectified = held.paper.fates.findLast(({ counts }) => counts !== null)?.counts;
  const counted = rectified ?? before.closed?.tally.counts ?? null;
  const counts = after.closed.tally.counts;
  const key = `correct:votes:${affair}`;
  const command: Step['command'] = (despite) =>
    new RecordFate(dossier.context(key), dossier.session, id, {
      kind: 'vote-rectified',
      on: null,
      effectiveFrom: null,
      byNumber: null,
      byAffair: null,
      by: null,
      note: reasonOf(dossier),
      counts,
      ...told(UNDATED, despite),
    });
  const step = stepAt(key, `${path}.ballots`, command);
  return differencesBetween(counted, counts, `${path}.ballots.counts`).map((difference) => ({
    difference,
    step,
  }));
}

function decidingBallot({ affairs, ballots }: SessionState, id: string): BallotInSession | null {
  const deciding = affairs.find((affair) => affair.id === id)?.decidingBallots ?? [];
  return deciding.length === 1 ? (ballots.find((ballot) => ballot.id === deciding[0]) ?? null) : null;
}

/** What followed the séance, where the register does not hold it yet: the steps of an import record it. */
function ofWhatFollowed(dossier: Dossier, held: Held, said: Held): readonly Correction[] {
  const steps = new Map(
    [
      ...afterwardsSteps(dossier),
      ...dossier.course.affairs.flatMap((placed) => extractSteps(dossier, placed)),
    ].map((step) => [step.key, step]),
  );
  const follow = (path: string, key: string, before: unknown, after: unknown): readonly Correction[] => {
    if (after === null || isDeepStrictEqual(before, after)) return [];
    const difference = { path, held: before, said: after };
    return [{ difference, step: before === null ? (steps.get(key) ?? null) : null }];
  };
  const { session } = said;
  return [
    ...follow('session.listPostedOn', 'list', held.session.list, session.list),
    ...follow(
      'session.minutes',
      'minutes',
      minutesOf(held.session.minutes.settled),
      minutesOf(session.minutes.settled),
    ),
    ...follow(
      'session.minutes.publishedOn',
      'minutes.published',
      held.session.minutes.published,
      session.minutes.published,
    ),
    ...dossier.course.affairs.flatMap(({ affair: { key }, path }) => {
      const [before, after] = [held.affairs.get(key), said.affairs.get(key)];
      if (before === undefined || after === undefined) return [];
      const publications = after.publications.filter(
        (one) => !before.publications.some((other) => isDeepStrictEqual(one, other)),
      );
      return [
        ...follow(`${path}.transmission`, `transmission:${key}`, before.transmission, after.transmission),
        ...follow(
          `${path}.transmission.acknowledgedOn`,
          `acknowledgement:${key}`,
          before.acknowledgement,
          after.acknowledgement,
        ),
        ...publications.flatMap((one) => follow(`${path}.publication`, `publication:${key}`, null, one)),
        ...after.fates.flatMap((fate, index) =>
          before.fates.some((other) => isDeepStrictEqual(fate, other))
            ? []
            : follow(`${path}.fates.${index}`, `${path}.fates.${index}`, null, fate),
        ),
        ...(before.extract === null
          ? follow(`${path}.extract`, `extract:${key}`, null, certification(after))
          : []),
      ];
    }),
  ];
}

const minutesOf = (settled: SessionState['minutes']['settled']) =>
  settled && { on: settled.on, text: settled.text };

const certification = ({ extract }: AffairState) =>
  extract && { formula: extract.formula, certifiedOn: extract.certifiedOn };

/** All else that happened in the room: what was recorded of it cannot be said otherwise by any event. */
function ofTheRest(held: Held, said: Held): readonly Correction[] {
  return differencesBetween(roomOf(held.session), roomOf(said.session), 'session')
    .filter(({ path }) => !DERIVED.has(path.split('.').at(-1) ?? ''))
    .map(({ path, ...values }) => {
      const difference = { ...values, path: path.replace(/^session\.(?=affairs\.)/, '') };
      return { difference, step: null };
    });
}

// Computed from the rest, or corrected otherwise.
const DERIVED = new Set(['computed', 'deduced', 'expressed']);

const NO_COUNTS: Counts = { for: null, against: null, abstentions: null, notTakingPart: null };

function roomOf(session: SessionState): unknown {
  const { convened, bodyAtSession, stated, openedAt, closedAt, proxies, movements, secretaries } = session;
  const { openingChair, chair, suspensions, closedDoors, ballotRequests, urgency, statedSheets } = session;
  const deciding = new Set(
    session.affairs.flatMap(({ decidingBallots }) => (decidingBallots?.length === 1 ? decidingBallots : [])),
  );
  const ballots = session.ballots.map((ballot) =>
    deciding.has(ballot.id) && ballot.closed !== null
      ? { ...ballot, closed: { ...ballot.closed, tally: { ...ballot.closed.tally, counts: NO_COUNTS } } }
      : ballot,
  );
  // The report's subject is shown before the agenda's; the room and the quorum follow from what is compared.
  const affairs = session.affairs.map(({ subject: _subject, called, ...affair }) => ({
    ...affair,
    called: called && { at: called.at, recusals: called.recusals },
  }));
  return {
    convened,
    inOffice: bodyAtSession?.inOffice ?? null,
    stated,
    openedAt,
    closedAt,
    proxies,
    movements,
    secretaries,
    openingChair,
    chair,
    suspensions,
    closedDoors,
    ballotRequests,
    urgency,
    statedSheets,
    ballots,
    affairs,
  };
}
