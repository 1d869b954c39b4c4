import {
  affairStream,
  ballotStream,
  bodyStream,
  numberStream,
  OutcomeUnknown,
  registerStream,
  sessionStream,
  StoreUnavailable,
} from '@registre/event-store';
import { AttachAnnex, AttachAnnexBody } from './affair/attach-annex.js';
import { EraseContent, EraseContentBody } from './affair/erase-content.js';
import { SeatMembers, SeatMembersBody } from './body/seat-members.js';
import { anEvening, clerk } from './evening.fixture.js';
import { MemoryEventStore } from './event-store.fixture.js';
import { bodyOf, refusalOf, request, startNode, StoppedClock, type Node } from './node.fixture.js';

const session = (id: string) => sessionStream('valmont', id);
const ballot = (id: string) => ballotStream('valmont', id);
const REGISTER = registerStream('valmont', 'CM', 2024);

let store: MemoryEventStore;
let node: Node;
beforeEach(async () => {
  store = new MemoryEventStore();
  node = await startNode(store);
});

const typesOf = (stream: string) => store.of(stream).map(({ type }) => type);
const crashOn = (type: string) => {
  store.interfere = (events) => {
    if (!events.some((event) => event.type === type)) return;
    store.interfere = () => {};
    throw new Error('the process was stopped');
  };
};
const untilCrash = (asked: Promise<unknown>) => expect(asked).rejects.toThrow('the process was stopped');

describe('a request sent again with its key', () => {
  it('gets the answer it got, after later events and a restart, and writes nothing', async () => {
    await anEvening(node);
    const once = await clerk(node, request('k1')).convene();
    await clerk(node).place(once.id);
    const before = store.size;
    const restarted = await startNode(store);
    expect(await clerk(node, request('k1')).convene()).toEqual(once);
    expect(await clerk(restarted, request('k1')).convene()).toEqual(once);
    expect(store.size).toBe(before);
  });

  it('is recognised where it wrote several events', async () => {
    await clerk(node).register();
    await clerk(node).constitute();
    const once = await clerk(node, request('k1')).seat();
    expect(once.revision).toBe(5);
    expect(await clerk(await startNode(store), request('k1')).seat()).toEqual(once);
    expect(store.of(bodyStream('valmont', 'CM'))).toHaveLength(6);
  });

  it('is refused when it asks for something else', async () => {
    const evening = await anEvening(node);
    await clerk(node, request('k1', { body: 'one' })).place(evening.session, {
      despite: [{ rule: 'R12.added-during-session', reason: 'urgence' }],
    });
    for (const at of [node, await startNode(store)]) {
      const refusal = await refusalOf(
        clerk(at, request('k1', { body: 'other' })).preside(evening.session, 'basile'),
      );
      expect(refusal).toMatchObject({ kind: 'reused-key', code: 'idempotency-key-reused' });
    }
  });

  it('is refused when it asks for something else on a node whose memory is older', async () => {
    const evening = await anEvening(node);
    const older = await startNode(store);
    await clerk(older).preside(evening.session, 'basile');
    const before = await clerk(node, request('k1', { body: 'one' })).preside(evening.session, 'chloe');
    const refusal = await refusalOf(
      clerk(older, request('k1', { body: 'other' })).preside(evening.session, 'david'),
    );
    expect(refusal.kind).toBe('reused-key');
    expect(store.of(session(evening.session))).toHaveLength(before.revision + 1);
  });

  it('is another request when somebody else sends it', async () => {
    await anEvening(node);
    const mine = await clerk(node, request('k1')).convene();
    const theirs = await clerk(node, request('k1', { actor: 'adjoint' })).convene();
    expect(theirs.id).not.toBe(mine.id);
  });

  it('is decided afresh when it was refused', async () => {
    const evening = await anEvening(node);
    const open = await clerk(node).ballot(evening.session, null);
    const asking = () => clerk(node, request('k1')).ballot(evening.session, evening.budget);
    expect((await refusalOf(asking())).code).toBe('ballot.open');
    await clerk(node).closeBallot(evening.session, open.id);
    expect(await asking()).toEqual(await asking());
  });

  it('completes what a crash cut, on both streams', async () => {
    const evening = await anEvening(node);
    crashOn('VotingOpened');
    await untilCrash(clerk(node, request('k1')).ballot(evening.session, evening.budget));
    const { id } = await clerk(await startNode(store), request('k1')).ballot(evening.session, evening.budget);
    expect(typesOf(ballot(id))).toEqual(['VotingOpened']);
    expect(typesOf(session(evening.session)).filter((type) => type === 'BallotOpened')).toHaveLength(1);
  });
});

describe('a clerk who names the revision seen', () => {
  it('is told the present one when somebody else was first', async () => {
    const evening = await anEvening(node);
    const { revision } = await clerk(node).preside(evening.session, 'basile');
    const stale = clerk(node, request(undefined, { ifMatch: revision - 1 }));
    const refusal = await refusalOf(stale.preside(evening.session, 'chloe'));
    expect(refusal).toMatchObject({ kind: 'conflict', extensions: { currentRevision: revision } });
    await clerk(node, request(undefined, { ifMatch: revision })).preside(evening.session, 'chloe');
  });

  it('is heard on another node, whose memory is older', async () => {
    const evening = await anEvening(node);
    const other = await startNode(store);
    await clerk(other).preside(evening.session, 'basile');
    const { revision } = await clerk(node).preside(evening.session, 'chloe');
    const seen = request(undefined, { ifMatch: revision });
    expect((await clerk(other, seen).preside(evening.session, 'david')).revision).toBe(revision + 1);
  });

  it('means the séance when closing a ballot, whatever votes came in', async () => {
    const evening = await anEvening(node);
    const { id, revision } = await clerk(node).ballot(evening.session, evening.budget);
    await clerk(node).count(id, { for: 5 });
    const stale = request('k0', { ifMatch: revision - 1 });
    expect((await refusalOf(clerk(node, stale).closeBallot(evening.session, id))).kind).toBe('conflict');
    const seen = request('k1', { ifMatch: revision });
    const closing = await clerk(node, seen).closeBallot(evening.session, id);
    expect(closing).toEqual({ stream: session(evening.session), revision: revision + 1 });
    expect(await clerk(node, seen).closeBallot(evening.session, id)).toEqual(closing);
  });
});

describe('two nodes over one log', () => {
  it('decide again when the other was first, and each seat votes once', async () => {
    const evening = await anEvening(node);
    const other = await startNode(store);
    const { id } = await clerk(node).ballot(evening.session, evening.budget);
    const seats = ['alix', 'basile', 'chloe', 'david', 'elsa'];
    const votes = [node, other].flatMap((at) => seats.map((seat) => clerk(at).vote(id, seat)));
    const answers = await Promise.allSettled(votes);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
    const refused = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason.code] : []));
    expect(new Set(refused)).toEqual(new Set(['vote.twice']));
    expect(typesOf(ballot(id))).toEqual(['VotingOpened', ...seats.map(() => 'VoteCast')]);
  });

  it('refuse only on what the store holds now', async () => {
    const evening = await anEvening(node);
    const other = await startNode(store);
    await clerk(other).preside(evening.session, 'basile');
    await clerk(node).decide(evening.session, evening.budget);
    await clerk(node).call(evening.session, evening.route);
    expect((await clerk(other).decide(evening.session, evening.route)).revision).toBeGreaterThan(0);
  });

  it('give up where somebody is always first', async () => {
    const evening = await anEvening(node);
    const other = await startNode(store);
    const chairs = ['basile', 'chloe'];
    store.interfere = async (events) => {
      if (events[0]?.metadata.actor === 'adjoint') return;
      chairs.reverse();
      await clerk(other, request(undefined, { actor: 'adjoint' })).preside(evening.session, chairs[0]!);
    };
    const refusal = await refusalOf(clerk(node).preside(evening.session, 'david'));
    expect(refusal).toMatchObject({ kind: 'unavailable', code: 'too-much-contention' });
  });
});

describe('a ballot', () => {
  it('is opened on its own stream with the roll of the séance', async () => {
    const evening = await anEvening(node);
    const { id } = await clerk(node).ballot(evening.session, evening.budget);
    const [opened] = store.of(ballot(id));
    expect(opened).toMatchObject({
      type: 'VotingOpened',
      data: { session: evening.session, affair: evening.budget, roll: { size: 5, exact: true } },
      metadata: { session: evening.session, actor: 'greffe' },
    });
    const { roll } = store.of(session(evening.session)).at(-1)?.data as { roll: object };
    expect(opened?.data).toHaveProperty('roll', roll);
  });

  it('cut by a crash as it opened is completed, once, by two processes at once', async () => {
    const evening = await anEvening(node);
    crashOn('VotingOpened');
    await untilCrash(clerk(node, request('k1')).ballot(evening.session, null));
    const id = (store.of(session(evening.session)).at(-1)?.data as { ballot: string }).ballot;
    expect((await refusalOf(clerk(node).vote(id, 'alix'))).code).toBe('unknown-ballot');
    const others = await Promise.all([startNode(store), startNode(store)]);
    await Promise.all(others.map(({ openVoting }) => openVoting.complete(request(), evening.session, id)));
    expect(typesOf(ballot(id))).toEqual(['VotingOpened']);
    await clerk(node).vote(id, 'alix');
  });

  it('cut by a crash as it opened can be closed all the same', async () => {
    const evening = await anEvening(node);
    crashOn('VotingOpened');
    await untilCrash(clerk(node).ballot(evening.session, null));
    const id = (store.of(session(evening.session)).at(-1)?.data as { ballot: string }).ballot;
    await clerk(node).closeBallot(evening.session, id, { outcome: 'adopted' });
    expect(typesOf(ballot(id))).toEqual(['VotingOpened', 'VotingClosed']);
    expect(typesOf(session(evening.session)).at(-1)).toBe('BallotClosed');
  });

  it('cut by a crash as it closed is completed, once, by two processes at once', async () => {
    const evening = await anEvening(node);
    const { id } = await clerk(node).ballot(evening.session, evening.budget);
    await clerk(node).count(id, { for: 3, against: 2 });
    crashOn('BallotClosed');
    const occurredAt = { date: '2024-03-21', time: '21:05' };
    const closing = clerk(node, request('k1')).closeBallot(evening.session, id, {
      proclaimed: 'Adopté',
      occurredAt,
    });
    await untilCrash(closing);
    expect((await refusalOf(clerk(node).vote(id, 'alix'))).code).toBe('ballot.closed');
    const others = await Promise.all([startNode(store), startNode(store)]);
    const answers = await Promise.all(others.map(({ closeBallot }) => closeBallot.complete(request(), id)));
    expect(answers[0]).toEqual(answers[1]);
    const closings = store.of(session(evening.session)).filter(({ type }) => type === 'BallotClosed');
    expect(closings).toHaveLength(1);
    expect(closings[0]).toMatchObject({
      data: {
        tally: { counts: { for: 3, against: 2, abstentions: 0, notTakingPart: 0 } },
        computed: { outcome: 'adopted', unanimous: false },
        declared: { outcome: null, proclaimed: 'Adopté' },
      },
      metadata: { occurredAt },
    });
    const again = clerk(node, request('k1')).closeBallot(evening.session, id, {
      proclaimed: 'Adopté',
      occurredAt,
    });
    expect(await again).toEqual(answers[0]);
  });

  it('completed by a node whose clock is behind is not in the future', async () => {
    const evening = await anEvening(node);
    const { id } = await clerk(node).ballot(evening.session, null);
    crashOn('BallotClosed');
    await untilCrash(clerk(node).closeBallot(evening.session, id));
    const behind = await startNode(store, new StoppedClock('2024-04-02T07:58:00.000Z'));
    await behind.closeBallot.complete(request(), id);
    expect(typesOf(session(evening.session)).at(-1)).toBe('BallotClosed');
  });

  it('of another séance is not closed here', async () => {
    const evening = await anEvening(node);
    expect((await refusalOf(clerk(node).closeBallot(evening.session, 'b0'))).code).toBe('unknown-ballot');
    expect((await refusalOf(clerk(node).vote('b0', 'alix'))).code).toBe('unknown-ballot');
  });
});

describe('the register', () => {
  it('is entered once, by two processes at once, a séance after another', async () => {
    const evening = await anEvening(node);
    await clerk(node).decide(evening.session, evening.budget);
    await clerk(node).closeSession(evening.session);
    const others = await Promise.all([startNode(store), startNode(store)]);
    await Promise.all(
      others.map(({ enterInRegister }) => enterInRegister.complete(request(), evening.session)),
    );
    expect(typesOf(REGISTER)).toEqual(['RegisterOpened', 'SheetsEntered']);
    expect(store.of(REGISTER)[1]?.data).toEqual({
      session: evening.session,
      entries: [{ affair: evening.budget, order: 1, sheet: 1 }],
    });
  });

  it('waits for the séance to close', async () => {
    const evening = await anEvening(node);
    await node.enterInRegister.complete(request(), evening.session);
    await node.enterInRegister.complete(request(), 'no-such-session');
    expect(store.of(REGISTER)).toEqual([]);
  });
});

describe('an extract', () => {
  const decided = async () => {
    const evening = await anEvening(node);
    await clerk(node).decide(evening.session, evening.budget);
    await clerk(node).closeSession(evening.session);
    return evening;
  };

  it('is certified with its sheet and the template of the séance’s day', async () => {
    const evening = await decided();
    await clerk(node).adopt('Un autre modèle');
    const answer = await clerk(node).certify(evening.session, evening.budget);
    expect(answer).toEqual({ stream: affairStream('valmont', evening.budget), revision: 0 });
    const [{ subject, template } = {}] = node.renderer.printed;
    expect({ sheet: subject?.sheet, template }).toEqual({ sheet: 1, template: 'Objet : {{ subject }}' });
    expect(store.of(answer.stream)[0]?.data).toMatchObject({
      certifiedOn: '2024-03-22',
      formula: null,
      signatory: { member: 'alix', office: 'Maire', remit: null },
    });
  });

  it('is not certified twice, nor printed twice; sent again it is the same', async () => {
    const evening = await decided();
    const once = await clerk(node, request('k1')).certify(evening.session, evening.budget);
    expect(await clerk(node, request('k1')).certify(evening.session, evening.budget)).toEqual(once);
    const refusal = await refusalOf(clerk(node, request('k2')).certify(evening.session, evening.budget));
    expect(refusal).toMatchObject({ kind: 'impossible', code: 'extract.certified' });
    expect(node.renderer.printed).toHaveLength(1);
  });

  it('is refused of what was not decided, and while the séance lasts', async () => {
    const evening = await anEvening(node);
    const certifying = (affair: string) => refusalOf(clerk(node).certify(evening.session, affair));
    expect((await certifying(evening.budget)).code).toBe('extract.undecided');
    await clerk(node).decide(evening.session, evening.budget, 'rejected');
    expect((await certifying(evening.budget)).code).toBe('session.not-closed');
    await clerk(node).closeSession(evening.session);
    expect((await certifying(evening.route)).code).toBe('extract.undecided');
    expect((await certifying('a0')).code).toBe('unknown-affair');
    const stranger = clerk(node).certify(evening.session, evening.budget, { signatory: { member: 'zoe' } });
    expect((await refusalOf(stranger)).code).toBe('member.unknown');
  });

  it('that misses what was written as it was printed is not certified', async () => {
    const evening = await decided();
    node.renderer.meanwhile = () => clerk(node).number(evening.session, evening.budget, '12-2024');
    const refusal = await refusalOf(clerk(node).certify(evening.session, evening.budget));
    expect(refusal).toMatchObject({ kind: 'conflict', code: 'changed-since' });
    node.renderer.meanwhile = () => Promise.resolve();
    await clerk(node).certify(evening.session, evening.budget);
  });

  it('needs a template', async () => {
    const { register, constitute, convene, place, open, call, decide, closeSession, certify } = clerk(node);
    await register();
    await constitute();
    const { id } = await convene({ inOffice: null });
    const { id: affair } = await place(id);
    await open(id, { attendance: null });
    await call(id, affair);
    await decide(id, affair);
    await closeSession(id);
    expect((await refusalOf(certify(id, affair))).code).toBe('extract.no-template');
  });
});

describe('an erasure', () => {
  const FILE = { id: 'ab'.repeat(32), salt: 'AAAAAAAAAAAAAAAAAAAAAA==', size: 3 };
  const system = request(undefined, { actor: 'registre' });

  async function erasing() {
    const { session: id, budget } = await anEvening(node);
    const body = bodyOf(AttachAnnexBody, { title: 'Liste nominative' });
    await node.execute(new AttachAnnex(request(), id, budget, body, FILE));
    const basis = 'RGPD, article 17';
    const erase = bodyOf(EraseContentBody, { what: 'annex', content: FILE.id, basis });
    await node.execute(new EraseContent(request(), id, budget, erase));
    return { budget, stream: affairStream('valmont', budget) };
  }

  it('is in the history before any byte is gone', async () => {
    const { stream } = await erasing();
    expect(typesOf(stream)).toEqual(['AnnexAttached', 'ContentErased']);
    expect(node.shelf.erased).toEqual([]);
  });

  it('is completed after a crash in between, once, whoever does it and however often', async () => {
    const { budget, stream } = await erasing();
    crashOn('ErasureCompleted');
    await untilCrash(node.completeErasure.complete(system, budget, FILE.id));
    const others = [await startNode(store), await startNode(store)];
    await Promise.all(others.map((one) => one.completeErasure.complete(system, budget, FILE.id)));
    await node.completeErasure.complete(system, budget, FILE.id);
    expect(typesOf(stream)).toEqual(['AnnexAttached', 'ContentErased', 'ErasureCompleted']);
  });

  it('is not said to be complete while the bytes are there', async () => {
    const { budget, stream } = await erasing();
    node.shelf.isAway = true;
    await expect(node.completeErasure.complete(system, budget, FILE.id)).rejects.toThrow('the disk is away');
    expect(typesOf(stream)).toEqual(['AnnexAttached', 'ContentErased']);
  });

  it('takes away nothing that the history does not say is erased', async () => {
    const { budget } = await erasing();
    await node.completeErasure.complete(system, budget, 'cd'.repeat(32));
    expect(node.shelf.erased).toEqual([]);
  });
});

describe('a number', () => {
  const number = numberStream('valmont', 'CM', 'CM', '12-2024');
  const despite = [{ rule: 'number.taken', reason: 'numéroté deux fois' }];

  it('is taken, and given; the same twice is irregular, and both bear it', async () => {
    const evening = await anEvening(node);
    await clerk(node).number(evening.session, evening.budget, '12-2024');
    await clerk(node).number(evening.session, evening.budget, '12-2024');
    const twice = (known?: object) => clerk(node).number(evening.session, evening.route, '12-2024', known);
    expect(await refusalOf(twice())).toMatchObject({ kind: 'irregular', code: 'number.taken' });
    await twice({ despite });
    expect(store.of(number).map(({ data }) => (data as { affair: string }).affair)).toEqual([
      evening.budget,
      evening.route,
    ]);
  });

  it('is not taken for an affair that has another already', async () => {
    const evening = await anEvening(node);
    await clerk(node).number(evening.session, evening.budget, '11-2024');
    const other = clerk(node).number(evening.session, evening.budget, '12-2024');
    expect((await refusalOf(other)).code).toBe('affair.numbered');
    const stale = clerk(node, request(undefined, { ifMatch: 7 })).number(
      evening.session,
      evening.route,
      '12-2024',
    );
    expect((await refusalOf(stale)).kind).toBe('conflict');
    expect(store.of(number)).toEqual([]);
  });

  it('cut by a crash is given when it is asked for again', async () => {
    const evening = await anEvening(node);
    crashOn('AffairNumbered');
    await untilCrash(clerk(node, request('k1')).number(evening.session, evening.budget, '12-2024'));
    await clerk(node, request('k1')).number(evening.session, evening.budget, '12-2024');
    expect(typesOf(number)).toEqual(['NumberTaken']);
    expect(typesOf(affairStream('valmont', evening.budget))).toEqual(['AffairNumbered']);
  });

  it('is unique within the séance where the body numbers so', async () => {
    await clerk(node).register();
    await clerk(node).constitute('session');
    const sessions = [await clerk(node).convene(), await clerk(node).convene()];
    for (const { id } of sessions) {
      const affair = await clerk(node).place(id);
      await clerk(node).number(id, affair.id, '1');
      expect(typesOf(numberStream('valmont', 'CM', id, '1'))).toEqual(['NumberTaken']);
    }
  });
});

describe('what happened', () => {
  it('is told in the zone of the authority, and when the register learned it', async () => {
    await anEvening(node);
    const { stream } = await clerk(node).convene({ occurredAt: { date: '2024-03-15', time: null } });
    expect(store.of(stream)[0]?.metadata).toMatchObject({
      version: 2,
      authority: 'valmont',
      occurredAt: { date: '2024-03-15', time: null, zone: 'Europe/Paris' },
      recordedAt: '2024-04-02T08:00:00.000Z',
    });
    const now = await clerk(node).convene();
    expect(store.of(now.stream)[0]?.metadata.occurredAt).toEqual({
      date: '2024-04-02',
      time: '10:00',
      zone: 'Europe/Paris',
    });
  });

  it('is not in the future, nor in the hour skipped in spring', async () => {
    await anEvening(node);
    const at = (date: string, time: string) =>
      refusalOf(clerk(node).convene({ occurredAt: { date, time } })).then(({ kind, code }) => ({
        kind,
        code,
      }));
    expect(await at('2024-04-02', '10:01')).toEqual({ kind: 'invalid', code: 'future' });
    expect(await at('2024-03-31', '02:30')).toEqual({ kind: 'invalid', code: 'no-such-time' });
  });

  it('happens to an authority and a body that exist', async () => {
    expect((await refusalOf(clerk(node).convene())).code).toBe('unknown-authority');
    await clerk(node).register();
    expect((await refusalOf(clerk(node).convene())).code).toBe('unknown-body');
    expect((await refusalOf(clerk(node).seat())).code).toBe('unknown-body');
    expect((await refusalOf(clerk(node).open('s0'))).code).toBe('unknown-session');
    expect((await refusalOf(clerk(node).preside('s0', 'alix'))).code).toBe('unknown-session');
  });
});

describe('a store that fails', () => {
  it('makes no endless queue: what is too much is refused at once', async () => {
    const evening = await anEvening(node);
    let answer: () => void = () => {};
    store.interfere = () => new Promise((resolve) => (answer = resolve));
    const first = clerk(node).preside(evening.session, 'basile');
    const waiting = Array.from({ length: 2_000 }, () => clerk(node).preside(evening.session, 'basile'));
    const refused = await Promise.race(waiting.map((one) => refusalOf(one)));
    expect(refused).toMatchObject({ kind: 'unavailable', code: 'too-much-contention' });
    store.interfere = () => {};
    answer();
    const settled = await Promise.allSettled([first, ...waiting]);
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(2_000);
  });

  it('is unavailable: nothing was written', async () => {
    const evening = await anEvening(node);
    const before = store.size;
    store.interfere = () => {
      throw new StoreUnavailable('away');
    };
    expect((await refusalOf(clerk(node).preside(evening.session, 'basile'))).kind).toBe('unavailable');
    expect(store.size).toBe(before);
  });

  it('may have written: asked again with the same key, it has written once', async () => {
    const evening = await anEvening(node);
    const before = store.size;
    store.interfere = (_events, write) => {
      store.interfere = () => {};
      write();
      throw new OutcomeUnknown('no answer in time');
    };
    const asking = () => clerk(node, request('k1')).preside(evening.session, 'basile');
    expect((await refusalOf(asking())).kind).toBe('outcome-unknown');
    const { revision } = await asking();
    expect(store.size).toBe(before + 1);
    expect(store.of(session(evening.session))).toHaveLength(revision + 1);
  });

  it('is not asked to keep what it could not give back the same, or what is too large', async () => {
    const evening = await anEvening(node);
    const decomposed = clerk(node).place(evening.session, {
      subject: 'E\u0301cole',
      despite: [{ rule: 'R12.added-during-session', reason: 'urgence' }],
    });
    expect(await refusalOf(decomposed)).toMatchObject({
      kind: 'invalid',
      code: 'unstorable',
      reasons: [{ field: 'data.subject', rule: 'not-nfc' }],
    });
    const members = Array.from({ length: 1000 }, (_, place) => ({
      ref: `m${place}`,
      familyName: 'X'.repeat(200),
      office: 'X'.repeat(300),
      group: 'X'.repeat(200),
    }));
    const seating = new SeatMembers(request(), 'CM', bodyOf(SeatMembersBody, { members }));
    expect((await refusalOf(node.execute(seating))).kind).toBe('too-large');
  });
});
