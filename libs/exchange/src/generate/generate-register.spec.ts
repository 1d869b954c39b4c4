import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { FolderFileStore, type FileStore } from '@registre/documents';
import {
  authorityStream,
  EmbeddedEventStore,
  hashOf,
  type Appended,
  type EventStore,
  type EventToAppend,
  type ExpectedRevision,
} from '@registre/event-store';
import { generateRegister } from './generate-register.js';
import { NotGenerated } from './generated-event-store.js';

const AUTHORITY = 'essai';
const folder = mkdtempSync(join(tmpdir(), 'registre-generate-'));
const opened: EventStore[] = [];
afterAll(async () => {
  for (const store of opened) await store.close();
  rmSync(folder, { recursive: true });
});

let folders = 0;
interface Place {
  readonly store: EventStore;
  readonly files: FileStore;
}

function newPlace(): Place {
  const dataDir = join(folder, String(folders++));
  const store = EmbeddedEventStore.open({ dataDir, thread: false });
  opened.push(store);
  return { store, files: new FolderFileStore({ dataDir }) };
}

const generate = ({ store, files }: Place, seed: string, sessions = 4) =>
  generateRegister(store, files, { authority: AUTHORITY, seed, sessions, from: 2021 });

async function contents({ store }: Place): Promise<readonly string[]> {
  const events = (await all(store.readLog(AUTHORITY))).flat();
  return events.map((event) => `${event.stream}@${event.revision} ${event.id} ${hashOf(event)}`);
}

/** A disk that is full after that many appends. */
function cutAfter(store: EventStore, appends: number): EventStore {
  let left = appends;
  const append = async (
    stream: string,
    expected: ExpectedRevision,
    events: readonly EventToAppend[],
  ): Promise<Appended> => {
    if (left-- <= 0) throw new Error('no space left');
    return store.append(stream, expected, events);
  };
  return Object.assign(Object.create(store) as EventStore, { append });
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const held: T[] = [];
  for await (const item of items) held.push(item);
  return held;
}

describe('a generated register', () => {
  it('is the same to the byte for the same seed, files included, and another one for another', async () => {
    const [one, same, other] = [newPlace(), newPlace(), newPlace()];
    const { events, found } = await generate(one, 'graine');
    await generate(same, 'graine');
    await generate(other, 'autre graine');
    const written = await contents(one);
    expect([written.length, found]).toEqual([events, 0]);
    expect(await contents(same)).toEqual(written);
    expect(await contents(other)).not.toEqual(written);
    const names = async ({ files }: Place) => (await all(files.list(AUTHORITY))).map(({ id }) => id);
    expect(await names(same)).toEqual(await names(one));
    expect((await names(one)).length).toBeGreaterThan(0);
  });

  it('goes on where it was cut, and adds nothing once it is whole', async () => {
    const [whole, cut] = [newPlace(), newPlace()];
    const { events } = await generate(whole, 'coupée');
    await expect(generate({ ...cut, store: cutAfter(cut.store, 300) }, 'coupée')).rejects.toThrow('no space');
    const before = (await contents(cut)).length;
    expect(before).toBeGreaterThan(0);
    expect(await generate(cut, 'coupée')).toMatchObject({ events, found: before });
    expect(await contents(cut)).toEqual(await contents(whole));
    expect(await generate(cut, 'coupée')).toMatchObject({ events, found: events });
  });

  it('is never written into a log that is another one, nor after something else', async () => {
    const [other, longer] = [newPlace(), newPlace()];
    await generate(other, 'une');
    const held = await contents(other);
    await expect(generate(other, 'deux')).rejects.toThrow(NotGenerated);
    expect(await contents(other)).toEqual(held);

    await generate(longer, 'une');
    const [first] = await all(longer.store.readStream(authorityStream(AUTHORITY)));
    const { metadata } = first?.[0] as EventToAppend;
    const real = {
      id: '5b1f3f0e-8f0c-4b7d-9a53-5c1f0d6f3a10',
      type: 'AuthorityDescribed',
      data: {},
      metadata,
    };
    await longer.store.append(authorityStream(AUTHORITY), (first?.length ?? 0) - 1, [real]);
    await expect(generate(longer, 'une')).rejects.toThrow(NotGenerated);
  });
});
