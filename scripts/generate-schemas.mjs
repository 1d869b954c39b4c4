// Writes what is generated from the types and committed: the catalogue of events (JSON Schema) and the answers of
// the HTTP interface. With --check, writes nothing and fails when a committed file is out of date.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createGenerator } from 'ts-json-schema-generator';

const root = fileURLToPath(new URL('..', import.meta.url));
const check = process.argv.includes('--check');

const schemaOf = (path, project, type) =>
  createGenerator({
    path: `${root}${path}`,
    tsconfig: `${root}${project}/tsconfig.json`,
    type,
    skipTypeCheck: true,
    additionalProperties: false,
    topRef: true,
  }).createSchema(type);

function keep(path, value) {
  const text = `${JSON.stringify(value, null, 1)}\n`;
  let committed = '';
  try {
    committed = readFileSync(`${root}${path}`, 'utf8');
  } catch {
    // absent: written below, or out of date
  }
  if (committed === text) return;
  if (check) throw new Error(`${path} is out of date: run npm run generate`);
  writeFileSync(`${root}${path}`, text);
  console.log(`${path} written`);
}

/** Every event type: the category of its streams, the version of its shape, the shape of its data. */
function catalogue() {
  const { definitions } = schemaOf(
    'libs/deliberation/src/events.ts',
    'libs/deliberation',
    'DeliberationEvent',
  );
  const events = {};
  const used = {};
  for (const { $ref } of definitions.DeliberationEvent.anyOf) {
    const union = $ref.replace('#/definitions/', '');
    const category = union.replace('Event', '').toLowerCase();
    const shapes = definitions[union].anyOf ?? [definitions[union]];
    for (const { properties } of shapes) {
      for (const type of properties.type.enum ?? [properties.type.const]) {
        events[type] = { category, version: 1, data: properties.data };
      }
    }
  }
  const keepUsed = (value) => {
    for (const [, name] of JSON.stringify(value).matchAll(/"#\/definitions\/([^"]+)"/g)) {
      if (used[name] === undefined) keepUsed((used[name] = definitions[name]));
    }
  };
  keepUsed(events);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'event-catalogue/1',
    events,
    definitions: used,
  };
}

/** The schemas of the answers, as OpenAPI components. */
function answers() {
  const { definitions } = schemaOf('apps/api/src/openapi/answers.ts', 'apps/api', '*');
  const text = JSON.stringify(definitions)
    .replaceAll('#/definitions/', '#/components/schemas/')
    .replaceAll(/Page(?:<|%3C)(\w+)(?:>|%3E)/g, 'PageOf$1');
  return JSON.parse(text);
}

keep('libs/deliberation/catalogue/events.schema.json', catalogue());
keep('apps/api/src/openapi/views.schema.json', answers());
