import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import { getMetadataStorage, ValidationTypes } from 'class-validator';
import { validationMetadatasToSchemas } from 'class-validator-jsonschema';
import descriptions from './descriptions.json' with { type: 'json' };

export interface Schema {
  readonly [keyword: string]: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

type Class = new () => object;

/** The forms that our own decorators ask for, in JSON Schema. */
const OWN_FORMS = {
  isCalendarDate: { type: 'string', format: 'date' },
  isTimeOfDay: { type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' },
  isZone: { type: 'string', description: 'IANA name of a time zone' },
  isEmptyOrNull: { type: 'array', maxItems: 0, items: {} },
} as const;

const NULL = { type: 'null' };

/**
 * What is accepted of each class that class-validator checks, by its name: closed, with null and absence only where
 * its decorators let them pass. (class-validator-jsonschema takes any condition for « may be absent » and knows no
 * null.)
 */
export function acceptedSchemas(): Record<string, Schema> {
  const schemas = validationMetadatasToSchemas({
    classTransformerMetadataStorage: defaultMetadataStorage,
    refPointerPrefix: '#/components/schemas/',
    additionalConverters: OWN_FORMS,
  }) as Record<string, Schema>;
  return Object.fromEntries(
    validatedClasses().map((target) => [target.name, closed(target, schemas[target.name] ?? {})]),
  );
}

/** The classes that class-validator checks. @throws Error when two bear one name: their schemas would be mixed */
export function validatedClasses(): readonly Class[] {
  const { validationMetadatas } = getMetadataStorage() as unknown as {
    readonly validationMetadatas: ReadonlyMap<Class, unknown>;
  };
  const classes = [...validationMetadatas.keys()];
  const twice = classes.find(({ name }, place) => classes.findIndex((one) => one.name === name) !== place);
  if (twice !== undefined) throw new Error(`two validated classes are named ${twice.name}`);
  return classes;
}

function closed(target: Class, schema: Schema): Schema {
  const described = descriptionsOf(target);
  const properties = Object.entries(schema.properties ?? {}).map(([property, form]) => {
    const text = described(property);
    const own = !isQuery(target) && passes(target, property, null) ? orNull(form) : form;
    return [property, text === undefined ? own : { ...own, description: text }] as const;
  });
  const required = properties
    .map(([property]) => property)
    .filter((property) => !passes(target, property, undefined));
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: false,
  };
}

/** Classes of a query string's parameters, in which nothing is null. */
export const isQuery = ({ name }: Class): boolean => name.endsWith('Query');

/** Whether a value goes by a property's other decorators, because a condition (`OrNull`, `IsOptional`) says so. */
function passes(target: Class, property: string, value: null | undefined): boolean {
  return getMetadataStorage()
    .getTargetValidationMetadatas(target, '', false, false)
    .filter((one) => one.propertyName === property && one.type === ValidationTypes.CONDITIONAL_VALIDATION)
    .some(({ constraints }) => {
      const [condition] = constraints as [(object: object, value: unknown) => boolean];
      return !condition({ [property]: value }, value);
    });
}

function orNull(schema: Schema): Schema {
  if (typeof schema['type'] !== 'string') return { anyOf: [schema, NULL] };
  const values = schema['enum'] as readonly unknown[] | undefined;
  return { ...schema, type: [schema['type'], 'null'], ...(values ? { enum: [...values, null] } : {}) };
}

/** What the class or the nearest of those that it extends says of a property. */
function descriptionsOf(target: Class): (property: string) => string | undefined {
  const all: Readonly<Record<string, Readonly<Record<string, string>>>> = descriptions;
  return (property) => {
    for (let one: unknown = target; typeof one === 'function'; one = Object.getPrototypeOf(one)) {
      const text = all[one.name]?.[property];
      if (text !== undefined) return text;
    }
    return undefined;
  };
}
