import { ApiProperty } from '@nestjs/swagger';
import { isQuery, validatedClasses, type Schema } from './accepted-schemas.js';

/** Tells Swagger the parameters of the queries, from what validates them. */
export function describeQueries(schemas: Readonly<Record<string, Schema>>): void {
  for (const query of validatedClasses().filter(isQuery)) {
    const { properties = {}, required = [] } = schemas[query.name] ?? {};
    const defaults = new query() as Readonly<Record<string, unknown>>;
    for (const [property, schema] of Object.entries(properties)) {
      const options = { ...schema, required: required.includes(property), default: defaults[property] };
      ApiProperty(options)(query.prototype as object, property);
    }
  }
}
