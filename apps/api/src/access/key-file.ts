import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  fchmodSync,
  fsyncSync,
  openSync,
  readFileSync,
  statSync,
  writeSync,
} from 'node:fs';

const BYTES = 32;

/**
 * The key that signs tokens and sessions (HMAC-SHA-256): 32 random bytes, made the first time, readable by its owner
 * only. It is in no database and in no copy of an authority.
 *
 * @throws Error when the file holds something else
 */
export function readKeyFile(path: string): Uint8Array {
  const key = existing(path) ?? made(path);
  if (key.length !== BYTES) throw new Error(`${path} : une clé de ${BYTES} octets est attendue`);
  return key;
}

function existing(path: string): Uint8Array | undefined {
  try {
    const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'base64url');
    // A restored copy may have been written with other rights.
    if ((statSync(path).mode & 0o077) !== 0) chmodSync(path, 0o600);
    return key;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function made(path: string): Uint8Array {
  const key = randomBytes(BYTES);
  let file: number;
  try {
    file = openSync(path, 'wx', 0o600);
  } catch (error) {
    // Another process made it meanwhile.
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return existing(path) ?? key;
    throw error;
  }
  try {
    fchmodSync(file, 0o600);
    writeSync(file, `${key.toString('base64url')}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return key;
}
