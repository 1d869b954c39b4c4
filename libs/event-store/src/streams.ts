import { createHash } from 'node:crypto';

/** The kinds of stream (design §3). */
export const CATEGORIES = [
  'authority',
  'body',
  'session',
  'ballot',
  'affair',
  'register',
  'number',
  'log',
  'record',
] as const;
export type Category = (typeof CATEGORIES)[number];

/** An authority's key: SIREN or slug. */
export const AUTHORITY_KEY = /^[a-z0-9]{2,40}$/;

const STREAM_NAME = /^([a-z]+)-([a-z0-9]{2,40})_(.+)$/;

/** `<category>-<authority>_<id>`: EventStoreDB's category projections cut at the first hyphen. */
export function streamName(category: Category, authority: string, id: string): string {
  if (!AUTHORITY_KEY.test(authority)) throw new TypeError(`not an authority key: ${authority}`);
  if (id === '') throw new TypeError('a stream needs an id');
  return `${category}-${authority}_${id}`;
}

export interface StreamParts {
  readonly category: Category;
  readonly authority: string;
  readonly id: string;
}

/** The parts of a stream's name; undefined for a name that is not ours. */
export function streamParts(name: string): StreamParts | undefined {
  const [, category, authority, id] = STREAM_NAME.exec(name) ?? [];
  const known = CATEGORIES.find((candidate) => candidate === category);
  if (known === undefined || authority === undefined || id === undefined) return undefined;
  return { category: known, authority, id };
}

export const authorityStream = (authority: string): string => streamName('authority', authority, 'main');
export const bodyStream = (authority: string, body: string): string => streamName('body', authority, body);
export const sessionStream = (authority: string, session: string): string =>
  streamName('session', authority, session);
export const ballotStream = (authority: string, ballot: string): string =>
  streamName('ballot', authority, ballot);
export const affairStream = (authority: string, affair: string): string =>
  streamName('affair', authority, affair);
export const registerStream = (authority: string, body: string, year: number): string =>
  streamName('register', authority, `${body}.${year}`);
export const recordStream = (authority: string, record: string): string =>
  streamName('record', authority, record);

/**
 * The stream of one number within its scope: a body's key, or a séance's id where the body numbers by séance.
 * The number is free text: its hash names the stream.
 */
export function numberStream(authority: string, body: string, scope: string, number: string): string {
  const text = JSON.stringify([body, scope, number.normalize('NFC')]);
  return streamName('number', authority, createHash('sha256').update(text).digest('hex'));
}
