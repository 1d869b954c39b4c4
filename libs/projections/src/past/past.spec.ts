import fc from 'fast-check';
import { openEventStore, type StoredEvent } from '@registre/event-store';
import { AUTHORITY, History, report } from '../history.js';
import { asking, inFolder } from '../projected.fixture.js';
import { ReadModels } from '../read-models.js';
import { Past } from './past.js';

/** Lets `use` ask what was known, over a store that holds the history. */
const ofThePast = (
  history: History,
  use: (past: Past, readModels: ReadModels) => Promise<void>,
): Promise<void> =>
  inFolder(async (dataDir) => {
    const store = openEventStore({ kind: 'embedded', dataDir }, { thread: false });
    await history.appendTo(store);
    const readModels = ReadModels.over(store, dataDir);
    try {
      await use(new Past(store, readModels), readModels);
    } finally {
      await readModels.close();
    }
  });

/** Three séances whose events come in any order that each of them keeps. */
const interleaved = fc
  .shuffledSubarray(
    ['s1', 's2', 's3'].flatMap((session) => Array<string>(12).fill(session)),
    { minLength: 36 },
  )
  .map((turns) => {
    const sessions = new Map(['s1', 's2', 's3'].map((id) => [id, new History().heldSession(id).events]));
    const mixed = new History().constituted();
    const take = (events: StoredEvent[], count: number) => {
      for (const { type, data, metadata, stream } of events.splice(0, count)) {
        const [category = '', id = ''] = [stream.split('-')[0], stream.slice(stream.indexOf('_') + 1)];
        const { session } = metadata;
        const circumstances = session === undefined ? {} : { session };
        mixed.addUnknown(category as 'session', id, type, data, circumstances);
      }
    };
    for (const turn of turns) take(sessions.get(turn) ?? [], 2);
    for (const rest of sessions.values()) take(rest, rest.length);
    return mixed;
  });

/** The same, and bodies that change meanwhile: seats, offices, an affair renamed and numbered after its séance. */
const withChangingBodies = interleaved.map((history) => {
  const mixed = new History();
  const office = (member: string, office: string | null) =>
    mixed.add('body', 'cm', 'OfficeAssigned', { member, office, from: null, affair: null });
  history.events.forEach(({ type, data, metadata, stream }, place) => {
    const [category = '', id = ''] = [stream.split('-')[0], stream.slice(stream.indexOf('_') + 1)];
    const { session, recordedAt } = metadata;
    const said = session === undefined ? { recordedAt } : { session, recordedAt };
    mixed.addUnknown(category as 'session', id, type, data, said);
    if (type === 'SessionClosed') {
      mixed.add('affair', `${id}-a1`, 'ReportSubmitted', {
        session: id,
        report: report(`Rapport de ${id}`),
        annexes: [],
      });
      mixed.add('affair', `${id}-a1`, 'AffairNumbered', { number: `N-${id}`, session: id });
      office('robert', `adjoint ${place}`);
    }
    if (place === 40) mixed.add('body', 'cm', 'MembersMerged', { from: 'tanguy', into: 'robert' });
  });
  return mixed;
});

const MEMBERS = ['bourbier', 'robert', 'tanguy'];

describe('what was known of a member at an earlier point', () => {
  it('is what the first events alone would give: presence, votes, seats and offices', () =>
    fc.assert(
      fc.asyncProperty(
        withChangingBodies,
        fc.array(fc.nat(), { minLength: 4, maxLength: 4 }),
        (history, places) =>
          ofThePast(history, async (past) => {
            const page = { limit: 50 };
            for (const place of places) {
              const ordinal = place % history.events.length;
              await asking(history.until(ordinal), async (ask) => {
                for (const ref of MEMBERS) {
                  const record = await past.member(AUTHORITY, ref, ordinal, page);
                  const now = ask('member', ref, page);
                  expect(record && { ...record, asKnown: null, freshness: null }).toEqual(
                    now && { ...now, freshness: null },
                  );
                  const votes = await past.memberVotes(AUTHORITY, ref, ordinal, page);
                  expect(votes?.items).toEqual(ask('memberVotes', ref, page).items);
                }
              });
            }
          }),
      ),
      { numRuns: 8 },
    ));

  it('knows a séance only from its closing on, and says since when', () =>
    ofThePast(new History().constituted().heldSession('s1'), async (past) => {
      const closing = new History().constituted().heldSession('s1').events.findIndex(isClosing);
      const before = await past.member(AUTHORITY, 'tanguy', closing - 1, { limit: 10 });
      expect(before).toMatchObject({ name: 'Ronan TANGUY', items: [], knownSince: null });
      const then = await past.member(AUTHORITY, 'tanguy', closing, { limit: 10 });
      expect(then).toMatchObject({ items: [{ session: 's1' }], asKnown: { ordinal: closing } });
      expect(then?.knownSince).toBe(then?.asKnown?.recordedAt);
    }));
});

const isClosing = ({ type }: StoredEvent): boolean => type === 'SessionClosed';

describe('what was known at an earlier point', () => {
  it('is what the first events alone would give, for every affair and séance', () =>
    fc.assert(
      fc.asyncProperty(interleaved, fc.array(fc.nat(), { minLength: 4, maxLength: 4 }), (history, places) =>
        ofThePast(history, async (past) => {
          for (const place of places) {
            const ordinal = place % history.events.length;
            await asking(history.until(ordinal), async (ask) => {
              for (const id of ['s1', 's2', 's3']) {
                const board = await past.sessionBoard(AUTHORITY, id, ordinal);
                expect(board && { ...board, asKnown: null }).toEqual(ask('sessionBoard', id));
                const dossier = await past.affair(AUTHORITY, `${id}-a1`, ordinal);
                expect(dossier && { ...dossier, asKnown: null }).toEqual(ask('affair', `${id}-a1`));
              }
            });
          }
        }),
      ),
      { numRuns: 8 },
    ));

  it('says since when the register knows of it', () =>
    ofThePast(new History().constituted().heldSession('s1').heldSession('s2'), async (past, readModels) => {
      const now = await readModels.sessionBoard(AUTHORITY, 's2');
      const last = now?.freshness.ordinal ?? -1;
      const board = await past.sessionBoard(AUTHORITY, 's2', last);
      const convened = (await readModels.auditTrail(AUTHORITY, { session: 's2', limit: 1 }))?.items[0];
      expect(board).toEqual({
        ...now,
        asKnown: { ordinal: last, recordedAt: now?.freshness.recordedAt, knownSince: convened?.recordedAt },
      });
    }));

  it('of an affair owes nothing to a séance on whose agenda it came only later', () => {
    const history = new History().constituted().convened('s2', '2023-11-09').convened('s1');
    const { recordedAt } = history.last.metadata;
    history.placed('s1', 'a', 1, 'Une affaire');
    const then = history.events.length - 1;
    history.placed('s2', 'a', 1, 'Une affaire');
    return ofThePast(history, async (past) => {
      expect(await past.affair(AUTHORITY, 'a', then)).toMatchObject({
        session: 's1',
        asKnown: { ordinal: then, knownSince: recordedAt },
      });
    });
  });

  it('stops where a read model stopped, and says so', () => {
    const history = new History().constituted().heldSession('s1');
    history.decided('s1', 'unknown').add('session', 's1', 'ListPosted', { on: '2023-10-13' });
    const halted = { model: 'sessions', ordinal: history.events.length - 2, type: 'AffairDecided' };
    return ofThePast(history, async (past) => {
      const last = history.events.length - 1;
      const board = await past.sessionBoard(AUTHORITY, 's1', last);
      expect(board?.freshness).toMatchObject({ ordinal: last - 2, halted });
      await asking(history, (ask) => expect({ ...board, asKnown: null }).toEqual(ask('sessionBoard', 's1')));
      expect((await past.affair(AUTHORITY, 's1-a1', last - 2))?.freshness.halted).toBeNull();
    });
  });

  it('is nothing before the register knew of it, nor beyond the end of the log', () =>
    ofThePast(new History().constituted().heldSession('s1'), async (past) => {
      expect(await past.affair(AUTHORITY, 's1-a1', 3)).toBeUndefined();
      expect(await past.sessionBoard(AUTHORITY, 's1', 100_000)).toBeUndefined();
      expect(await past.sessionBoard(AUTHORITY, 'none', 5)).toBeUndefined();
    }));
});
