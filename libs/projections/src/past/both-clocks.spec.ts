import { openEventStore } from '@registre/event-store';
import { AUTHORITY, History, LATER } from '../history.js';
import { inFolder } from '../projected.fixture.js';
import { ReadModels } from '../read-models.js';
import { withEffectOn } from '../affairs/in-effect.js';
import { Past } from './past.js';

/** Lets the register learn on that day what the history tells from there on. */
function learnt(history: History, first: number, day: string): void {
  const recordedAt = `${day}T10:00:00.000Z`;
  const told = history.events.splice(first);
  history.events.push(...told.map((event) => ({ ...event, metadata: { ...event.metadata, recordedAt } })));
}

/** Adopted on 21 March 2024, certified, published with a fault, rectified, and withdrawn two months later. */
function wronglyPublished(): History {
  const history = new History().constituted();
  const steps: readonly (readonly [string, () => unknown])[] = [
    ['2024-03-21', () => history.heldSession('s1', '2024-03-21')],
    ['2024-03-22', () => history.certified('s1', 's1-a1')],
    ['2024-03-25', () => history.add('affair', 's1-a1', 'TransmittedToPrefecture', SENT)],
    ['2024-04-02', () => history.add('affair', 's1-a1', 'DeliberationPublished', PUBLISHED)],
    ['2024-04-12', () => history.add('affair', 's1-a1', 'DeliberationRectified', RECTIFIED)],
    ['2024-05-22', () => history.add('affair', 's1-a1', 'DeliberationWithdrawn', WITHDRAWN)],
  ];
  let first = 0;
  for (const [day, step] of steps) {
    step();
    learnt(history, first, day);
    first = history.events.length;
  }
  return history;
}

const SENT = { on: '2024-03-25', identifier: 'DE-1' };
const PUBLISHED = { on: '2024-03-27', media: ['website' as const], masked: false };
const RECTIFIED = { ...LATER, on: '2024-04-10' };
const WITHDRAWN = { ...LATER, on: '2024-05-20' };

const overIt = (use: (past: Past, readModels: ReadModels) => Promise<void>): Promise<void> =>
  inFolder(async (dataDir) => {
    const store = openEventStore({ kind: 'embedded', dataDir }, { thread: false });
    await wronglyPublished().appendTo(store);
    const readModels = ReadModels.over(store, dataDir);
    try {
      await use(new Past(store, readModels), readModels);
    } finally {
      await readModels.close();
    }
  });

describe('an act wrongly published, rectified, withdrawn', () => {
  // Known at, in effect on → certified, fate, answer, since.
  const TABLE = [
    ['2024-03-21', '2024-03-21', false, null, 'unknown', null],
    ['2024-03-24', '2024-03-20', true, null, 'no', null],
    ['2024-03-26', '2024-06-30', true, null, 'unknown', null],
    ['2024-04-01', '2024-03-28', true, null, 'unknown', null],
    ['2024-04-02', '2024-03-26', true, null, 'no', '2024-03-27'],
    ['2024-04-02', '2024-03-27', true, null, 'yes', '2024-03-27'],
    ['2024-04-12', '2024-04-11', true, 'rectified', 'yes', '2024-03-27'],
    ['2024-05-21', '2024-06-30', true, 'rectified', 'yes', '2024-03-27'],
    ['2024-05-22', '2024-04-15', true, 'withdrawn', 'no', null],
    ['2024-12-31', '2024-06-30', true, 'withdrawn', 'no', null],
  ] as const;

  it.each(TABLE)(
    'as known at %s, on %s: certified %s, fate %s, in effect %s',
    (knownAt, inEffectAt, certified, fate, answer, since) =>
      overIt(async (past) => {
        const page = await past.register(AUTHORITY, knownAt, { limit: 10, inEffectAt });
        const line = page?.items.find(({ affair }) => affair === 's1-a1');
        expect(line).toMatchObject({
          fate,
          inEffect: { on: inEffectAt, answer, since },
          knownSince: '2024-03-21T10:00:00.000Z',
        });
        expect(line?.certifiedAt !== null).toBe(certified);
        const dossier = await past.affair(AUTHORITY, 's1-a1', page?.asKnown?.ordinal ?? -1);
        expect(dossier && withEffectOn(dossier, inEffectAt).inEffect).toEqual(line?.inEffect);
      }),
  );

  it('was not in the register before the séance', () =>
    overIt(async (past) => {
      expect(await past.register(AUTHORITY, '2024-03-20', { limit: 10 })).toMatchObject({
        items: [],
        asKnown: { ordinal: null },
      });
    }));

  it('is told what changed between two days', () =>
    overIt(async (past) => {
      const between = async (from: string | undefined, until: string | undefined) =>
        (await past.registerChanges(AUTHORITY, { from, until, limit: 10 }))?.items.map(
          ({ affair, appeared, changed, events }) => [
            affair,
            appeared,
            changed,
            events.map(({ type }) => type),
          ],
        );
      expect(await between('2024-03-22', '2024-04-12')).toEqual([
        [
          's1-a1',
          false,
          ['transmission', 'publication', 'enforceable', 'fate'],
          ['TransmittedToPrefecture', 'DeliberationPublished', 'DeliberationRectified'],
        ],
      ]);
      expect(await between('2024-04-12', '2024-05-21')).toEqual([]);
      expect((await between(undefined, undefined))?.map(([affair, appeared]) => [affair, appeared])).toEqual([
        ['s1-a1', true],
        ['s1-a2', true],
      ]);
    }));
});
