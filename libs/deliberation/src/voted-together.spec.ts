import { ballotStream, OutcomeUnknown, type Appended, type EventToAppend } from '@registre/event-store';
import { newId } from '@registre/platform';
import fc from 'fast-check';
import { CastVote } from './ballot/cast-vote.js';
import { anEvening, clerk } from './evening.fixture.js';
import { MemoryEventStore } from './event-store.fixture.js';
import { refusalOf, request, startNode, type Node } from './node.fixture.js';

const SEATS = ['alix', 'basile', 'chloe', 'david', 'elsa'];

let store: MemoryEventStore;
let node: Node;
let ballot: string;
let appends: number[];
beforeEach(async () => {
  store = new MemoryEventStore();
  node = await startNode(store);
  const { session, budget } = await anEvening(node);
  ({ id: ballot } = await clerk(node).ballot(session, budget));
  appends = [];
  store.interfere = (events) => void appends.push(events.length);
});

const votes = () => store.of(ballotStream('valmont', ballot)).filter(({ type }) => type === 'VoteCast');
const codes = async (asked: readonly Promise<unknown>[]) =>
  (await Promise.allSettled(asked)).map((one) => (one.status === 'fulfilled' ? 'accepted' : one.reason.code));
/** The next appends of votes meet what a test says. */
const meeting = (what: (events: readonly EventToAppend[], write: () => Appended) => void) => {
  store.interfere = (events, write) => {
    appends.push(events.length);
    if (events[0]?.type === 'VoteCast') what(events, write);
  };
};

describe('votes that come together', () => {
  it('are appended together, each an event of its own request', async () => {
    const asked = SEATS.map((seat) => clerk(node, request(`k-${seat}`, { body: seat })).vote(ballot, seat));
    const answers = await Promise.all(asked);
    expect(appends).toEqual([1, 4]);
    expect(answers.map(({ revision }) => revision)).toEqual([1, 2, 3, 4, 5]);
    const metadata = votes().map((one) => one.metadata);
    expect(metadata.map(({ idempotencyKey }) => idempotencyKey)).toEqual(SEATS.map((seat) => `k-${seat}`));
    expect(new Set(metadata.map(({ $causationId }) => $causationId)).size).toBe(5);
    expect(new Set(metadata.map(({ bodyHash }) => bodyHash)).size).toBe(5);
    // Sent again, on another node too, each gets the answer it got.
    const there = await startNode(store);
    const again = SEATS.map((seat) => clerk(there, request(`k-${seat}`, { body: seat })).vote(ballot, seat));
    expect(await Promise.all(again)).toEqual(answers);
    expect(votes()).toHaveLength(5);
  });

  it('of the same seat: the first is taken, and each other refused alone', async () => {
    const asked = ['alix', 'basile', 'alix', 'chloe', 'basile', 'zoe'].map((seat) =>
      clerk(node).vote(ballot, seat),
    );
    expect(await codes(asked)).toEqual([
      'accepted',
      'accepted',
      'vote.twice',
      'accepted',
      'vote.twice',
      'vote.not-on-roll',
    ]);
    expect(votes()).toHaveLength(3);
  });

  it('under one key are one vote', async () => {
    const asked = Array.from({ length: 4 }, () => clerk(node, request('k1')).vote(ballot, 'alix'));
    expect(new Set((await Promise.all(asked)).map(({ revision }) => revision))).toEqual(new Set([1]));
    expect(votes()).toHaveLength(1);
  });

  it('under one key are one vote, behind another’s too', async () => {
    const first = clerk(node).vote(ballot, 'basile');
    const twice = [1, 2].map(() => clerk(node, request('k1')).vote(ballot, 'alix'));
    const asked = [first, clerk(node).vote(ballot, 'chloe'), ...twice, clerk(node).vote(ballot, 'david')];
    expect(await codes(asked)).toEqual(asked.map(() => 'accepted'));
    expect(await twice[0]).toEqual(await twice[1]);
    expect(votes()).toHaveLength(4);
  });

  it('do not wait for a vote of tomorrow, which is refused alone', async () => {
    const tomorrow = {
      seat: 'chloe',
      choice: 'for',
      occurredAt: { date: '2030-01-01', time: null },
    } as const;
    const asked = [
      clerk(node).vote(ballot, 'alix'),
      clerk(node).vote(ballot, 'basile'),
      node.execute(new CastVote(request(), ballot, tomorrow)),
      clerk(node).vote(ballot, 'david'),
    ];
    expect(await codes(asked)).toEqual(['accepted', 'accepted', 'future', 'accepted']);
  });

  it('are decided again when another node was first', async () => {
    const there = await startNode(store);
    let interfered = false;
    store.interfere = async (events) => {
      if (events.length < 2 || interfered) return;
      interfered = true;
      await clerk(there).vote(ballot, 'chloe');
    };
    expect(await codes(SEATS.map((seat) => clerk(node).vote(ballot, seat)))).toEqual([
      'accepted',
      'accepted',
      'vote.twice',
      'accepted',
      'accepted',
    ]);
    expect(votes()).toHaveLength(5);
  });

  it('are all told that the outcome is not known; sent again, each is written once', async () => {
    meeting((events, write) => {
      if (events.length < 2) return;
      write();
      throw new OutcomeUnknown('no answer');
    });
    const vote = (seat: string) => clerk(node, request(`k-${seat}`)).vote(ballot, seat);
    expect(await codes(SEATS.map(vote))).toEqual(['accepted', ...Array(4).fill('outcome-unknown')]);
    store.interfere = () => {};
    expect(await codes(SEATS.map(vote))).toEqual(Array(5).fill('accepted'));
    expect(votes()).toHaveLength(5);
  });

  it('that weigh too much for one append are shared out', async () => {
    const key = (seat: string) => seat + newId().repeat(9_000);
    await Promise.all(SEATS.map((seat) => clerk(node, request(key(seat))).vote(ballot, seat)));
    expect(votes()).toHaveLength(5);
    expect(Math.max(...appends)).toBeLessThan(4);
  });

  it('do not wait for a vote that can never be stored', async () => {
    const tooMuch = request(newId().repeat(40_000));
    const asked = [
      clerk(node).vote(ballot, 'alix'),
      clerk(node).vote(ballot, 'basile'),
      clerk(node, tooMuch).vote(ballot, 'chloe'),
      clerk(node).vote(ballot, 'david'),
    ];
    expect(await codes(asked)).toEqual(['accepted', 'accepted', 'event-too-large', 'accepted']);
  });

  it('keep their turn before what comes after them', async () => {
    const count = clerk(node).count(ballot, { for: 1 });
    const vote = clerk(node).vote(ballot, 'alix');
    expect(await codes([count, vote])).toEqual(['accepted', 'ballot.counted']);
    expect((await refusalOf(clerk(node).vote(ballot, 'basile'))).code).toBe('ballot.counted');
  });

  it('leave one vote a seat, whoever comes in what order through how many nodes', async () => {
    const nodes = [node, await startNode(store)];
    const came = fc.array(fc.tuple(fc.constantFrom(...SEATS), fc.nat(1)), { maxLength: 25 });
    await fc.assert(
      fc.asyncProperty(came, async (comers) => {
        const { session, budget } = await anEvening(
          (nodes[0] = await startNode((store = new MemoryEventStore()))),
        );
        nodes[1] = await startNode(store);
        ({ id: ballot } = await clerk(nodes[0]).ballot(session, budget));
        const answers = await codes(comers.map(([seat, at]) => clerk(nodes[at] ?? node).vote(ballot, seat)));
        const seats = votes().map(({ data }) => (data as { seat: string }).seat);
        expect(new Set(seats).size).toBe(seats.length);
        expect(new Set(seats)).toEqual(new Set(comers.map(([seat]) => seat)));
        expect(answers.filter((one) => one === 'accepted')).toHaveLength(seats.length);
      }),
      { numRuns: 15 },
    );
  });
});
