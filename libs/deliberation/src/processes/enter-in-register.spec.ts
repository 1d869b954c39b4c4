import { codeOf, CONTEXT, folded } from '../given.fixture.js';
import { OpenRegister, openRegister } from '../register/open-register.js';
import { registerAggregate, registerYear, type RegisterEvent } from '../register/register.js';
import {
  called,
  closed,
  convened,
  decided,
  noted,
  opened,
  placed,
  postponed,
  seance,
} from '../session/seance.fixture.js';
import type { SessionEvent } from '../session/session.js';
import { enterSheets } from './enter-in-register.js';

const register = (...events: RegisterEvent[]) => folded(registerAggregate, events);
const closing = (orders: { [affair: string]: number | null }, ends: SessionEvent[], close = closed) =>
  seance(
    convened(),
    ...Object.entries(orders).map(([affair, order]) => placed(affair, order)),
    opened(),
    ...Object.keys(orders).map((affair) => called(affair)),
    ends,
    close,
  );

describe('the register', () => {
  const ends = [decided('a', 'adopted'), noted('b'), decided('c', 'rejected'), postponed('d')];
  const evening = closing({ a: 3, b: 1, c: 2, d: 4 }, ends);

  it('takes what was decided or noted, refused or not, in order, one sheet each', () => {
    expect(enterSheets(register(), 's1', evening, 'CM', 2024)).toEqual([
      { type: 'RegisterOpened', data: { body: 'CM', year: 2024, firstSheet: 1 } },
      {
        type: 'SheetsEntered',
        data: {
          session: 's1',
          entries: [
            { affair: 'b', order: 1, sheet: 1 },
            { affair: 'c', order: 2, sheet: 2 },
            { affair: 'a', order: 3, sheet: 3 },
          ],
        },
      },
    ]);
  });

  it('goes on after its last sheet', () => {
    const begun = register(...enterSheets(register(), 's1', evening, 'CM', 2024));
    const [next, ...more] = enterSheets(begun, 's2', closing({ e: null }, [noted('e')]), 'CM', 2024);
    expect(next?.data).toEqual({ session: 's2', entries: [{ affair: 'e', order: null, sheet: 4 }] });
    expect(more).toEqual([]);
  });

  it('takes a séance once', () => {
    const begun = register(...enterSheets(register(), 's1', evening, 'CM', 2024));
    expect(enterSheets(begun, 's1', evening, 'CM', 2024)).toEqual([]);
  });

  it('leaves affairs as they were placed where one has no order', () => {
    const mixed = closing({ a: 2, b: null, c: 1 }, ends.slice(0, 3));
    const [, entered] = enterSheets(register(), 's1', mixed, 'CM', 2024);
    expect(entered?.data).toMatchObject({ entries: [{ affair: 'a' }, { affair: 'b' }, { affair: 'c' }] });
  });

  it('does not know the sheets that a source leaves unknown, and counts none of them', () => {
    const unknown: SessionEvent = { type: 'SessionClosed', data: { sheets: 'unknown', entries: null } };
    const imported = closing({ a: 1, b: 2 }, ends.slice(0, 2), unknown);
    const begun = register(...enterSheets(register(), 's1', imported, 'CM', 2024));
    expect(begun).toMatchObject({ sheets: { a: null, b: null }, lastSheet: 0 });
  });

  it('takes the sheets that a source says, and goes on after them', () => {
    const entries = [{ affair: 'b', sheet: 41 }];
    const stated: SessionEvent = { type: 'SessionClosed', data: { sheets: 'stated', entries } };
    const imported = closing({ a: 1, b: 2 }, ends.slice(0, 2), stated);
    const begun = register(...enterSheets(register(), 's1', imported, 'CM', 2024));
    expect(begun).toMatchObject({ sheets: { a: null, b: 41 }, lastSheet: 41 });
    const [next] = enterSheets(begun, 's2', closing({ e: null }, [noted('e')]), 'CM', 2024);
    expect(next?.data).toMatchObject({ entries: [{ affair: 'e', sheet: 42 }] });
  });

  it('begins at the sheet at which it was opened, once', () => {
    const opening = new OpenRegister(CONTEXT, { body: 'CM', year: 2024, firstSheet: 41 });
    const begun = register(...openRegister(register(), opening));
    const [entered] = enterSheets(begun, 's1', closing({ e: null }, [noted('e')]), 'CM', 2024);
    expect(entered?.data).toMatchObject({ entries: [{ affair: 'e', sheet: 41 }] });
    expect(codeOf(() => openRegister(begun, opening))).toBe('register.opened');
  });

  it('has nothing of a séance that decided nothing, and remembers it', () => {
    const [, entered] = enterSheets(register(), 's1', closing({ d: 1 }, [postponed('d')]), 'CM', 2024);
    expect(entered?.data).toEqual({ session: 's1', entries: [] });
  });

  it('is that of the year of the séance’s day', () => {
    expect(registerYear('2024-03-21')).toBe(2024);
  });
});
