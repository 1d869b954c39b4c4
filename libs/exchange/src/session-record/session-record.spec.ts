import { join } from 'node:path';
import { createGenerator } from 'ts-json-schema-generator';
import { SESSION_RECORD_SCHEMA, type Schema } from './schema.js';

const SOURCES = join(import.meta.dirname, '../../src/session-record');

describe('the types of a session record', () => {
  it('agree with the schema, property by property', () => {
    const generated = createGenerator({
      path: join(SOURCES, 'session-record.ts'),
      tsconfig: join(SOURCES, '../../tsconfig.json'),
      type: 'SessionRecord',
      skipTypeCheck: true,
    }).createSchema('SessionRecord') as { readonly definitions: Schema['$defs'] };
    const types = leavesOf({ $ref: '#/definitions/SessionRecord' }, generated.definitions ?? {});
    const format = leavesOf(SESSION_RECORD_SCHEMA, SESSION_RECORD_SCHEMA.$defs ?? {});
    expect(types).toEqual(format);
    expect(types.size).toBeGreaterThan(200);
  });
});

type Definitions = NonNullable<Schema['$defs']>;

/** Path of each value → what it may be, e.g. `session.chair` → `null|string`. */
function leavesOf(root: Schema, definitions: Definitions): Map<string, string> {
  const leaves = new Map<string, string>();
  const visit = (schema: Schema, path: string, optional: boolean) => {
    const shapes = shapesOf(schema, definitions);
    const kinds = shapes.flatMap(kindsOf);
    leaves.set(path, [...new Set(optional ? [...kinds, 'null'] : kinds)].toSorted().join('|'));
    for (const { items, properties, required } of shapes) {
      if (items !== undefined) visit(items, `${path}[]`, false);
      for (const [key, property] of Object.entries(properties ?? {})) {
        const absent = property.default === undefined && !required?.includes(key);
        visit(property, `${path}.${key}`, absent);
      }
    }
  };
  visit(root, 'record', false);
  return leaves;
}

type Shape = Schema & { readonly required?: readonly string[] };

/** The alternatives, without a moment's short form: it is read as the long one. */
function shapesOf(schema: Schema, definitions: Definitions): Shape[] {
  if (schema.$ref !== undefined) {
    const name = decodeURIComponent(schema.$ref.split('/').at(-1) ?? '');
    const shapes = shapesOf(definitions[name] ?? {}, definitions);
    return name === 'moment' ? shapes.filter(({ type }) => type !== 'string') : shapes;
  }
  return schema.anyOf?.flatMap((alternative) => shapesOf(alternative, definitions)) ?? [schema];
}

function kindsOf(shape: Shape): string[] {
  if (shape.enum !== undefined)
    return shape.enum.map((value) => (value === null ? 'null' : JSON.stringify(value)));
  if (shape.const !== undefined) return [JSON.stringify(shape.const)];
  return [shape.type ?? []].flat().map((type) => (type === 'integer' ? 'number' : type));
}
