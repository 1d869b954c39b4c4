import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SwaggerParser from '@apidevtools/swagger-parser';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { validateSync } from 'class-validator';
import { readConfiguration } from '../configuration.js';
import { createServer } from '../server.js';
import { acceptedSchemas, validatedClasses } from './accepted-schemas.js';
import { openApiDocument } from './document.js';

interface Operation {
  readonly operationId: string;
  readonly parameters: readonly { readonly $ref?: string; readonly name?: string; readonly in?: string }[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: { $ref: string } }>>;
  };
  readonly responses: Readonly<Record<string, { readonly $ref?: string; readonly content?: object }>>;
}

interface Described {
  readonly path: string;
  readonly method: string;
  readonly operation: Operation;
}

type Property = Readonly<Record<string, unknown>>;

describe('The description of the HTTP interface', () => {
  let dataDir: string;
  let app: NestFastifyApplication;
  let document: ReturnType<typeof openApiDocument>;
  let schemas: Readonly<Record<string, { properties: Record<string, Property>; required?: string[] }>>;
  let operations: readonly Described[];

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'registre-openapi-'));
    app = await createServer(readConfiguration({ REGISTRE_DATA: dataDir, REGISTRE_LOG_LEVEL: 'error' }));
    document = openApiDocument(app);
    schemas = document.components?.schemas as unknown as typeof schemas;
    operations = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => ({
        path,
        method,
        operation: operation as Operation,
      })),
    );
  });

  afterAll(async () => {
    await app.close();
    await rm(dataDir, { recursive: true });
  });

  const commands = () =>
    operations.filter(({ operation }) => operation.requestBody?.content['application/json'] !== undefined);
  const queries = () => operations.filter(({ method }) => method === 'get');
  const names = (parameters: Operation['parameters'], place: string) =>
    parameters.filter((one) => one.in === place).map(({ name }) => name);
  const bodyOf = ({ operation }: Described) => {
    const { $ref } = operation.requestBody?.content['application/json']?.schema ?? { $ref: '' };
    return $ref.replace('#/components/schemas/', '');
  };

  it('is the one that is committed (npm run generate)', async () => {
    const committed = await readFile(new URL('../../openapi.json', import.meta.url), 'utf8');

    expect(JSON.parse(JSON.stringify(document))).toEqual(JSON.parse(committed));
  });

  it('is valid OpenAPI 3.1, and what it refers to is there', async () => {
    const copy = JSON.parse(JSON.stringify(document)) as Parameters<typeof SwaggerParser.validate>[0];

    await expect(SwaggerParser.validate(copy)).resolves.toBeDefined();
  });

  it('has schemas that a JSON Schema validator takes, each form known', () => {
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false });
    addFormats.default(ajv);
    ajv.addVocabulary(['example', 'components']);
    ajv.addSchema({ $id: 'openapi', components: { schemas } });

    for (const name of Object.keys(schemas)) {
      expect(() => ajv.compile({ $ref: `openapi#/components/schemas/${name}` })).not.toThrow();
    }
  });

  it('names every operation, once', () => {
    const ids = operations.map(({ operation }) => operation.operationId);

    expect(ids.filter((id) => !/^[a-z][A-Za-z]+$/.test(id))).toEqual([]);
    expect(ids).toEqual([...new Set(ids)]);
  });

  it('declares what each path holds', () => {
    for (const { path, operation } of operations) {
      const held = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect({ path, names: names(operation.parameters, 'path') }).toEqual({ path, names: held });
    }
  });

  it('gives every command a closed body, a key against repetition and a revision to match', () => {
    expect(commands().length).toBeGreaterThanOrEqual(29);
    for (const command of commands()) {
      expect(schemas[bodyOf(command)]).toMatchObject({ type: 'object', additionalProperties: false });
      expect(schemas[bodyOf(command)]?.properties).toHaveProperty('occurredAt');
      const refs = command.operation.parameters.map(({ $ref }) => $ref);
      expect(refs).toContain('#/components/parameters/IdempotencyKey');
      expect(refs).toContain('#/components/parameters/IfMatch');
    }
  });

  it('tells of every command which problems it may answer', () => {
    for (const { operation } of commands()) {
      expect(Object.keys(operation.responses)).toEqual(
        expect.arrayContaining(['400', '404', '409', '413', '415', '422', '503', '504']),
      );
    }
    expect(document.components?.responses?.['Refused']).toMatchObject({
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    });
  });

  it('lets every query of an authority wait for what was written, and tells the form of its answer', () => {
    for (const { path, operation } of queries()) {
      if (path.includes('{authority}')) expect(names(operation.parameters, 'query')).toContain('after');
      expect({ path, answer: operation.responses['200']?.content }).toEqual({
        path,
        answer: expect.anything(),
      });
    }
  });

  it('says where null and absence are accepted exactly as the bodies’ validation does', () => {
    const accepted = acceptedSchemas();
    const bodies = validatedClasses().filter(({ name }) => name in schemas);
    expect(bodies.length).toBeGreaterThan(40);

    for (const body of bodies) {
      const { properties = {}, required = [] } = accepted[body.name] ?? {};
      for (const [property, form] of Object.entries(properties)) {
        const faults = (value: unknown) =>
          validateSync(Object.assign(new body(), { [property]: value })).filter(
            (one) => one.property === property,
          );
        expect({ property: `${body.name}.${property}`, absent: !required.includes(property) }).toEqual({
          property: `${body.name}.${property}`,
          absent: faults(undefined).length === 0,
        });
        expect({ property: `${body.name}.${property}`, null: acceptsNull(form) }).toEqual({
          property: `${body.name}.${property}`,
          null: faults(null).length === 0,
        });
      }
    }
  });

  it('lists the values of a choice', () => {
    expect(schemas['CloseBallotBody']?.properties['outcome']).toMatchObject({
      type: ['string', 'null'],
      enum: ['adopted', 'rejected', 'elected', 'no-majority', null],
    });
  });

  it('says of every property what it may be', () => {
    for (const body of validatedClasses().filter(({ name }) => name in schemas)) {
      for (const [property, form] of Object.entries(schemas[body.name]?.properties ?? {})) {
        expect([`${body.name}.${property}`, form]).toEqual([
          `${body.name}.${property}`,
          expect.objectContaining({
            [Object.keys(form).find((key) => FORM.includes(key)) ?? 'type']: expect.anything(),
          }),
        ]);
      }
    }
  });
});

const FORM = ['type', '$ref', 'anyOf', 'enum'];

function acceptsNull({ type, anyOf }: Property): boolean {
  return (
    (Array.isArray(type) && type.includes('null')) ||
    (Array.isArray(anyOf) && anyOf.some((one) => (one as Property)['type'] === 'null'))
  );
}
