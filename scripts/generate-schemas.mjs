// Writes what is generated from the types and committed: the catalogue of events (JSON Schema), and for the
// description of the HTTP interface its answers and what the sources say of each property of a body or query.
// With --check, writes nothing and fails when a committed file is out of date.
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createGenerator } from 'ts-json-schema-generator';
import ts from 'typescript';
import { keep } from './committed-files.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

const schemaOf = (path, type) =>
  createGenerator({
    path: `${root}${path}`,
    tsconfig: `${root}tsconfig.lint.json`,
    type,
    skipTypeCheck: true,
    additionalProperties: false,
    topRef: true,
  }).createSchema(type);

/** Every event type: the category of its streams, the version of its shape, the shape of its data; and what is kept beside. */
function catalogue() {
  const { definitions: ofEvents } = schemaOf('libs/deliberation/src/events.ts', 'DeliberationEvent');
  const { definitions: ofMetadata } = schemaOf('libs/event-store/src/port.ts', 'EventMetadata');
  const definitions = { ...ofMetadata, ...ofEvents };
  const metadata = { $ref: '#/definitions/EventMetadata' };
  const upcasters = upcastersOf('libs/deliberation/src/upcasting.ts');
  const events = {};
  for (const { $ref } of definitions.DeliberationEvent.anyOf) {
    const union = $ref.replace('#/definitions/', '');
    const category = union.replace('Event', '').toLowerCase();
    const shapes = definitions[union].anyOf ?? [definitions[union]];
    for (const { properties } of shapes) {
      for (const type of properties.type.enum ?? [properties.type.const]) {
        events[type] = { category, version: (upcasters[type] ?? 0) + 1, data: properties.data };
      }
    }
  }
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'event-catalogue/1',
    events,
    metadata,
    definitions: usedBy([events, metadata], definitions),
  };
}

/** How many upcasters each event type has. */
function upcastersOf(path) {
  const [table] = parsed(path)
    .statements.filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => declarationList.declarations)
    .filter(({ name }) => name.getText() === 'UPCASTERS');
  return Object.fromEntries(
    table.initializer.properties.map(({ name, initializer }) => [
      name.getText(),
      initializer.elements.length,
    ]),
  );
}

/** The definitions that a schema refers to, directly or not. */
function usedBy(schema, definitions, used = {}) {
  for (const [, name] of JSON.stringify(schema).matchAll(/"#\/definitions\/([^"]+)"/g)) {
    const key = decodeURIComponent(name);
    if (used[key] === undefined) usedBy((used[key] = definitions[key]), definitions, used);
  }
  return used;
}

const ANSWERS = 'apps/api/src/openapi/answers.ts';

/** The schemas of the answers, as OpenAPI components: `Page<RegisterLine>` goes by the name of its alias. */
function answers() {
  const { definitions } = schemaOf(ANSWERS, '*');
  const roots = exportedFrom(ANSWERS);
  const aliases = new Map();
  for (const root of roots) {
    const { $ref } = definitions[root];
    if ($ref !== undefined) aliases.set(decodeURIComponent($ref.replace('#/definitions/', '')), root);
  }
  const used = usedBy(
    roots.map((name) => ({ $ref: `#/definitions/${name}` })),
    definitions,
  );
  const named = Object.entries(used)
    .filter(([, { $ref }]) => $ref === undefined)
    .map(([name, schema]) => [aliases.get(name) ?? name, schema]);
  return JSON.parse(JSON.stringify(Object.fromEntries(named)), (key, value) => {
    if (key !== '$ref') return value;
    const target = decodeURIComponent(value.replace('#/definitions/', ''));
    return `#/components/schemas/${aliases.get(target) ?? target}`;
  });
}

/** The names that a file of types exports. */
function exportedFrom(path) {
  return parsed(path).statements.flatMap((statement) =>
    ts.isExportDeclaration(statement)
      ? statement.exportClause.elements.map(({ name }) => name.text)
      : ts.isTypeAliasDeclaration(statement) || ts.isInterfaceDeclaration(statement)
        ? [statement.name.text]
        : [],
  );
}

const parsed = (path) =>
  ts.createSourceFile(path, readFileSync(`${root}${path}`, 'utf8'), ts.ScriptTarget.Latest, true);

/** What the sources say of the properties of bodies and queries, by class and property. */
function descriptions() {
  const described = {};
  for (const path of globSync(['libs/deliberation/src/**/*.ts', 'apps/api/src/**/*.ts'], {
    cwd: root,
  }).sort()) {
    if (/\.(spec|fixture|samples)\.ts$/.test(path)) continue;
    for (const one of parsed(path).statements.filter(ts.isClassDeclaration)) {
      if (!/(Body|Query|Entry)$/.test(one.name?.text ?? '')) continue;
      const said = one.members
        .filter(ts.isPropertyDeclaration)
        .map((member) => [member.name.getText(), commentOf(member)])
        .filter(([, text]) => text !== undefined);
      if (said.length > 0) described[one.name.text] = Object.fromEntries(said);
    }
  }
  return described;
}

function commentOf(node) {
  const [comment] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  return ts.getTextOfJSDocComment(comment?.comment)?.replaceAll(/\s*\n\s*/g, ' ');
}

keep('libs/deliberation/catalogue/events.schema.json', catalogue());
keep('apps/api/src/openapi/views.schema.json', answers());
keep('apps/api/src/openapi/descriptions.json', descriptions());
