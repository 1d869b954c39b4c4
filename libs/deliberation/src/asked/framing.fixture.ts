import fc from 'fast-check';
import { DescribeAuthority } from '../authority/describe-authority.js';
import { RegisterAuthorityBody } from '../authority/register-authority.js';
import { AdoptRules, AdoptRulesBody } from '../body/adopt-rules.js';
import { AssignOffice, AssignOfficeBody } from '../body/assign-office.js';
import { MergeMembers, MergeMembersBody } from '../body/merge-members.js';
import { SeatMembers, SeatMembersBody } from '../body/seat-members.js';
import { UnseatMember, UnseatMemberBody } from '../body/unseat-member.js';
import { CommandBody } from '../command/command-body.js';
import { OpenRegister, OpenRegisterBody } from '../register/open-register.js';
import { CloseDoors, CloseDoorsBody } from '../session/close-doors.js';
import { ConfirmUrgency, ConfirmUrgencyBody } from '../session/confirm-urgency.js';
import { RecordQuorumFailure, RecordQuorumFailureBody } from '../session/record-quorum-failure.js';
import { ReopenDoors } from '../session/reopen-doors.js';
import { SendConvocation, SendConvocationBody } from '../session/send-convocation.js';
import { affair, ask, ballot, count, day, member, rarely, reason } from './asked.fixture.js';

/** How the séance is convened. */
export const convening: fc.Arbitrary<object> = fc.constantFrom(
  {},
  {},
  { urgency: { reason: 'Crue de la rivière' } },
  { secondConvocation: true },
);

/** What comes before a séance, in its place or not. */
export const beforehand = [
  ask(
    SendConvocation,
    SendConvocationBody,
    'session',
    fc.record({
      on: day,
      medium: fc.option(fc.constantFrom('electronic', 'paper')),
      recipients: fc.option(fc.uniqueArray(member, { maxLength: 3 })),
      note: fc.option(fc.boolean()),
    }),
  ),
];

export const quorumFailing = ask(
  RecordQuorumFailure,
  RecordQuorumFailureBody,
  'session',
  fc.record({ stated: fc.option(fc.record({ present: count })) }),
);

export const closingDoors = ask(
  CloseDoors,
  CloseDoorsBody,
  'session',
  fc.record({
    affair: fc.option(affair, { freq: 1 }),
    requestedBy: fc.option(fc.uniqueArray(member, { maxLength: 3 })),
    ballot: rarely(ballot),
    reason,
  }),
);
export const reopeningDoors = ask(ReopenDoors, CommandBody, 'session');

/** What the assembly rules of its own sitting. */
export const ofTheSitting = [
  ask(
    ConfirmUrgency,
    ConfirmUrgencyBody,
    'session',
    fc.record({ confirmed: fc.option(fc.boolean()), ballot: rarely(ballot) }),
  ),
  closingDoors,
  reopeningDoors,
];

/** What touches the authority, the body and its register meanwhile. */
export const besideTheRoom = [
  ask(
    SeatMembers,
    SeatMembersBody,
    'council',
    member.map((ref) => ({ members: [{ ref, familyName: ref.toUpperCase(), office: 'Adjoint' }] })),
  ),
  ask(
    UnseatMember,
    UnseatMemberBody,
    'member-of-council',
    fc.record({ until: fc.constantFrom('2024-03-01', '2024-06-30'), reason }),
  ),
  ask(
    AssignOffice,
    AssignOfficeBody,
    'member-of-council',
    fc.record({
      office: fc.constantFrom('1er adjoint', null),
      from: day,
      affair: rarely(affair),
    }),
  ),
  ask(MergeMembers, MergeMembersBody, 'council', fc.record({ from: member, into: member })),
  ask(
    AdoptRules,
    AdoptRulesBody,
    'council',
    fc.record({
      substitutes: fc.option(fc.boolean()),
      publication: fc.constantFrom('posting', null),
      numbering: fc.constantFrom('body', 'session'),
      on: day,
    }),
  ),
  ask(
    DescribeAuthority,
    RegisterAuthorityBody,
    'authority',
    fc.record({
      name: fc.constantFrom('Valmont', 'Valmont-sur-Orne'),
      timezone: fc.constant('Europe/Paris'),
      kind: fc.constant('commune'),
      population: fc.option(fc.constantFrom(900, 4_000)),
    }),
  ),
  ask(
    OpenRegister,
    OpenRegisterBody,
    'authority',
    fc.record({ body: fc.constant('CM'), year: fc.constant(2024), firstSheet: fc.constantFrom(1, 12) }),
  ),
];
