import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderFileStore } from './folder-file-store.js';
import { MAX_INLINE_TEXT_BYTES, keepText, readText } from './texts.js';

describe('the text of a report', () => {
  let dataDir: string;
  let files: FolderFileStore;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'registre-texts-'));
    files = new FolderFileStore({ dataDir });
  });
  afterAll(() => rm(dataDir, { recursive: true, force: true }));

  it('stays in the event up to 64 KiB of UTF-8', async () => {
    const text = 'é'.repeat(MAX_INLINE_TEXT_BYTES / 2);
    expect(await keepText(files, 'pierrefonds', text)).toBe(text);
    expect(await readText(files, 'pierrefonds', text)).toBe(text);
    expect(await readText(files, 'pierrefonds', null)).toBeNull();
  });

  it('stands in the file store above', async () => {
    const text = `${'é'.repeat(MAX_INLINE_TEXT_BYTES / 2)}.`;
    const kept = await keepText(files, 'pierrefonds', text);
    expect(kept).toMatchObject({ size: MAX_INLINE_TEXT_BYTES + 1 });
    expect(await readText(files, 'pierrefonds', kept)).toBe(text);
  });
});
