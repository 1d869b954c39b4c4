import { SESSION_RECORD_SCHEMA, shapeOf, type Schema } from './schema.js';
import type { Moment, SessionRecord } from './session-record.js';

/**
 * A record that the schema accepts, with every optional property that is absent set to null (or to the schema's
 * default), so that what follows knows one way only of saying « unknown ». A moment given as a time alone becomes
 * an object.
 */
export const normalise = (valid: unknown): SessionRecord =>
  completed(SESSION_RECORD_SCHEMA, valid) as SessionRecord;

function completed(schema: Schema, value: unknown): unknown {
  if (schema.$ref === '#/$defs/moment' && typeof value === 'string') return momentAt(value);
  const { shape } = shapeOf(schema, value);
  if (Array.isArray(value)) return value.map((item) => completed(shape.items ?? {}, item));
  if (value === null || typeof value !== 'object') return value;
  const given = value as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(shape.properties ?? {}).map(([key, property]) => [
      key,
      Object.hasOwn(given, key) ? completed(property, given[key]) : (property.default ?? null),
    ]),
  );
}

const momentAt = (at: string): Moment => ({ at, beforeAffair: null, afterAffair: null, duringAffair: null });
