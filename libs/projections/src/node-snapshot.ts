import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { hashOf, type EventStore, type StoredEvent } from '@registre/event-store';
import { impossible, notFound } from '@registre/platform';
import { Generations } from './engine/generations.js';
import { ReadFile } from './engine/read-file.js';
import { readFolder } from './engine/reader.js';
import type { Head } from './log-index/log-index.js';
import { READ_MODELS, VERSIONS } from './models.js';

const FORMAT = 1;
const MODELS = 'models.sqlite';
const MANIFEST = 'manifest.json';

/** What stands beside the read models of a snapshot. */
export interface SnapshotManifest {
  readonly format: typeof FORMAT;
  readonly authority: string;
  /** The read models are as they were after that event; and the event, by which its log is known. */
  readonly head: Omit<Head, 'clock'> & { readonly hash: string };
  /** Version of each read model. */
  readonly models: { readonly [name: string]: number };
  readonly file: { readonly bytes: number; readonly sha256: string };
}

export interface SnapshotPlace {
  readonly store: EventStore;
  readonly readDir: string;
  readonly authority: string;
}

/**
 * Copies the read models in use, as they are at one moment, into a new folder with a manifest: a new node begins from
 * there. A server may go on meanwhile. The folder is there whole, or not at all.
 *
 * @param folder where nothing is yet
 * @throws Refusal `not-found` where there are no read models, `impossible` where the folder is taken
 */
export async function createSnapshot(place: SnapshotPlace, folder: string): Promise<SnapshotManifest> {
  const { store, readDir, authority } = place;
  const current = new Generations(readFolder(readDir, authority)).current();
  if (current === undefined) throw notFound('no-read-models', 'Aucune vue n’a encore été construite.');
  if (await exists(folder)) throw impossible('snapshot.there', `« ${folder} » existe déjà.`);
  const partial = join(dirname(folder), `.${basename(folder)}.${process.pid}.partial`);
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true });
  try {
    const models = join(partial, MODELS);
    copyOf(current, models);
    const { head, versions } = contentsOf(models);
    const event = await eventAt(store, head);
    if (event === undefined) throw anotherLog(head.ordinal);
    const manifest: SnapshotManifest = {
      format: FORMAT,
      authority,
      head: { ...head, hash: hashOf(event) },
      models: Object.fromEntries(versions),
      file: { bytes: (await stat(models)).size, sha256: await sha256Of(models) },
    };
    await writeFile(join(partial, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
    for (const path of [models, join(partial, MANIFEST), partial]) await sync(path);
    await rename(partial, folder);
    return manifest;
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

/**
 * Puts the read models of a snapshot in the place of this node's, where these are not as far. Nothing is taken unless
 * the file is whole, of this program's versions, and made from this log: then only the events after it are left to read.
 *
 * @returns whether it was taken; false: this node's read models are as far already
 * @throws Refusal `impossible` for a snapshot that is damaged, of other versions, or of another log
 */
export async function restoreSnapshot(place: SnapshotPlace, folder: string): Promise<boolean> {
  const manifest = await readManifest(folder);
  const models = join(folder, MODELS);
  await requireUsable(place, manifest, models);
  const generations = new Generations(readFolder(place.readDir, place.authority));
  const site = await generations.buildingSite(new AbortController().signal);
  try {
    generations.sweep();
    return await putInPlace(generations, manifest, models);
  } finally {
    site.close();
  }
}

async function putInPlace(
  generations: Generations,
  { head, file }: SnapshotManifest,
  models: string,
): Promise<boolean> {
  const current = generations.current();
  const old = current === undefined ? undefined : ReadFile.open(current, READ_MODELS, () => true);
  try {
    const isBehind = (): boolean => old?.fits !== true || (old.head()?.ordinal ?? -1) < head.ordinal;
    if (!isBehind()) return false;
    const path = generations.next();
    await copyFile(models, path);
    // What was read from the snapshot and what is on this disk are not the same bytes until that was seen.
    if ((await sha256Of(path)) !== file.sha256) throw damaged();
    inWal(path);
    await sync(path);
    const move = (): boolean => {
      if (!isBehind()) return false;
      generations.switchTo(path);
      return true;
    };
    return old === undefined ? move() : old.exclusively(move);
  } finally {
    old?.close();
  }
}

async function requireUsable(
  { store, authority }: SnapshotPlace,
  manifest: SnapshotManifest,
  models: string,
): Promise<void> {
  if (manifest.authority !== authority) {
    const message = `Cette copie est celle de « ${manifest.authority} », et non de « ${authority} ».`;
    throw impossible('snapshot.other-authority', message);
  }
  const same = VERSIONS.size === Object.keys(manifest.models).length;
  if (!same || [...VERSIONS].some(([name, version]) => manifest.models[name] !== version)) {
    const message = 'Cette copie vient d’une autre version du programme : reconstruisez les vues (replay).';
    throw impossible('snapshot.other-version', message);
  }
  if ((await sha256Of(models).catch(() => null)) !== manifest.file.sha256) throw damaged();
  const { head } = contentsOf(models);
  const event = await eventAt(store, head);
  const isOfThisLog =
    event !== undefined &&
    event.position === head.position &&
    head.ordinal === manifest.head.ordinal &&
    hashOf(event) === manifest.head.hash;
  if (!isOfThisLog) throw anotherLog(head.ordinal);
}

/** The event that the read models took last, as the log holds it; undefined: it does not. */
async function eventAt(store: EventStore, { stream, revision, id }: Head): Promise<StoredEvent | undefined> {
  for await (const [event] of store.readStream(stream, { from: revision, limit: 1 })) {
    return event?.id === id ? event : undefined;
  }
  return undefined;
}

/** One state of the file, compacted, whatever is written to it meanwhile. */
function copyOf(current: string, path: string): void {
  const database = new DatabaseSync(current, { readOnly: true, timeout: 10_000 });
  try {
    database.prepare('VACUUM INTO ?').run(path);
  } finally {
    database.close();
  }
}

function contentsOf(path: string): { readonly head: Head; readonly versions: ReadonlyMap<string, number> } {
  const file = ReadFile.open(path, READ_MODELS, () => true);
  try {
    const head = file?.head();
    if (file === undefined || head === undefined) throw damaged();
    return { head, versions: file.versions };
  } finally {
    file?.close();
  }
}

async function readManifest(folder: string): Promise<SnapshotManifest> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => {
    throw notFound('no-snapshot', `« ${folder} » ne tient aucune copie des vues.`);
  });
  try {
    const manifest = JSON.parse(text) as Partial<SnapshotManifest> | null;
    const { head, models, file } = manifest ?? {};
    const isWhole =
      typeof head?.hash === 'string' && typeof file?.sha256 === 'string' && models !== undefined;
    if (manifest?.format === FORMAT && isWhole) return manifest as SnapshotManifest;
  } catch {
    // Told below, like a manifest of another form.
  }
  throw damaged();
}

function inWal(path: string): void {
  const database = new DatabaseSync(path);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA wal_checkpoint(TRUNCATE);');
  database.close();
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

async function sync(path: string): Promise<void> {
  const file = await open(path, 'r');
  await file.sync().finally(() => file.close());
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

const damaged = () =>
  impossible('snapshot.damaged', 'Cette copie des vues n’est pas entière : rien n’en est repris.');

const anotherLog = (ordinal: number) =>
  impossible(
    'snapshot.another-log',
    `Cette copie ne vient pas de ce journal : il ne tient pas le même événement ${ordinal}. Rien n’en est repris.`,
  );
