import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { AccessJournal, GENERAL } from './access-journal.js';

const DAY = 24 * 3600 * 1000;
const refused = {
  kind: 'refused',
  code: 'other-body',
  actor: 'Mme Durand',
  credential: 'c1',
  address: '192.0.2.1',
  method: 'POST',
  path: '/api/v1/valmont/sessions',
} as const;

let folder: string;
let journal: AccessJournal;
const opened = (keptDays = 365) => new AccessJournal(folder, keptDays, async (key) => key === 'valmont');
const items = async (authority = 'valmont') => (await journal.read(authority, 1_000)).items;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'registre-journal-'));
  journal = opened();
});
afterEach(() => journal.close());

describe('the access journal', () => {
  it('tells a thing once at its first time, and how many more there were when the minute is over', async () => {
    for (let time = 0; time < 2; time++) journal.record('valmont', refused);
    journal.record('valmont', { ...refused, path: '/api/v1/valmont/bodies' });
    expect((await items()).map(({ times }) => times)).toEqual([1, 1]);
    await journal.close();
    journal = opened();
    expect((await items()).map(({ path, times }) => [path, times])).toEqual([
      [refused.path, 1],
      ['/api/v1/valmont/bodies', 1],
      [refused.path, 1],
    ]);
  });

  it('holds so many different entries a minute, and counts what is beyond them together', async () => {
    for (let place = 0; place < 600; place++) journal.record('valmont', { ...refused, path: `/${place}` });
    const told = await items();
    expect(told).toHaveLength(501);
    expect(told[0]).toMatchObject({ code: 'other-body', actor: null, address: '…', path: '…' });
    await journal.close();
    journal = opened();
    expect((await items())[0]).toMatchObject({ path: '…', times: 99 });
  });

  it('has no file but an authority’s: other names that are asked for stand in the general one', async () => {
    journal.record('valmont', refused);
    journal.record('nullepart', refused);
    journal.record(null, refused);
    expect(await items(GENERAL)).toHaveLength(2);
    expect(await items()).toHaveLength(1);
    const files = readdirSync(folder).filter((name) => name.endsWith('.sqlite'));
    expect(files.toSorted()).toEqual([`${GENERAL}.sqlite`, 'valmont.sqlite']);
  });

  it('is only added to: nothing is changed in it, and nothing of the month taken away', async () => {
    journal.record('valmont', refused);
    await journal.flush();
    const database = new DatabaseSync(join(folder, 'valmont.sqlite'));
    expect(() => database.exec(`UPDATE entry SET actor = 'un autre'`)).toThrow('append-only');
    expect(() => database.exec('DELETE FROM entry')).toThrow('append-only');
    database.close();
    expect(await items()).toMatchObject([{ actor: 'Mme Durand' }]);
  });

  it('keeps what is younger than the bound, and no more', async () => {
    journal.record('valmont', refused);
    await journal.close();
    const database = new DatabaseSync(join(folder, 'valmont.sqlite'));
    for (const days of [101, 99]) {
      database
        .prepare(
          `INSERT INTO entry (at, kind, code, actor, credential, address, method, path, times)
           SELECT ?, kind, code, ?, credential, address, method, path, times FROM entry WHERE number = 1`,
        )
        .run(new Date(Date.now() - days * DAY).toISOString(), `il y a ${days} jours`);
    }
    database.close();
    journal = opened(100);
    journal.record('valmont', refused);
    expect((await items()).map(({ actor }) => actor)).toEqual([
      'Mme Durand',
      'il y a 99 jours',
      'Mme Durand',
    ]);
  });
});
