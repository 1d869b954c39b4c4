import fc from 'fast-check';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { ExtractContext } from './context.js';
import schema from './extract-context.schema.json' with { type: 'json' };

/** Says whether a value is a context, or what another schema describes. */
export function validatorOf(described: object = schema): ValidateFunction {
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  addFormats.default(ajv);
  return ajv.compile(described);
}

interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: { readonly [key: string]: Schema };
  readonly $ref?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
}

const DEFINITIONS = schema.$defs as { readonly [name: string]: Schema };

/** Any context of the schema. */
export const anyContext = (): fc.Arbitrary<ExtractContext> =>
  valuesOf(schema) as fc.Arbitrary<ExtractContext>;

function valuesOf(one: Schema): fc.Arbitrary<unknown> {
  if (one.$ref !== undefined) return valuesOf(DEFINITIONS[one.$ref.replace('#/$defs/', '')] ?? {});
  if (one.anyOf !== undefined) return fc.oneof(...one.anyOf.map(valuesOf));
  if (one.enum !== undefined) return fc.constantFrom(...one.enum);
  if (typeof one.type === 'object') return fc.oneof(...one.type.map((type) => valuesOf({ ...one, type })));
  switch (one.type) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.integer({ min: one.minimum ?? 0, max: one.maximum ?? 500 });
    case 'array':
      return fc.array(valuesOf(one.items ?? {}), { maxLength: 3 });
    case 'object':
      return fc.record(
        Object.fromEntries(
          Object.entries(one.properties ?? {}).map(([key, value]) => [key, valuesOf(value)]),
        ),
      );
    default:
      return textsOf(one);
  }
}

function textsOf({ format, pattern }: Schema): fc.Arbitrary<string> {
  if (format === 'date') return fc.constantFrom('2019-09-27', '2024-02-29');
  if (pattern !== undefined) return fc.constantFrom('2019-09-27T20:30', '2024-02-29T00:00');
  return fc.oneof(fc.string({ maxLength: 20 }), fc.constantFrom('{{ x }}', '{% if %}', 'Élise « D’ARC »'));
}
