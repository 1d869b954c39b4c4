import fc from 'fast-check';
import { ballotStream, registerStream, type StoredEvent } from '@registre/event-store';
import { newId, Refusal } from '@registre/platform';
import { AttachAnnex, AttachAnnexBody } from './affair/attach-annex.js';
import { CertifyExtract, CertifyExtractBody } from './affair/certify-extract.js';
import { NumberAffair, NumberAffairBody } from './affair/number-affair.js';
import { ReviseReport, ReviseReportBody } from './affair/revise-report.js';
import { SubmitReport, SubmitReportBody } from './affair/submit-report.js';
import { ballotAggregate } from './ballot/ballot.js';
import { CastVote, CastVoteBody } from './ballot/cast-vote.js';
import { CountHands, CountHandsBody } from './ballot/count-hands.js';
import { CHOICES } from './ballot/tally.js';
import { CommandRunner } from './command/command-runner.js';
import { clerk } from './evening.fixture.js';
import { MemoryEventStore } from './event-store.fixture.js';
import { bodyOf, request, startNode, StoppedClock, type Node } from './node.fixture.js';
import { registerAggregate } from './register/register.js';
import { AppointSecretary, AppointSecretaryBody } from './session/appoint-secretary.js';
import { CallAffair, CallAffairBody } from './session/call-affair.js';
import { CloseBallot, CloseBallotBody } from './session/close-ballot.js';
import { CloseSession, CloseSessionBody } from './session/close-session.js';
import { DecideAffair, DecideAffairBody } from './session/decide-affair.js';
import { GiveProxy, GiveProxyBody } from './session/give-proxy.js';
import { NoteAffair, NoteAffairBody } from './session/note-affair.js';
import { NoteDebate, NoteDebateBody } from './session/note-debate.js';
import { OpenBallot, OpenBallotBody } from './session/open-ballot.js';
import { OpenSession, OpenSessionBody } from './session/open-session.js';
import { PlaceAffair, PlaceAffairBody } from './session/place-affair.js';
import { PostponeAffair, PostponeAffairBody } from './session/postpone-affair.js';
import { RecordArrival, RecordArrivalBody } from './session/record-arrival.js';
import { RecordAttendance, RecordAttendanceBody } from './session/record-attendance.js';
import { RecordDeparture, RecordDepartureBody } from './session/record-departure.js';
import { sessionAggregate, type SessionEvent, type SessionState } from './session/session.js';
import { TakeChair, TakeChairBody } from './session/take-chair.js';
import { WithdrawAffair, WithdrawAffairBody } from './session/withdraw-affair.js';

type Class = new (...parameters: never[]) => object;

/** What is asked of the register, sensibly or not: a command, what it is about, and its body. */
interface Asked {
  readonly command: Class;
  readonly type: new () => object;
  readonly of: 'session' | 'affair' | 'ballot' | 'ballot-in-session';
  readonly which: number;
  readonly plain: object;
  readonly insists: boolean;
}

const which = fc.nat(2);
const insists = fc.constantFrom(true, true, false);
const member = fc.constantFrom('alix', 'basile', 'chloe', 'david', 'elsa', 'zoe');
const count = fc.option(fc.nat(3));
const affairIndex = fc.option(fc.nat(2));
const beginning = fc.constantFrom([], null);

const ask = (command: Class, type: new () => object, of: Asked['of'], plain: fc.Arbitrary<object>) =>
  fc.record({
    command: fc.constant(command),
    type: fc.constant(type),
    of: fc.constant(of),
    which,
    plain,
    insists,
  });
const nothing = fc.constant({});

const opening = ask(
  OpenSession,
  OpenSessionBody,
  'session',
  fc.record({ attendance: beginning, proxies: beginning, movements: beginning, secretaries: beginning }),
);
const inTheRoom = [
  ask(
    PlaceAffair,
    PlaceAffairBody,
    'session',
    fc.record({ subject: fc.constant('Objet'), order: fc.option(fc.integer({ min: 1, max: 4 })) }),
  ),
  ask(
    RecordAttendance,
    RecordAttendanceBody,
    'session',
    fc.record({
      entries: fc.array(fc.record({ member, status: fc.constantFrom('present', 'excused', 'absent') }), {
        minLength: 1,
        maxLength: 5,
      }),
    }),
  ),
  ask(TakeChair, TakeChairBody, 'session', fc.record({ member })),
  ask(AppointSecretary, AppointSecretaryBody, 'session', fc.record({ member })),
  ask(GiveProxy, GiveProxyBody, 'session', fc.record({ giver: member, bearer: fc.option(member) })),
  ask(RecordArrival, RecordArrivalBody, 'session', fc.record({ member })),
  ask(RecordDeparture, RecordDepartureBody, 'session', fc.record({ member })),
];
const onTheAffair = [
  ask(CallAffair, CallAffairBody, 'affair', fc.record({ recusals: beginning })),
  ask(
    CallAffair,
    CallAffairBody,
    'affair',
    fc.record({ recusals: beginning, stated: fc.record({ present: count }) }),
  ),
  ask(NoteDebate, NoteDebateBody, 'affair', fc.constant({ text: 'Débat.' })),
  ask(
    DecideAffair,
    DecideAffairBody,
    'affair',
    fc.record({ outcome: fc.constantFrom('adopted', 'rejected') }),
  ),
  ask(NoteAffair, NoteAffairBody, 'affair', nothing),
  ask(PostponeAffair, PostponeAffairBody, 'affair', nothing),
  ask(WithdrawAffair, WithdrawAffairBody, 'affair', fc.constant({ stated: { voters: 3 } })),
  ask(
    SubmitReport,
    SubmitReportBody,
    'affair',
    fc.record({
      annexes: beginning,
      report: fc.constant({
        subject: 'Objet',
        articles: [{ text: 'Article.' }],
        rapporteur: { role: 'Rapporteur' },
      }),
    }),
  ),
  ask(
    ReviseReport,
    ReviseReportBody,
    'affair',
    fc.constant({ report: { subject: 'Autre objet', citations: ['Le code'] } }),
  ),
  ask(AttachAnnex, AttachAnnexBody, 'affair', fc.constant({ title: 'Convention' })),
  ask(NumberAffair, NumberAffairBody, 'affair', fc.record({ number: fc.constantFrom('1', '2') })),
  ask(
    CertifyExtract,
    CertifyExtractBody,
    'affair',
    fc.constant({ signatory: { office: 'Maire', remit: ['Finances'] }, certifiedOn: null }),
  ),
];
const balloting = ask(
  OpenBallot,
  OpenBallotBody,
  'session',
  fc.record({
    affair: affairIndex,
    method: fc.constantFrom('show-of-hands', null),
    roll: fc.option(fc.nat(6)),
    candidates: fc.option(fc.constantFrom([{ member: 'alix' }, { name: 'Liste B' }], [{ name: 'Liste B' }]), {
      freq: 1,
    }),
  }),
);
const casting = ask(
  CastVote,
  CastVoteBody,
  'ballot',
  fc.record({ seat: member, choice: fc.constantFrom(...CHOICES) }),
);
const counting = ask(
  CountHands,
  CountHandsBody,
  'ballot',
  fc.record({
    counts: fc.record({ for: count, against: count, abstentions: count, notTakingPart: count }),
    named: fc.option(fc.record({ against: fc.option(fc.uniqueArray(member, { maxLength: 3 })) })),
  }),
);
const electing = ask(
  CountHands,
  CountHandsBody,
  'ballot',
  fc.record({
    candidates: fc.tuple(count, count).map(([one, other]) => [
      { member: 'alix', votes: one },
      { name: 'Liste B', votes: other },
    ]),
  }),
);
const closingBallot = ask(
  CloseBallot,
  CloseBallotBody,
  'ballot-in-session',
  fc.record({ outcome: fc.option(fc.constantFrom('adopted', 'rejected')) }),
);
const closing = ask(CloseSession, CloseSessionBody, 'session', nothing);

const several = <T>(asked: fc.Arbitrary<T>, minLength: number, maxLength: number) =>
  fc.array(asked, { minLength, maxLength, size: 'max' });
/** A ballot from its opening to its end, with what may come between. */
const ballot = fc
  .tuple(
    balloting,
    several(fc.oneof(casting, casting, casting, counting, electing, ...inTheRoom.slice(-2)), 0, 8),
    closingBallot,
  )
  .map((parts) => parts.flat());
const anything = fc.oneof(
  { arbitrary: fc.oneof(...inTheRoom).map((asked) => [asked]), weight: 2 },
  { arbitrary: fc.oneof(...onTheAffair).map((asked) => [asked]), weight: 3 },
  { arbitrary: fc.oneof(balloting, casting, counting, closingBallot).map((asked) => [asked]), weight: 2 },
  { arbitrary: ballot, weight: 2 },
);
const placing = inTheRoom[0]!;
const calling = onTheAffair[0]!;
const certifying = onTheAffair.at(-1)!;

/** An evening: what comes before the opening, what may come in any order, what comes after. */
const evenings = fc
  .tuple(
    several(placing, 2, 4),
    several(anything, 0, 3),
    opening,
    several(fc.oneof(...inTheRoom), 0, 6),
    several(calling, 1, 3),
    several(anything, 15, 35),
    closing,
    several(
      fc.oneof(
        certifying.map((asked) => [asked]),
        anything,
      ),
      0,
      6,
    ),
  )
  .map((parts): Asked[] => parts.flat(2));

/** Asks for all of it, one thing after another; what is irregular is insisted upon or given up. */
async function held(node: Node, session: string, evening: readonly Asked[]): Promise<Held> {
  const affairs: string[] = [];
  const ballots: string[] = [];
  for (const asked of evening) {
    const accepted = await answered(node, asked, session, affairs, ballots);
    if (asked.command === PlaceAffair && accepted?.id !== undefined) affairs.push(accepted.id);
    if (asked.command === OpenBallot && accepted?.id !== undefined) ballots.push(accepted.id);
  }
  return { affairs, ballots };
}
interface Held {
  readonly affairs: readonly string[];
  readonly ballots: readonly string[];
}

// Any other would say that an accepted command gave an event which cannot be kept.
const REFUSALS = ['impossible', 'irregular', 'not-found'];

async function answered(
  node: Node,
  { command, type, of, which: place, plain, insists: again }: Asked,
  session: string,
  affairs: readonly string[],
  ballots: readonly string[],
): Promise<{ id?: string } | undefined> {
  const one = (ids: readonly string[], index: number) => ids[index % Math.max(1, ids.length)] ?? newId();
  const about =
    'affair' in plain && typeof plain.affair === 'number' ? { affair: one(affairs, plain.affair) } : {};
  const targets = {
    session: [session],
    affair: [session, one(affairs, place)],
    ballot: [ballots.at(-1) ?? newId()],
    'ballot-in-session': [session, ballots.at(-1) ?? newId()],
  }[of];
  const Command = command as new (...parameters: unknown[]) => object;
  const asking = (despite?: object[]) =>
    node.execute<{ id?: string }>(
      new Command(request(), ...targets, bodyOf(type, { ...plain, ...about, ...(despite && { despite }) })),
    );
  try {
    return await asking();
  } catch (error) {
    if (!(error instanceof Refusal) || !REFUSALS.includes(error.kind)) throw error;
    if (error.kind !== 'irregular' || !again) return undefined;
    const rules = [...new Set(error.reasons.map(({ rule }) => rule))];
    return asking(rules.map((rule) => ({ rule, reason: 'constaté au procès-verbal' })));
  }
}

const distinct = (values: readonly unknown[]) => new Set(values).size === values.length;

function expectSound(store: MemoryEventStore, stream: string, state: SessionState, { ballots }: Held): void {
  const orders = state.affairs.flatMap(({ order }) => (order === null ? [] : [order]));
  expect(distinct(orders)).toBe(true);
  expect(distinct(state.affairs.map(({ key }) => key))).toBe(true);
  for (const id of ballots) {
    const cast = store.of(ballotStream('valmont', id)).filter(({ type }) => type === 'VoteCast');
    expect(distinct(cast.map(({ data }) => (data as { seat: string }).seat))).toBe(true);
  }
  for (const { roll, closed } of state.ballots) {
    expect(distinct((roll.seats ?? []).map(({ seat }) => seat))).toBe(true);
    const { counts, candidates = [] } = closed?.tally ?? { counts: {} };
    const counted = Object.values(counts).reduce((sum: number, cell) => sum + (cell ?? 0), 0);
    const elected = (candidates ?? []).reduce((sum, { votes }) => sum + (votes ?? 0), 0);
    expect(Math.max(counted, elected)).toBeLessThanOrEqual(roll.size ?? Infinity);
  }
  expect(state.ballots.filter(({ closed }) => closed === null).map(({ id }) => id)).toEqual(
    state.openBallot === null ? [] : [state.openBallot],
  );
  expectOneBallotAtATime(store.of(stream));
}

function expectOneBallotAtATime(events: readonly StoredEvent[]): void {
  let open = 0;
  for (const { type } of events) {
    if (type === 'BallotOpened') open += 1;
    if (type === 'BallotClosed') open -= 1;
    expect(open).toBeLessThanOrEqual(1);
  }
}

const foldedAtOnce = (events: readonly StoredEvent[]) =>
  events.reduce(
    (state, event) =>
      sessionAggregate.evolve(state, event as unknown as SessionEvent, event.metadata.occurredAt),
    sessionAggregate.initial,
  );

describe('whatever is asked of a séance', () => {
  it('leaves a register that is sound, and the same when it is read again', async () => {
    await fc.assert(
      fc.asyncProperty(evenings, async (evening) => {
        const store = new MemoryEventStore();
        const node = await startNode(store);
        await clerk(node).register();
        await clerk(node).constitute();
        await clerk(node).seat();
        await clerk(node).adopt();
        const { id: session, stream } = await clerk(node).convene();
        const happened = await held(node, session, evening);
        await node.enterInRegister.complete(request(), session);

        const anew = new CommandRunner(store, new StoppedClock());
        const { state } = await anew.load(sessionAggregate, stream);
        expectSound(store, stream, state, happened);
        expect(foldedAtOnce(store.of(stream))).toEqual(state);
        expect((await node.runner.load(sessionAggregate, stream)).state).toEqual(state);
        expect(JSON.parse(JSON.stringify(state))).toStrictEqual(state);
        for (const id of happened.ballots) {
          const votes = ballotStream('valmont', id);
          expect((await node.runner.load(ballotAggregate, votes)).state).toEqual(
            (await anew.load(ballotAggregate, votes)).state,
          );
        }
        const register = await anew.load(registerAggregate, registerStream('valmont', 'CM', 2024));
        const sheets = Object.values(register.state.sheets).toSorted((a, b) => (a ?? 0) - (b ?? 0));
        expect(sheets).toEqual(sheets.map((_, place) => place + 1));
      }),
      { numRuns: 30 },
    );
  });
});
