import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderFileStore } from './folder-file-store.js';
import { MAX_INLINE_TEXT_BYTES, StoredTexts } from './texts.js';

describe('the text of a report', () => {
  let dataDir: string;
  let texts: StoredTexts;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'registre-texts-'));
    texts = new StoredTexts(new FolderFileStore({ dataDir }));
  });
  afterAll(() => rm(dataDir, { recursive: true, force: true }));

  it('stays in the event up to 64 KiB of UTF-8', async () => {
    const text = 'é'.repeat(MAX_INLINE_TEXT_BYTES / 2);
    expect(await texts.keep('pierrefonds', text)).toBe(text);
    expect(await texts.read('pierrefonds', text)).toBe(text);
  });

  it('stands in the file store above', async () => {
    const text = `${'é'.repeat(MAX_INLINE_TEXT_BYTES / 2)}.`;
    const kept = await texts.keep('pierrefonds', text);
    expect(kept).toMatchObject({ size: MAX_INLINE_TEXT_BYTES + 1 });
    expect(await texts.read('pierrefonds', kept)).toBe(text);
  });

  it('is said to be gone once it was erased', async () => {
    const kept = { id: 'ab'.repeat(32), salt: '', size: 70_000 };
    await expect(texts.read('pierrefonds', kept)).rejects.toMatchObject({ kind: 'not-found' });
  });
});
