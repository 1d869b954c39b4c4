import {
  affairStream,
  ballotStream,
  registerStream,
  sessionStream,
  type StoredEvent,
} from '@registre/event-store';
import { affairAggregate, FATE_OF, UNDOING, type AffairEvent, type FateKind } from '../affair/affair.js';
import { ballotAggregate, type BallotEvent } from '../ballot/ballot.js';
import type { Tally } from '../ballot/tally.js';
import { CommandRunner } from '../command/command-runner.js';
import type { MayBeIrregular } from '../command/irregularity.js';
import type { MemoryEventStore } from '../event-store.fixture.js';
import { StoppedClock, type Node } from '../node.fixture.js';
import { registerAggregate } from '../register/register.js';
import {
  sessionAggregate,
  type BallotInSession,
  type SessionEvent,
  type SessionState,
} from '../session/session.js';
import type { Answer, Evening } from './asked.fixture.js';

const distinct = (values: readonly unknown[]) => new Set(values).size === values.length;
const sum = (values: readonly (number | null)[]) => values.reduce<number>((all, one) => all + (one ?? 0), 0);
const rulesIn = (events: readonly StoredEvent[]): string[] =>
  events.flatMap(({ data }) => ((data as MayBeIrregular).irregularities ?? []).map(({ rule }) => rule));

/** What is written at once, without anything being insisted upon. */
const ALWAYS_TAKEN = ['movement.during-ballot'];

/** What a request wrote is what was answered: nothing when refused, and its irregularities when accepted despite them. */
export function expectAnswered({ despite, refusal }: Answer, written: readonly StoredEvent[]): void {
  if (refusal !== null) return expect(written).toEqual([]);
  // What follows in another stream repeats what its ballot already told.
  const told = new Set(rulesIn(written.slice(0, 1)));
  for (const rule of ALWAYS_TAKEN) told.delete(rule);
  expect([...told].toSorted()).toEqual([...despite].toSorted());
}

/** What must hold of a register after whatever was asked of it. */
export async function expectSound(node: Node, store: MemoryEventStore, evening: Evening): Promise<void> {
  const { session, ballots, affairs } = evening;
  const anew = new CommandRunner(store, new StoppedClock());
  const stream = sessionStream('valmont', session);
  const { state } = await anew.load(sessionAggregate, stream);
  expect(foldedAtOnce(store.of(stream))).toEqual(state);
  expect((await node.runner.load(sessionAggregate, stream)).state).toEqual(state);
  expect(JSON.parse(JSON.stringify(state))).toStrictEqual(state);
  expectSoundSession(state, eventsOf<SessionEvent>(store, stream));

  for (const id of ballots) {
    const votes = ballotStream('valmont', id);
    const voting = await anew.load(ballotAggregate, votes);
    expect((await node.runner.load(ballotAggregate, votes)).state).toEqual(voting.state);
    const held = state.ballots.find((one) => one.id === id);
    if (held === undefined) throw new Error('a ballot was opened that the séance does not know');
    expectSoundBallot(held, eventsOf<BallotEvent>(store, votes));
    expect([voting.state.closed !== null, voting.state.status === 'void']).toEqual([
      held.closed !== null,
      held.voided !== null && held.closed === null,
    ]);
  }
  for (const id of affairs) {
    const paper = affairStream('valmont', id);
    const { state: read } = await anew.load(affairAggregate, paper);
    expect((await node.runner.load(affairAggregate, paper)).state).toEqual(read);
    expect(read.erasures.every(({ completed }) => completed)).toBe(true);
    expectSoundPaper(eventsOf<AffairEvent>(store, paper));
  }
  await expectSoundRegister(anew, state);
}

type Recorded<E> = E & Pick<StoredEvent, 'metadata'>;
const eventsOf = <E>(store: MemoryEventStore, stream: string): readonly Recorded<E>[] =>
  store.of(stream) as unknown as readonly Recorded<E>[];

const foldedAtOnce = (events: readonly StoredEvent[]) =>
  events.reduce(
    (state, event) =>
      sessionAggregate.evolve(state, event as unknown as SessionEvent, event.metadata.occurredAt),
    sessionAggregate.initial,
  );

function expectSoundSession(state: SessionState, events: readonly SessionEvent[]): void {
  const orders = state.affairs.flatMap(({ order }) => (order === null ? [] : [order]));
  expect(distinct(orders)).toBe(true);
  expect(distinct(state.affairs.map(({ key }) => key))).toBe(true);
  const open = state.ballots.filter(({ closed, voided }) => closed === null && voided === null);
  expect(open.map(({ id }) => id)).toEqual(state.openBallot === null ? [] : [state.openBallot]);
  const opened = events.flatMap((one) => (one.type === 'BallotOpened' ? [one.data.ballot] : []));
  expect(state.ballots.map(({ id }) => id)).toEqual(opened);
  expectOneBallotAtATime(events);

  for (const { id, outcome, called, decidingBallots } of state.affairs) {
    const deciding = (decidingBallots ?? []).map((one) => state.ballots.find((held) => held.id === one));
    expect(deciding.every((held) => held?.affair === id && held.closed && held.voided === null)).toBe(true);
    if (outcome === 'adopted' || outcome === 'rejected') expect(called).not.toBeNull();
  }
}

/** A ballot is opened when none is, and ended once, by its closing or by being declared void while it is open. */
function expectOneBallotAtATime(events: readonly SessionEvent[]): void {
  let open: string | null = null;
  const closed: string[] = [];
  for (const { type, data } of events) {
    if (type === 'BallotOpened') {
      expect(open).toBeNull();
      open = data.ballot;
    }
    if (type === 'BallotClosed') {
      expect(open).toBe(data.ballot);
      closed.push(data.ballot);
      open = null;
    }
    if (type === 'BallotVoided' && open === data.ballot) open = null;
    else if (type === 'BallotVoided') expect(closed).toContain(data.ballot);
  }
}

function expectSoundBallot(held: BallotInSession, events: readonly BallotEvent[]): void {
  const { roll, method, positions, closed } = held;
  const voters = events.flatMap((one) => (one.type === 'VoteCast' ? [one.data.seat] : []));
  const signed = events.flatMap((one) => (one.type === 'VoterSigned' ? [one.data.seat] : []));
  const counts = events.filter(({ type }) => type === 'HandsCounted' || type === 'SecretTallyRecorded');
  expect(distinct(voters)).toBe(true);
  expect(distinct(signed)).toBe(true);
  expect(counts.length).toBeLessThanOrEqual(1);
  expect(distinct((roll.seats ?? []).map(({ seat }) => seat))).toBe(true);
  const size = roll.size ?? Infinity;
  expect(Math.max(voters.length, signed.length)).toBeLessThanOrEqual(size);
  if (closed !== null) expectWithin(closed.tally, size, positions ?? 1);

  const types = new Set(events.map(({ type }) => type));
  if (method !== 'secret') {
    return expect(types.has('VoterSigned') || types.has('SecretTallyRecorded')).toBe(false);
  }
  expect(types.has('VoteCast') || types.has('HandsCounted')).toBe(false);
  expect(closed === null || Object.values(closed.tally.named).every((names) => names === null)).toBe(true);
  // A signature says who and nothing else; the totals name nobody but candidates.
  for (const { type, data } of events) {
    if (type === 'VoterSigned') expect(Object.keys(data).toSorted()).toEqual(['seat', 'voter']);
    if (type === 'SecretTallyRecorded') expect(data).not.toHaveProperty('named');
  }
}

function expectWithin({ counts, candidates, papers }: Tally, size: number, positions: number): void {
  expect(sum(Object.values(counts))).toBeLessThanOrEqual(size);
  const given = (candidates ?? []).map(({ votes }) => votes);
  expect(sum(given)).toBeLessThanOrEqual(size * positions);
  for (const votes of given) expect(votes ?? 0).toBeLessThanOrEqual(size);
  expect(papers?.found ?? 0).toBeLessThanOrEqual(size);
}

/** Certified once; nothing of the paper changes after. */
function expectSoundPaper(events: readonly AffairEvent[]): void {
  const certified = events.findIndex(({ type }) => type === 'ExtractCertified');
  const PRINTED = ['ReportSubmitted', 'ReportRevised', 'AnnexAttached', 'AffairNumbered', 'ExtractCertified'];
  const after = certified === -1 ? [] : events.slice(certified + 1).map(({ type }) => type);
  expect(after.filter((type) => PRINTED.includes(type))).toEqual([]);

  expectFatesAfterUndoing(events);
}

/** What follows an undoing that stands says that it is irregular; one that was struck out undoes nothing. */
function expectFatesAfterUndoing(events: readonly AffairEvent[]): void {
  let standing: readonly FateKind[] = [];
  for (const { type, data } of events) {
    if (type === 'VoteRectified') standing = [...standing, 'vote-rectified'];
    if (type === 'MentionStruckOut' && data.kind === 'fate') standing = standing.toSpliced(data.place - 1, 1);
    if (!(type in FATE_OF)) continue;
    const rules = ((data as MayBeIrregular).irregularities ?? []).map(({ rule }) => rule);
    expect(rules.includes('R26.after-undoing')).toBe(standing.some((kind) => UNDOING.includes(kind)));
    standing = [...standing, FATE_OF[type as keyof typeof FATE_OF]];
  }
}

/** Sheets are numbered one after another, without a gap, from the first that the register was opened at. */
async function expectSoundRegister(
  anew: CommandRunner,
  { sheets, statedSheets }: SessionState,
): Promise<void> {
  const { state } = await anew.load(registerAggregate, registerStream('valmont', 'CM', 2024));
  const entered = Object.values(state.sheets);
  if (sheets === 'to-be-numbered') {
    const inOrder = entered.map((sheet) => sheet ?? NaN).toSorted((a, b) => a - b);
    expect(inOrder).toEqual(inOrder.map((_, place) => (inOrder[0] ?? 0) + place));
  } else {
    const known = new Set(statedSheets?.map(({ sheet }) => sheet));
    expect(entered.every((sheet) => sheet === null || known.has(sheet))).toBe(true);
  }
}
