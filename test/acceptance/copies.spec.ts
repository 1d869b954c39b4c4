import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from '@jest/globals';
import { hashOf } from '@registre/event-store';
import { describeEventStoreDb, EMBEDDED, type StoreUnderTest } from '../support/each-store.js';
import { SHIPPED_RECORD } from '../support/places.js';
import { copyOfRecord } from '../support/records.js';
import { runCli } from '../support/run-cli.js';
import { tempFolder } from '../support/temp-folder.js';
import { wholeLog } from '../support/whole-log.js';

/** What a copy must keep of each event, in the log's order: the ordinal is the rank. */
const contents = async (store: StoreUnderTest, dataDir: string, authority: string): Promise<string[]> =>
  (await wholeLog(store, dataDir, authority)).map(
    (event) => `${event.stream}@${event.revision} ${event.id} ${event.type} ${hashOf(event)}`,
  );

describeEventStoreDb('given an authority in the embedded store, copied to the other and back', (store) => {
  const [here, beside, back] = [tempFolder(), tempFolder(), tempFolder()];
  let authority: string;
  /** `registre copy`; the other store's files stand in `beside`. */
  const copy = (from: string, to: string) =>
    runCli(['copy', '--from', from, '--to', to, '--authority', authority, '--data', beside]);
  beforeAll(async () => {
    const record = copyOfRecord(SHIPPED_RECORD);
    ({ authority } = record);
    expect(await runCli(['import', record.path, '--data', here])).toMatchObject({ code: 0 });
    expect(await copy(here, store.place(beside))).toMatchObject({ code: 0, stderr: '' });
    expect(await copy(store.place(beside), back)).toMatchObject({ code: 0, stderr: '' });
  });

  it('then it has the same ordinals and content hashes in all three', async () => {
    const original = await contents(EMBEDDED, here, authority);
    expect(original.length).toBeGreaterThan(90);
    expect(await contents(store, beside, authority)).toEqual(original);
    expect(await contents(EMBEDDED, back, authority)).toEqual(original);
  });

  it('then its certified extract is the same byte for byte in all three', async () => {
    const extract = async (dataDir: string, env = {}) =>
      runCli(['extract', 'IVIS-005-13913/23/BM', '--authority', authority, '--data', dataDir], env);
    const original = await extract(here);
    expect(original).toMatchObject({ code: 0, stdout: expect.stringContaining('Pour extrait conforme') });
    expect(await extract(beside, store.env)).toEqual(original);
    expect(await extract(back)).toEqual(original);
  });

  it('when it is copied again, then nothing is added', async () => {
    const before = await contents(store, beside, authority);
    const again = await copy(here, store.place(beside));
    expect(again.stdout).toContain(`${before.length} événements (${before.length} déjà là)`);
    expect(await contents(store, beside, authority)).toEqual(before);
  });

  it('when the copy went its own way, then copying over it is refused and leaves it as it was', async () => {
    const other = tempFolder();
    const record = copyOfRecord(SHIPPED_RECORD, (json) => {
      json.authority.key = authority;
      json.authority.name = 'Une autre métropole';
    });
    expect(await runCli(['import', record.path, '--data', other])).toMatchObject({ code: 0 });
    const before = await contents(EMBEDDED, other, authority);
    const filesBefore = filesOf(other);

    const refused = await copy(here, other);
    expect(refused).toMatchObject({ code: 3, stderr: expect.stringContaining('[not-a-copy]') });
    expect(await contents(EMBEDDED, other, authority)).toEqual(before);
    expect(filesOf(other)).toEqual(filesBefore);
  });

  const filesOf = (dataDir: string): string[] =>
    readdirSync(join(dataDir, authority, 'files'), { recursive: true, encoding: 'utf8' }).toSorted();
});
