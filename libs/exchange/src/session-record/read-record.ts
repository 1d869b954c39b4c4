import { createHash } from 'node:crypto';
import ajvFormats from 'ajv-formats';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parseStrictJson, Refusal } from '@registre/platform';
import { reasonsOf } from './format-errors.js';
import { normalise } from './normalise.js';
import { SESSION_RECORD_SCHEMA } from './schema.js';
import type { SessionRecord } from './session-record.js';

/** The longest record that is read, in bytes: one above it is refused before anything is parsed. */
export const MAX_RECORD_BYTES = 16 * 1024 * 1024;

// A hostile text of 16 MiB may hold millions of wrong values, and every one of them is to be named.
const MAX_VALUES = 500_000;

export interface ReadRecord {
  readonly record: SessionRecord;
  /** SHA-256 of the record's own bytes, hexadecimal. */
  readonly sha256: string;
}

/**
 * Reads a session record from the bytes of its JSON text (UTF-8, RFC 8259; a leading byte order mark is let pass).
 *
 * @throws Refusal `too-large`, or `invalid` naming every field that breaks the format session-record/1
 */
export function readRecord(bytes: Uint8Array): ReadRecord {
  if (bytes.byteLength > MAX_RECORD_BYTES) {
    throw new Refusal(
      'too-large',
      'record-too-large',
      'Le fichier de séance dépasse 16 Mio : il n’est pas lu.',
    );
  }
  const value = parseStrictJson(decoded(bytes));
  requireFewValues(value);
  if (!validate(value)) {
    const reasons = reasonsOf(validate.errors ?? []);
    throw new Refusal(
      'invalid',
      'invalid-record',
      'Le fichier de séance ne suit pas le format session-record/1.',
      reasons,
    );
  }
  return { record: normalise(value), sha256: createHash('sha256').update(bytes).digest('hex') };
}

const validate = compiled();

function compiled() {
  const ajv = new Ajv2020({ allErrors: true, verbose: true });
  ajvFormats.default(ajv, ['date']);
  // Ajv compares the items two by two where their type stands behind a reference: hours for a hostile list. All the
  // lists of the format that ask for it hold texts or numbers.
  ajv.removeKeyword('uniqueItems');
  ajv.addKeyword({
    keyword: 'uniqueItems',
    type: 'array',
    schemaType: 'boolean',
    validate: (_unique: boolean, items: readonly unknown[]) => new Set(items).size === items.length,
  });
  return ajv.compile(SESSION_RECORD_SCHEMA);
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal('invalid', 'not-utf-8', 'Le fichier de séance n’est pas un texte en UTF-8.');
  }
}

function requireFewValues(value: unknown): void {
  let left = MAX_VALUES;
  const pending: unknown[] = [value];
  while (pending.length > 0 && left > 0) {
    const next = pending.pop();
    left -= 1;
    if (next === null || typeof next !== 'object') continue;
    for (const item of Object.values(next)) pending.push(item);
  }
  if (left === 0) {
    throw new Refusal(
      'too-large',
      'too-many-values',
      'Le fichier de séance contient trop de valeurs : il n’est pas lu.',
    );
  }
}
