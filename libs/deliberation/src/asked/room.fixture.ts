import fc from 'fast-check';
import { AppointSecretary, AppointSecretaryBody } from '../session/appoint-secretary.js';
import { CloseSession, CloseSessionBody } from '../session/close-session.js';
import { CorrectEntry, CorrectEntryBody } from '../session/correct-entry.js';
import { GiveProxy, GiveProxyBody } from '../session/give-proxy.js';
import { InstallMember, InstallMemberBody } from '../session/install-member.js';
import { OpenSession, OpenSessionBody } from '../session/open-session.js';
import { PlaceAffair, PlaceAffairBody } from '../session/place-affair.js';
import { RecordArrival, RecordArrivalBody } from '../session/record-arrival.js';
import { RecordAttendance, RecordAttendanceBody } from '../session/record-attendance.js';
import { RecordDeparture, RecordDepartureBody } from '../session/record-departure.js';
import { ResignMember, ResignMemberBody } from '../session/resign-member.js';
import { ResumeSession, ResumeSessionBody } from '../session/resume-session.js';
import { RevokeProxy, RevokeProxyBody } from '../session/revoke-proxy.js';
import { SuspendSession, SuspendSessionBody } from '../session/suspend-session.js';
import { TakeChair, TakeChairBody } from '../session/take-chair.js';
import { affair, ask, beginning, count, day, member, MEMBERS, reason, sure } from './asked.fixture.js';

export const opening = ask(
  OpenSession,
  OpenSessionBody,
  'session',
  fc.record({ attendance: beginning, proxies: beginning, movements: beginning, secretaries: beginning }),
).map(sure);

export const placing = ask(
  PlaceAffair,
  PlaceAffairBody,
  'session',
  fc.record({ subject: fc.constant('Objet'), order: fc.option(fc.integer({ min: 1, max: 4 })) }),
);

const status = fc.constantFrom('present', 'present', 'excused', 'absent', 'represented');
const mode = fc.option(fc.constantFrom('in-person', 'remote'), { freq: 1 });
/** Each of the council's members once: what a clerk does. */
export const rollCall = ask(
  RecordAttendance,
  RecordAttendanceBody,
  'session',
  fc
    .tuple(
      ...MEMBERS.map(() =>
        fc.constantFrom('present', 'present', 'present', 'present', 'excused', 'absent', 'represented'),
      ),
    )
    .map((all) => ({ entries: MEMBERS.map((ref, place) => ({ member: ref, status: all[place] })) })),
);
const someEntries = ask(
  RecordAttendance,
  RecordAttendanceBody,
  'session',
  fc.record({ entries: fc.array(fc.record({ member, status, mode }), { minLength: 1, maxLength: 3 }) }),
);

export const suspending = ask(SuspendSession, SuspendSessionBody, 'session', fc.record({ reason }));
export const resuming = ask(
  ResumeSession,
  ResumeSessionBody,
  'session',
  fc.record({ stated: fc.option(fc.record({ present: count })) }),
);

export const movements = [
  ask(RecordArrival, RecordArrivalBody, 'session', fc.record({ member, reason })),
  ask(RecordDeparture, RecordDepartureBody, 'session', fc.record({ member, reason })),
];

export const correcting = ask(
  CorrectEntry,
  CorrectEntryBody,
  'session',
  fc.record({
    correction: fc.oneof(
      fc.record({ kind: fc.constant('attendance'), member, status }),
      fc.record({ kind: fc.constantFrom('movement', 'proxy', 'secretary'), member }),
      fc.record({ kind: fc.constant('recusal'), affair, member }),
      fc.record({ kind: fc.constantFrom('call', 'outcome'), affair }),
    ),
    reason,
    on: day,
  }),
);

export const inTheRoom = [
  ...movements,
  placing,
  someEntries,
  ask(TakeChair, TakeChairBody, 'session', fc.record({ member })),
  ask(AppointSecretary, AppointSecretaryBody, 'session', fc.record({ member })),
  ask(GiveProxy, GiveProxyBody, 'session', fc.record({ giver: member, bearer: fc.option(member) })),
  ask(GiveProxy, GiveProxyBody, 'session', fc.record({ giver: member, bearer: member })),
  ask(RevokeProxy, RevokeProxyBody, 'giver', fc.record({ reason })),
  ask(RevokeProxy, RevokeProxyBody, 'giver', fc.record({ reason })),
  ask(
    InstallMember,
    InstallMemberBody,
    'session',
    fc.record({ seat: member.map((ref) => ({ ref, familyName: ref.toUpperCase() })), reason }),
  ),
  ask(ResignMember, ResignMemberBody, 'session', fc.record({ member, reason })),
  correcting,
];

export const closing = ask(
  CloseSession,
  CloseSessionBody,
  'session',
  fc.constantFrom(
    {},
    {},
    { sheets: 'unknown' },
    { sheets: 'stated' },
    {
      sheets: 'stated',
      entries: [
        { affair: { affair: 0 }, sheet: 7 },
        { affair: { affair: 1 }, sheet: null },
      ],
    },
  ),
);
