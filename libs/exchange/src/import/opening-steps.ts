import {
  AppointSecretary,
  ConfirmUrgency,
  OpenSession,
  RecordAttendance,
  TakeChair,
  type AttendanceEntry,
} from '@registre/deliberation';
import { OPENING } from '../session-record/course.js';
import { ballotIdOf, ballotSteps } from './ballot-steps.js';
import { during, opening } from './occurrences.js';
import { placedProxies, proxyStep } from './proxy-steps.js';
import { told, type Dossier, type Step } from './step.js';

const beginning = (list: readonly unknown[] | null): [] | null => (list === null ? null : []);

/** The opening: who is there, who presides, who writes, who is represented; then the ballots of the séance itself. */
export function openingSteps(dossier: Dossier): readonly Step[] {
  const { record, course } = dossier;
  const urgency = urgencyBallot(dossier);
  return [
    openStep(dossier),
    ...attendanceSteps(dossier),
    ...chairSteps(dossier),
    ...secretarySteps(dossier),
    ...placedProxies(course)
      .filter(({ place }) => place === OPENING)
      .map((proxy) => proxyStep(dossier, proxy, opening(course))),
    ...(record.session.ballots ?? []).flatMap((ballot, index) => {
      const path = `session.ballots.${index}`;
      const held = { ballot, path, affair: null, rank: -1, rollIsCeiling: false, placed: null };
      return [...ballotSteps(dossier, held), ...(path === urgency ? urgencySteps(dossier, path) : [])];
    }),
    ...(urgency === null ? urgencySteps(dossier, null) : []),
  ];
}

function openStep({ record, course, session, context }: Dossier): Step {
  const { stated, attendance, attendanceComplete, proxies, movements, secretaries } = record.session;
  const beginnings = {
    // Of a list that names only some, it is not known whether it is whole.
    attendance: attendanceComplete === false ? null : beginning(attendance),
    proxies: beginning(proxies),
    movements: beginning(movements),
    secretaries: beginning(secretaries),
  };
  const command: Step['command'] = (despite) =>
    new OpenSession(context('open'), session, { stated, ...beginnings, ...told(opening(course), despite) });
  return { key: 'open', path: 'session', command };
}

export function attendanceSteps({ record, course, session, context }: Dossier): readonly Step[] {
  const entries = record.session.attendance as readonly AttendanceEntry[] | null;
  if (entries === null || entries.length === 0) return [];
  const command: Step['command'] = (despite) =>
    new RecordAttendance(context('attendance'), session, {
      entries: [...entries],
      ...told(opening(course), despite),
    });
  return [{ key: 'attendance', path: 'session.attendance', command }];
}

function chairSteps({ record, course, session, context }: Dossier): readonly Step[] {
  const member = record.session.chair;
  if (member === null) return [];
  const command: Step['command'] = (despite) =>
    new TakeChair(context('chair'), session, { member, ...told(opening(course), despite) });
  return [{ key: 'chair', path: 'session.chair', command }];
}

const secretarySteps = ({ record, course, session, context }: Dossier): readonly Step[] =>
  (record.session.secretaries ?? []).map((member, index) => {
    const key = `secretary:${index}`;
    return {
      key,
      path: `session.secretaries.${index}`,
      command: (despite) =>
        new AppointSecretary(context(key), session, { member, ...told(opening(course), despite) }),
    };
  });

/** Path of the only ballot of the séance that is on the urgency; null: none is recognised for sure. */
function urgencyBallot({ record }: Dossier): string | null {
  const paths = (record.session.ballots ?? []).flatMap(({ question }, index) =>
    /urgence/i.test(question ?? '') ? [`session.ballots.${index}`] : [],
  );
  return paths.length === 1 ? (paths[0] ?? null) : null;
}

/** What the assembly ruled on the urgency (R12): null where the source does not say it, which is not that it did not. */
function urgencySteps(dossier: Dossier, ballot: string | null): readonly Step[] {
  const { record, course, session, context } = dossier;
  if (record.session.urgency === null) return [];
  const { confirmed } = record.session.urgency;
  const key = 'urgency';
  const command: Step['command'] = (despite) =>
    new ConfirmUrgency(context(key), session, {
      confirmed,
      ballot: ballot === null ? null : ballotIdOf(dossier, ballot),
      ...told(during(course, -1, null), despite),
    });
  return [{ key, path: 'session.urgency', command }];
}
