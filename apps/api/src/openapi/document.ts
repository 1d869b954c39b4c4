import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { acceptedSchemas } from './accepted-schemas.js';
import { COMMON_COMPONENTS, completed } from './conventions.js';
import { describeQueries } from './queries.js';
import viewSchemas from './views.schema.json' with { type: 'json' };

// The compiler would infer a type of its own for every schema of the file.
type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;
const views = viewSchemas as Record<string, unknown> as Schemas;

const METHODS = ['get', 'post'] as const;

/** The description of the HTTP interface: bodies from what validates them, answers from the read models' types. */
export function openApiDocument(app: NestFastifyApplication): OpenAPIObject {
  const about = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Registre des délibérations')
    .setDescription('Commands are POST, queries are GET; errors are problem details (RFC 9457).')
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' }, 'token')
    .addSecurityRequirements('token')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0.html')
    .build();
  const accepted = acceptedSchemas();
  describeQueries(accepted);
  const document = SwaggerModule.createDocument(app, about);
  const paths = inOrder(document.paths, (item, path) => {
    const operations = METHODS.flatMap((method) => {
      const operation = item[method];
      return operation === undefined ? [] : [[method, completed(path, method, operation)]];
    });
    return { ...item, ...(Object.fromEntries(operations) as typeof item) };
  });
  const schemas = { ...document.components?.schemas, ...views, ...accepted } as Schemas;
  const { securitySchemes } = document.components ?? {};
  const components = {
    ...COMMON_COMPONENTS,
    ...(securitySchemes ? { securitySchemes } : {}),
    schemas: inOrder(used(schemas, paths), (schema) => schema),
  };
  return { ...document, paths, components };
}

/** Serves the description and its pages at `/api`. */
export function serveOpenApi(app: NestFastifyApplication): void {
  SwaggerModule.setup('api', app, () => openApiDocument(app), { jsonDocumentUrl: 'api/openapi.json' });
}

/** The schemas that the paths refer to, directly or not. */
function used<T>(schemas: Readonly<Record<string, T>>, paths: unknown): Record<string, T> {
  const kept: Record<string, T> = {};
  const keep = (value: unknown): void => {
    for (const [, name = ''] of JSON.stringify(value).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      const schema = schemas[name];
      if (schema === undefined || name in kept) continue;
      kept[name] = schema;
      keep(schema);
    }
  };
  keep([paths, COMMON_COMPONENTS]);
  return kept;
}

function inOrder<T, U>(
  record: Readonly<Record<string, T>>,
  change: (value: T, key: string) => U,
): Record<string, U> {
  const keys = Object.keys(record).sort();
  return Object.fromEntries(keys.map((key) => [key, change(record[key] as T, key)]));
}
