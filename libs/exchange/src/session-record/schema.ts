import json from './session-record.schema.json' with { type: 'json' };
import type { SessionRecord } from './session-record.js';

/** The keywords of JSON Schema 2020-12 that tell the shape of a record. */
export interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly type?: string | readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly pattern?: string;
}

/** The published format of a session record. */
export const SESSION_RECORD_SCHEMA = json as Schema;

/** Those definitions of the schema whose values are texts with a meaning of their own. */
export type TextDefinition = 'ref' | 'affairKey' | 'date' | 'localDateTime' | 'relativePath';

/** A text of a record and its dotted path. */
export interface TextAt {
  readonly path: string;
  readonly text: string;
}

/** Every text of the record that the schema says to be of that kind, wherever it stands. */
export function textsOf(record: SessionRecord, definition: TextDefinition): readonly TextAt[] {
  return [...valuesOf(SESSION_RECORD_SCHEMA, record, '')].flatMap((found) =>
    found.definition === definition && typeof found.value === 'string'
      ? [{ path: found.path, text: found.value }]
      : [],
  );
}

interface ValueAt {
  readonly definition: string | null;
  readonly path: string;
  readonly value: unknown;
}

function* valuesOf(schema: Schema, value: unknown, path: string): Generator<ValueAt> {
  const { definition, shape } = shapeOf(schema, value);
  yield { definition, path, value };
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* valuesOf(shape.items ?? {}, item, under(path, index));
  } else if (value !== null && typeof value === 'object') {
    for (const [key, item] of Object.entries(value)) {
      yield* valuesOf(shape.properties?.[key] ?? {}, item, under(path, key));
    }
  }
}

const under = (path: string, key: string | number): string => (path === '' ? String(key) : `${path}.${key}`);

/**
 * The part of the schema that describes the value: references followed, and of several alternatives the one of the
 * value's type. `definition` is the name of the last reference followed.
 */
export function shapeOf(
  schema: Schema,
  value: unknown,
  definition: string | null = null,
): { readonly definition: string | null; readonly shape: Schema } {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.slice('#/$defs/'.length);
    return shapeOf(SESSION_RECORD_SCHEMA.$defs?.[name] ?? {}, value, name);
  }
  if (schema.anyOf === undefined) return { definition, shape: schema };
  const fitting = schema.anyOf
    .map((alternative) => shapeOf(alternative, value, definition))
    .find(({ shape }) => [shape.type].flat().includes(typeOf(value)));
  return fitting ?? { definition: null, shape: {} };
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
