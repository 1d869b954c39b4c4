import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, readdir, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { StoreUnavailable } from '@registre/event-store';
import { FileAltered, FileGone, referenceTo, type StoredFile } from './file-store.js';
import { FolderFileStore } from './folder-file-store.js';

jest.setTimeout(60_000);

const AUTHORITY = '200054807';
const text = (words: string) => Buffer.from(words, 'utf8');

let dataDir: string;
let files: FolderFileStore;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'registre-files-'));
  files = new FolderFileStore({ dataDir });
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

const pathOf = (id: string) => join(dataDir, AUTHORITY, 'files', id.slice(0, 2), id.slice(2));
async function listed(): Promise<readonly StoredFile[]> {
  const all: StoredFile[] = [];
  for await (const file of files.list(AUTHORITY)) all.push(file);
  return all;
}

describe('a file that was put', () => {
  it('is given back whole, under the hash of its salt and bytes', async () => {
    const reference = await files.put(AUTHORITY, text('rapport'));
    expect(reference).toEqual(referenceTo(text('rapport'), reference.salt));
    expect(Buffer.from(await files.get(AUTHORITY, reference)).toString()).toBe('rapport');
    expect(await files.has(AUTHORITY, reference)).toBe(true);
  });

  it('cannot be guessed from its content', async () => {
    const [one, other] = [await files.put(AUTHORITY, text('x')), await files.put(AUTHORITY, text('x'))];
    expect(one.id).not.toBe(other.id);
    const expected = [one, other].map(({ id, size }) => ({ id, size, keptAt: expect.anything() }));
    expect(await listed()).toEqual(expected.sort(byId));
  });

  it('is readable by its owner only', async () => {
    const { id } = await files.put(AUTHORITY, text('rapport'));
    expect((await stat(pathOf(id))).mode & 0o777).toBe(0o600);
  });

  it('may be empty', async () => {
    const reference = await files.put(AUTHORITY, text(''));
    expect(await files.get(AUTHORITY, reference)).toHaveLength(0);
  });

  it('stays in the room of its authority', async () => {
    const reference = await files.put(AUTHORITY, text('rapport'));
    expect(await files.has('pierrefonds', reference)).toBe(false);
    await expect(files.get('pierrefonds', reference)).rejects.toThrow(FileGone);
  });

  it('can be copied under the same reference, twice without harm', async () => {
    const reference = await files.put(AUTHORITY, text('rapport'));
    const bytes = await files.get(AUTHORITY, reference);
    await files.keep('copie', reference, bytes);
    await files.keep('copie', reference, bytes);
    expect(await files.get('copie', reference)).toEqual(bytes);
    await expect(files.keep('copie', reference, text('autre'))).rejects.toThrow(FileAltered);
  });
});

describe('what goes wrong', () => {
  it('altered bytes are detected', async () => {
    const reference = await files.put(AUTHORITY, text('adoptée'));
    await writeFile(pathOf(reference.id), text('rejetée'));
    await expect(files.get(AUTHORITY, reference)).rejects.toThrow(FileAltered);
  });

  it('a cut file is detected', async () => {
    const reference = await files.put(AUTHORITY, text('adoptée'));
    await truncate(pathOf(reference.id), 3);
    await expect(files.get(AUTHORITY, reference)).rejects.toThrow(FileAltered);
  });

  it('an erased file is said to be gone', async () => {
    const reference = await files.put(AUTHORITY, text('adoptée'));
    await rm(pathOf(reference.id));
    await expect(files.get(AUTHORITY, reference)).rejects.toThrow(FileGone);
    expect(await files.has(AUTHORITY, reference)).toBe(false);
    expect(await listed()).toEqual([]);
  });

  it('a file above the limit is refused and nothing is kept', async () => {
    files = new FolderFileStore({ dataDir, maxBytes: 10 });
    await files.put(AUTHORITY, Buffer.alloc(10));
    await expect(files.put(AUTHORITY, Buffer.alloc(11))).rejects.toMatchObject({ kind: 'too-large' });
    expect(await listed()).toHaveLength(1);
  });

  it('a disk that does not take the file makes the store unavailable', async () => {
    await writeFile(join(dataDir, AUTHORITY), 'not a folder');
    await expect(files.put(AUTHORITY, text('rapport'))).rejects.toThrow(StoreUnavailable);
  });

  it('names that are no key and no hash reach no path', async () => {
    const reference = { ...referenceTo(text('x'), ''), id: '../'.repeat(22) };
    await expect(files.get(AUTHORITY, reference)).rejects.toThrow(TypeError);
    await expect(files.put('..', text('x'))).rejects.toThrow(TypeError);
  });
});

describe('a process killed while it puts', () => {
  const SALT = Buffer.alloc(16, 7).toString('base64');
  const PUTTING = `
    import { FolderFileStore } from ${JSON.stringify(new URL('./folder-file-store.js', import.meta.url).href)};
    import { referenceTo } from ${JSON.stringify(new URL('./file-store.js', import.meta.url).href)};
    const files = new FolderFileStore({ dataDir: process.argv[1] });
    for (let i = 0; ; i++) {
      const bytes = Buffer.alloc(2_000_000, String(i));
      await files.keep('${AUTHORITY}', referenceTo(bytes, '${SALT}'), bytes);
      console.log(i);
    }`;

  async function killedAfter(delay: number): Promise<void> {
    const child = spawn(process.execPath, ['--input-type=module', '-e', PUTTING, dataDir]);
    await once(child.stdout, 'data');
    await new Promise((resolve) => setTimeout(resolve, delay));
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  it('leaves whole files only under their names', async () => {
    for (const delay of [3, 11, 23]) await killedAfter(delay);
    const kept = await listed();
    expect(kept.length).toBeGreaterThan(0);
    for (const { id } of kept) {
      expect(referenceTo(await readFile(pathOf(id)), SALT).id).toBe(id);
    }
  });

  it('leaves no lasting half of a file elsewhere', async () => {
    const reference = await files.put(AUTHORITY, text('rapport'));
    const incoming = join(dataDir, AUTHORITY, 'files', 'incoming');
    await writeFile(join(incoming, 'old'), 'half');
    await writeFile(join(incoming, 'being-written'), 'half');
    await utimes(join(incoming, 'old'), 0, 0);
    await new FolderFileStore({ dataDir }).put(AUTHORITY, text('autre'));
    expect(await readdir(incoming)).toEqual(['being-written']);
    expect(await files.has(AUTHORITY, reference)).toBe(true);
  });
});

const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1);

describe('a file that is erased', () => {
  it('is gone, and only it', async () => {
    const [erased, kept] = [
      await files.put(AUTHORITY, text('liste')),
      await files.put(AUTHORITY, text('plan')),
    ];
    await files.erase(AUTHORITY, erased.id);
    expect(await files.has(AUTHORITY, erased)).toBe(false);
    await expect(files.get(AUTHORITY, erased)).rejects.toThrow(FileGone);
    expect(await listed()).toEqual([{ id: kept.id, size: kept.size, keptAt: expect.anything() }]);
  });

  it('may be erased again, or never have been there', async () => {
    const reference = await files.put(AUTHORITY, text('liste'));
    await files.erase(AUTHORITY, reference.id);
    await expect(files.erase(AUTHORITY, reference.id)).resolves.toBeUndefined();
    await expect(files.erase('brindas', reference.id)).resolves.toBeUndefined();
  });
});
