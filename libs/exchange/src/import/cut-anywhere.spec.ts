import 'reflect-metadata';
import fc from 'fast-check';
import { Refusal } from '@registre/platform';
import { smallRecord, type LooseJson } from '../session-record/record.fixture.js';
import { eachWithRegister, MemoryRegister } from './register.fixture.js';

const held = eachWithRegister();

/** What a record may say besides, each of it lawful with any of the others. */
const SHAPES: readonly ((json: LooseJson) => void)[] = [
  ({ session }) =>
    (session.movements = [{ member: 'moreau-basile', kind: 'left', when: { afterAffair: '2' } }]),
  ({ session }) => (session.suspensions = [{ from: { afterAffair: '1' }, until: { beforeAffair: '2' } }]),
  ({ session }) =>
    (session.chairs = [
      { member: 'petit-chloe', fromAffair: '2', untilAffair: '2', reason: 'Déport du maire' },
    ]),
  ({ session }) => (session.listPostedOn = '2024-03-25'),
  ({ session }) =>
    (session.minutes = { adoptedOn: '2024-04-18', publishedOn: '2024-04-22', text: 'Ouverte.' }),
  ({ session }) => (session.corrections = [{ on: '2024-04-18', member: 'blanc-elsa', status: 'absent' }]),
  ({ session }) => (session.attendance[4].status = 'represented'),
  ({ affairs }) => affairs.forEach((affair: LooseJson, index: number) => (affair.sheet = 41 + index)),
  ({ affairs }) =>
    Object.assign(affairs[0], { transmission: { on: '2024-03-25', acknowledgedOn: '2024-03-25' } }),
  ({ affairs }) => Object.assign(affairs[0], { publication: { on: '2024-03-26', media: ['website'] } }),
  ({ affairs }) => (affairs[0].fates = [{ kind: 'repealed', on: '2025-01-09' }]),
  ({ affairs }) => (affairs[1].report = 'Un rapport. '.repeat(6_000)),
  ({ affairs }) => {
    const papers = { found: 5, blank: 1, nullVotes: 0, counts: { for: 3, against: 1 } };
    affairs[1].ballots = [{ method: 'secret', roll: 5, ...papers, outcome: 'adopted' }];
  },
  ({ session, affairs }) => {
    const agreed = { question: 'Siéger à huis clos', method: 'show-of-hands', outcome: 'adopted' };
    affairs[0].ballots.unshift(agreed);
    affairs[0].decidingBallots = [2];
    session.closedDoors = [
      { from: { duringAffair: '1' }, until: { afterAffair: '1' }, requestedBy: ['durand-alix'] },
    ];
  },
];

const records = fc.subarray(SHAPES.map((_, index) => index)).map((chosen) => {
  const json = smallRecord();
  chosen.forEach((index) => SHAPES[index]?.(json));
  return json;
});

/** Stream, id and type of each event; a content above 64 KiB has a salted name of its own each time. */
const written = ({ appended }: MemoryRegister) =>
  appended.map(({ stream, event: { id, type } }) => `${stream} ${id} ${type}`).toSorted();

describe('an import that is cut again and again, wherever', () => {
  it('gives the same events as one that never was', async () => {
    await fc.assert(
      fc.asyncProperty(
        records,
        fc.array(fc.integer({ min: 1, max: 25 }), { maxLength: 4 }),
        async (json, cuts) => {
          const whole = new MemoryRegister(held.register.dataDir);
          await whole.import(json);
          const cut = new MemoryRegister(held.register.dataDir);
          for (const appends of cuts) {
            cut.appendsLeft = appends;
            await cut.import(json).catch((error: unknown) => {
              if (!(error instanceof Refusal) || error.kind !== 'unavailable') throw error;
            });
          }
          cut.appendsLeft = undefined;
          await cut.import(json);
          expect(written(cut)).toEqual(written(whole));
        },
      ),
      { numRuns: 12 },
    );
  });
});
