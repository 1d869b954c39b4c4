import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import { validationMetadatasToSchemas } from 'class-validator-jsonschema';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import views from './views.schema.json' with { type: 'json' };

/** The forms that our own decorators ask for, in JSON Schema. */
const OWN_FORMS = {
  isCalendarDate: { type: 'string', format: 'date' },
  isTimeOfDay: { type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' },
  isZone: { type: 'string', description: 'IANA time zone' },
  isEmptyOrNull: { type: 'array', maxItems: 0, items: {} },
} as const;

/** The description of the HTTP interface: bodies from what validates them, answers from the read models' types. */
export function openApiDocument(app: NestFastifyApplication): OpenAPIObject {
  const about = new DocumentBuilder()
    .setTitle('Registre des délibérations')
    .setDescription('Commands are POST, queries are GET; errors are problem details (RFC 9457).')
    .setVersion('1')
    .build();
  const document = SwaggerModule.createDocument(app, about);
  const bodies = validationMetadatasToSchemas({
    classTransformerMetadataStorage: defaultMetadataStorage,
    refPointerPrefix: '#/components/schemas/',
    additionalConverters: OWN_FORMS,
  });
  const closed = Object.entries(bodies).map(([name, schema]) => [
    name,
    { ...schema, additionalProperties: false },
  ]);
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, ...views, ...Object.fromEntries(closed) },
  } as OpenAPIObject['components'];
  return document;
}

/** Serves the description and its pages at `/api`. */
export function serveOpenApi(app: NestFastifyApplication): void {
  SwaggerModule.setup('api', app, () => openApiDocument(app), { jsonDocumentUrl: 'api/openapi.json' });
}
