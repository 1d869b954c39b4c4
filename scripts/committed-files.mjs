// Files that are generated and committed: written, or with --check only compared.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const check = process.argv.includes('--check');

/** Writes a JSON file, or with --check says that it is out of date and lets the program fail. */
export const keep = (path, value) => keepText(path, `${JSON.stringify(value, null, 1)}\n`);

/** The same with a text. */
export function keepText(path, text) {
  const committed = existsSync(`${root}${path}`) ? readFileSync(`${root}${path}`, 'utf8') : '';
  if (committed === text) return;
  if (check) {
    console.error(`${path} is out of date: run npm run generate, and commit it`);
    process.exitCode = 1;
    return;
  }
  mkdirSync(dirname(`${root}${path}`), { recursive: true });
  writeFileSync(`${root}${path}`, text);
  console.log(`${path} written`);
}
