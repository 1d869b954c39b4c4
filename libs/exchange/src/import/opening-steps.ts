import {
  AppointSecretary,
  OpenSession,
  RecordAttendance,
  TakeChair,
  type AttendanceEntry,
} from '@registre/deliberation';
import { OPENING } from '../session-record/course.js';
import { ballotSteps } from './ballot-steps.js';
import { opening } from './occurrences.js';
import { proxyStep, type PlacedProxy } from './proxy-steps.js';
import { told, type Dossier, type Step } from './step.js';

const beginning = (list: readonly unknown[] | null): [] | null => (list === null ? null : []);

/** The opening: who is there, who presides, who writes, who is represented; then the ballots of the séance itself. */
export function openingSteps(dossier: Dossier, proxies: readonly PlacedProxy[]): readonly Step[] {
  const { record, course } = dossier;
  return [
    openStep(dossier),
    ...attendanceSteps(dossier),
    ...chairSteps(dossier),
    ...secretarySteps(dossier),
    ...proxies
      .filter(({ place }) => place === OPENING)
      .map((proxy) => proxyStep(dossier, proxy, opening(course))),
    ...(record.session.ballots ?? []).flatMap((ballot, index) =>
      ballotSteps(dossier, { ballot, path: `session.ballots.${index}`, affair: null, rank: -1 }),
    ),
  ];
}

function openStep({ record, course, session, context }: Dossier): Step {
  const { stated, attendance, proxies, movements, secretaries } = record.session;
  const beginnings = {
    attendance: beginning(attendance),
    proxies: beginning(proxies),
    movements: beginning(movements),
    secretaries: beginning(secretaries),
  };
  const command: Step['command'] = (despite) =>
    new OpenSession(context('open'), session, { stated, ...beginnings, ...told(opening(course), despite) });
  return { key: 'open', path: 'session', command };
}

function attendanceSteps({ record, course, session, context }: Dossier): readonly Step[] {
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
