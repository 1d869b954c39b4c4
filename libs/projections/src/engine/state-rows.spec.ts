import { DatabaseSync } from 'node:sqlite';
import { StateRows } from './state-rows.js';

interface Row {
  readonly votes: number;
}

const rowsOf = (database: DatabaseSync): StateRows<Row> =>
  new StateRows<Row>(database, {
    select: 'SELECT state FROM kept WHERE key = ?',
    insert: 'INSERT INTO kept (state, key) VALUES (?, ?)',
    update: 'UPDATE kept SET state = ? WHERE key = ?',
    columns: () => [],
    kept: 1,
  });

describe('the states of a read model', () => {
  let database: DatabaseSync;
  beforeEach(() => {
    database = new DatabaseSync(':memory:');
    database.exec('CREATE TABLE kept (key TEXT PRIMARY KEY, state TEXT NOT NULL) STRICT');
  });
  afterEach(() => database.close());

  it('are found again once they have left memory, also what was asked for before it was there', () => {
    const rows = rowsOf(database);
    expect(rows.find('a')).toBeUndefined();
    rows.set('a', { votes: 1 });
    rows.set('b', { votes: 2 });
    rows.relieve();
    expect(rows.find('a')).toEqual({ votes: 1 });
    expect(rows.get('b', 'ballot')).toEqual({ votes: 2 });
  });

  it('leave memory written, with what changed last', () => {
    const rows = rowsOf(database);
    for (const votes of [1, 2]) rows.set('a', { votes });
    rows.flush();
    rows.set('a', { votes: 3 });
    rows.set('b', { votes: 4 });
    rows.relieve();
    expect(rowsOf(database).find('a')).toEqual({ votes: 3 });
  });

  it('are those of the file once it is not as it was, also what it lacked before', () => {
    const rows = rowsOf(database);
    expect(rows.find('a')).toBeUndefined();
    database.prepare('INSERT INTO kept (key, state) VALUES (?, ?)').run('a', '{"votes":5}');
    rows.forget();
    expect(rows.find('a')).toEqual({ votes: 5 });
    rows.set('a', { votes: 6 });
    rows.forget();
    expect(rows.find('a')).toEqual({ votes: 5 });
  });

  it('fail where there is none, by name, or two of one key', () => {
    const rows = rowsOf(database);
    expect(() => rows.get('a', 'ballot')).toThrow('ballot a is not known');
    rows.create('a', { votes: 1 });
    expect(() => rows.create('a', { votes: 2 })).toThrow('there already');
  });
});
