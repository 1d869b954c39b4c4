import type { ApiResponseOptions } from '@nestjs/swagger';

/** The answer of a query, by the name of its type in `answers.ts`. */
export const view = (name: string): ApiResponseOptions => ({
  content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } },
});
