import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterwards } from './afterwards.js';

/** A new empty folder, removed when the file's tests are over. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'registre-test-'));
  afterwards(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
