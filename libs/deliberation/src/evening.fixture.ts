import { CertifyExtract, CertifyExtractBody } from './affair/certify-extract.js';
import { RegisterAuthority, RegisterAuthorityBody } from './authority/register-authority.js';
import { AdoptTemplate, AdoptTemplateBody } from './body/adopt-template.js';
import { ConstituteBody, ConstituteBodyBody } from './body/constitute-body.js';
import { SeatMembers, SeatMembersBody } from './body/seat-members.js';
import type { Accepted, CommandContext, Created } from './command/command-context.js';
import { bodyOf, request, type Node } from './node.fixture.js';
import { CallAffair, CallAffairBody } from './session/call-affair.js';
import { CloseBallot, CloseBallotBody } from './session/close-ballot.js';
import { CloseSession, CloseSessionBody } from './session/close-session.js';
import { ConveneSession, ConveneSessionBody } from './session/convene-session.js';
import { DecideAffair, DecideAffairBody } from './session/decide-affair.js';
import { OpenBallot, OpenBallotBody } from './session/open-ballot.js';
import { OpenSession, OpenSessionBody } from './session/open-session.js';
import { PlaceAffair, PlaceAffairBody } from './session/place-affair.js';
import { RecordAttendance, RecordAttendanceBody } from './session/record-attendance.js';
import { TakeChair, TakeChairBody } from './session/take-chair.js';
import { VoidBallot, VoidBallotBody } from './session/void-ballot.js';
import { CastVote, CastVoteBody } from './ballot/cast-vote.js';
import { CountHands, CountHandsBody } from './ballot/count-hands.js';
import { NumberAffair, NumberAffairBody } from './affair/number-affair.js';

const MEMBERS = ['alix', 'basile', 'chloe', 'david', 'elsa'];

/** What a clerk does, each act a request of its own. */
export const clerk = (node: Node, context: CommandContext = request()) => ({
  register: () =>
    node.execute<Accepted>(
      new RegisterAuthority(
        context,
        bodyOf(RegisterAuthorityBody, { name: 'Valmont', timezone: 'Europe/Paris', kind: 'commune' }),
      ),
    ),
  constitute: (numbering: 'body' | 'session' = 'body') =>
    node.execute<Accepted>(
      new ConstituteBody(
        context,
        bodyOf(ConstituteBodyBody, { key: 'CM', name: 'Conseil municipal', kind: 'council', numbering }),
      ),
    ),
  seat: (members = MEMBERS) =>
    node.execute<Accepted>(
      new SeatMembers(
        context,
        'CM',
        bodyOf(SeatMembersBody, { members: members.map((ref) => ({ ref, familyName: ref.toUpperCase() })) }),
      ),
    ),
  adopt: (text = 'Objet : {{ subject }}') =>
    node.execute<Accepted>(
      new AdoptTemplate(context, 'CM', bodyOf(AdoptTemplateBody, { name: 'commune', text })),
    ),
  convene: (known: object = {}) =>
    node.execute<Created>(
      new ConveneSession(
        context,
        bodyOf(ConveneSessionBody, { body: 'CM', date: '2024-03-21', inOffice: 5, ...known }),
      ),
    ),
  place: (session: string, known: object = {}) =>
    node.execute<Created>(
      new PlaceAffair(context, session, bodyOf(PlaceAffairBody, { subject: 'Budget', ...known })),
    ),
  open: (session: string, known: object = {}) =>
    node.execute<Accepted>(
      new OpenSession(
        context,
        session,
        bodyOf(OpenSessionBody, {
          attendance: [],
          proxies: [],
          movements: [],
          secretaries: [],
          occurredAt: { date: '2024-03-21', time: null },
          ...known,
        }),
      ),
    ),
  callTheRoll: (session: string, present = MEMBERS) =>
    node.execute<Accepted>(
      new RecordAttendance(
        context,
        session,
        bodyOf(RecordAttendanceBody, { entries: present.map((member) => ({ member, status: 'present' })) }),
      ),
    ),
  preside: (session: string, member: string) =>
    node.execute<Accepted>(new TakeChair(context, session, bodyOf(TakeChairBody, { member }))),
  call: (session: string, affair: string) =>
    node.execute<Accepted>(
      new CallAffair(context, session, affair, bodyOf(CallAffairBody, { recusals: [] })),
    ),
  ballot: (session: string, affair: string | null) =>
    node.execute<Created>(
      new OpenBallot(context, session, bodyOf(OpenBallotBody, { affair, method: 'roll-call' })),
    ),
  vote: (ballot: string, seat: string, choice = 'for') =>
    node.execute<Accepted>(new CastVote(context, ballot, bodyOf(CastVoteBody, { seat, choice }))),
  count: (ballot: string, counts: object) =>
    node.execute<Accepted>(new CountHands(context, ballot, bodyOf(CountHandsBody, { counts }))),
  voidBallot: (session: string, ballot: string, reason: string | null = null) =>
    node.execute<Accepted>(new VoidBallot(context, session, ballot, bodyOf(VoidBallotBody, { reason }))),
  closeBallot: (session: string, ballot: string, known: object = {}) =>
    node.execute<Accepted>(new CloseBallot(context, session, ballot, bodyOf(CloseBallotBody, known))),
  decide: (session: string, affair: string, outcome: 'adopted' | 'rejected' = 'adopted') =>
    node.execute<Accepted>(new DecideAffair(context, session, affair, bodyOf(DecideAffairBody, { outcome }))),
  closeSession: (session: string) =>
    node.execute<Accepted>(new CloseSession(context, session, bodyOf(CloseSessionBody, {}))),
  number: (session: string, affair: string, number: string, known: object = {}) =>
    node.execute<Accepted>(
      new NumberAffair(context, session, affair, bodyOf(NumberAffairBody, { number, ...known })),
    ),
  certify: (session: string, affair: string, known: object = {}) =>
    node.execute<Accepted>(
      new CertifyExtract(
        context,
        session,
        affair,
        bodyOf(CertifyExtractBody, {
          signatory: { member: 'alix', office: 'Maire' },
          certifiedOn: '2024-03-22',
          ...known,
        }),
      ),
    ),
});

/** A séance of five, open, its two affairs on the agenda, the first under discussion. */
export async function anEvening(node: Node): Promise<{ session: string; budget: string; route: string }> {
  const { register, constitute, seat, adopt, convene, place, open, callTheRoll, preside, call } = clerk(node);
  await register();
  await constitute();
  await seat();
  await adopt();
  const { id: session } = await convene();
  const { id: budget } = await place(session, { order: 1 });
  const { id: route } = await place(session, { order: 2, subject: 'Route' });
  await open(session);
  await callTheRoll(session);
  await preside(session, 'alix');
  await call(session, budget);
  return { session, budget, route };
}
