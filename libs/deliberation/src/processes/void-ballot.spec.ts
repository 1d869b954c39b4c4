import { ballotStream, sessionStream } from '@registre/event-store';
import { anEvening, clerk } from '../evening.fixture.js';
import { MemoryEventStore } from '../event-store.fixture.js';
import { refusalOf, request, startNode, type Node } from '../node.fixture.js';

let store: MemoryEventStore;
let node: Node;
let evening: { session: string; budget: string };
let ballot: string;
beforeEach(async () => {
  store = new MemoryEventStore();
  node = await startNode(store);
  evening = await anEvening(node);
  ({ id: ballot } = await clerk(node).ballot(evening.session, evening.budget));
});

const last = (stream: string) => store.of(stream).at(-1);
const session = () => sessionStream('valmont', evening.session);
const votes = () => ballotStream('valmont', ballot);

describe('voiding a ballot', () => {
  it('that is open stops its votes, then leaves the séance without an open ballot', async () => {
    await clerk(node).vote(ballot, 'alix');
    const answer = await clerk(node).voidBallot(evening.session, ballot, 'Panne');
    expect(last(votes())).toMatchObject({ type: 'VotingVoided', data: { reason: 'Panne' } });
    expect(last(session())).toMatchObject({ type: 'BallotVoided', data: { ballot, reason: 'Panne' } });
    expect(answer.stream).toBe(session());
    expect((await refusalOf(clerk(node).vote(ballot, 'basile'))).code).toBe('ballot.void');
    expect((await refusalOf(clerk(node).closeBallot(evening.session, ballot))).code).toBe('ballot.void');
    await clerk(node).ballot(evening.session, evening.budget);
  });

  it('that is closed is the séance’s own word', async () => {
    await clerk(node).voidBallot(evening.session, ballot);
    expect((await refusalOf(clerk(node).voidBallot(evening.session, ballot))).code).toBe('ballot.void');
    const { id: second } = await clerk(node).ballot(evening.session, evening.budget);
    await clerk(node).count(second, { for: 5, against: 0, abstentions: 0, notTakingPart: 0 });
    await clerk(node).closeBallot(evening.session, second);
    await clerk(node).voidBallot(evening.session, second);
    expect(last(ballotStream('valmont', second))?.type).toBe('VotingClosed');
    expect(last(session())).toMatchObject({ type: 'BallotVoided', data: { ballot: second } });
  });

  it('sent again under its key gets the answer it got, open or closed', async () => {
    const once = await clerk(node, request('k1')).voidBallot(evening.session, ballot);
    const { size } = store;
    expect(await clerk(await startNode(store), request('k1')).voidBallot(evening.session, ballot)).toEqual(
      once,
    );
    expect(store.size).toBe(size);
  });

  it('by who has not seen what the séance became is refused, and the vote goes on', async () => {
    const seen = store.of(session()).length - 1;
    const asking = (ifMatch: number) =>
      clerk(node, request(undefined, { ifMatch })).voidBallot(evening.session, ballot);
    expect(await refusalOf(asking(seen - 1))).toMatchObject({ kind: 'conflict', code: 'changed-since' });
    await clerk(node).vote(ballot, 'alix');
    await asking(seen);
    expect(last(session())?.type).toBe('BallotVoided');
  });

  it('cut between its halves is completed, once', async () => {
    store.interfere = (events) => {
      if (events[0]?.type !== 'BallotVoided') return;
      throw new Error('the process was stopped');
    };
    await expect(clerk(node).voidBallot(evening.session, ballot, 'Panne')).rejects.toThrow('stopped');
    store.interfere = () => {};
    expect(last(session())?.type).toBe('BallotOpened');
    const context = { authority: 'valmont', actor: 'registre', correlationId: 'c2' };
    const nodes = [node, await startNode(store), await startNode(store)];
    await Promise.all(nodes.map((one) => one.voidBallot.complete(context, ballot)));
    expect(store.of(session()).filter(({ type }) => type === 'BallotVoided')).toHaveLength(1);
  });

  it('whose close was cut between its halves completes it first', async () => {
    store.interfere = (events) => {
      if (events[0]?.type !== 'BallotClosed') return;
      throw new Error('the process was stopped');
    };
    await expect(clerk(node).closeBallot(evening.session, ballot)).rejects.toThrow('stopped');
    store.interfere = () => {};
    await clerk(node).voidBallot(evening.session, ballot);
    expect(
      store
        .of(session())
        .slice(-2)
        .map(({ type }) => type),
    ).toEqual(['BallotClosed', 'BallotVoided']);
  });

  it('of another séance, or of none, is refused and writes nothing', async () => {
    const { size } = store;
    expect((await refusalOf(clerk(node).voidBallot(evening.session, 'b9'))).code).toBe('unknown-ballot');
    expect(store.size).toBe(size);
  });
});
