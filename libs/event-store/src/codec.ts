import { createHash } from 'node:crypto';
import { UnstorableEvent, type EventToAppend } from './port.js';

/** An event's two parts as the bytes' text that is stored, hashed and proved. */
export interface EncodedEvent {
  readonly id: string;
  readonly type: string;
  readonly data: string;
  readonly metadata: string;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const TYPE = /^[A-Z][A-Za-z]{2,60}$/;

/**
 * Checks an event and writes its two parts, once. What passes gives the same text when parsed and written again,
 * on any store: plain objects, no gaps, safe integers, well-formed NFC strings.
 *
 * @throws UnstorableEvent naming the field and the rule
 */
export function encodeEvent(event: EventToAppend): EncodedEvent {
  if (!UUID.test(event.id)) throw new UnstorableEvent('id', 'not-a-uuid');
  if (!TYPE.test(event.type)) throw new UnstorableEvent('type', 'not-an-event-type');
  checkStorable(event.data, 'data');
  checkStorable(event.metadata, 'metadata');
  return {
    id: event.id,
    type: event.type,
    data: JSON.stringify(event.data),
    metadata: JSON.stringify(event.metadata),
  };
}

/**
 * SHA-256 over the length-prefixed bytes of data and metadata as stored:
 * `uint32be(length) ‖ data ‖ uint32be(length) ‖ metadata` (UTF-8). In hexadecimal.
 */
export function contentHash(event: Pick<EncodedEvent, 'data' | 'metadata'>): string {
  const hash = createHash('sha256');
  for (const part of [event.data, event.metadata]) {
    const bytes = Buffer.from(part, 'utf8');
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    hash.update(length).update(bytes);
  }
  return hash.digest('hex');
}

function checkStorable(value: unknown, field: string): void {
  if (value === null || typeof value === 'boolean') return;
  if (typeof value === 'string') return checkText(value, field);
  if (typeof value === 'number') {
    const kept = Number.isInteger(value)
      ? Number.isSafeInteger(value) && !Object.is(value, -0)
      : Number.isFinite(value);
    if (!kept) throw new UnstorableEvent(field, 'unsafe-number');
    return;
  }
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) checkStorable(value[index], `${field}.${index}`);
    return;
  }
  if (typeof value === 'object' && isPlain(value)) {
    for (const key of Object.keys(value)) {
      checkKey(key, field);
      checkStorable((value as Record<string, unknown>)[key], `${field}.${key}`);
    }
    return;
  }
  throw new UnstorableEvent(field, value === undefined ? 'undefined' : 'not-json');
}

function checkText(text: string, field: string): void {
  if (!text.isWellFormed()) throw new UnstorableEvent(field, 'lone-surrogate');
  if (text.normalize('NFC') !== text) throw new UnstorableEvent(field, 'not-nfc');
}

function checkKey(key: string, field: string): void {
  if (key === '__proto__') throw new UnstorableEvent(`${field}.${key}`, 'forbidden-key');
  checkText(key, `${field}.${key}`);
}

// Own symbol keys and class instances (Map, Date, a Buffer) print as something else than they are.
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return (
    (prototype === Object.prototype || prototype === null) &&
    Object.getOwnPropertySymbols(value).length === 0 &&
    typeof (value as { toJSON?: unknown }).toJSON !== 'function'
  );
}
