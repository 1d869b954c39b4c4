// What every command and every query of the interface has in common.
import { BODY_KEY } from '@registre/deliberation';
import type { OpenAPIObject } from '@nestjs/swagger';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Parameter = NonNullable<Operation['parameters']>[number];
type Responses = Operation['responses'];
type Components = NonNullable<OpenAPIObject['components']>;

const UUID = { type: 'string', format: 'uuid' } as const;

const PATH_PARAMETERS: Readonly<Record<string, { readonly description: string; readonly schema: object }>> = {
  authority: {
    description: 'Key of the authority: its SIREN, or a short name.',
    schema: { type: 'string', pattern: '^[a-z0-9]{2,40}$' },
  },
  body: {
    description: 'Key of the body, e.g. `CM`.',
    schema: { type: 'string', pattern: BODY_KEY.source },
  },
  session: { description: 'Id of the séance.', schema: UUID },
  affair: { description: 'Id of the affair.', schema: UUID },
  ballot: { description: 'Id of the ballot.', schema: UUID },
  annex: { description: 'Place of the annex, from 1 on.', schema: { type: 'integer', minimum: 1 } },
  member: {
    description: 'ref of the member within the body.',
    schema: { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{0,60}$' },
  },
  giver: {
    description: 'ref of the member who gave the proxy.',
    schema: { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{0,60}$' },
  },
  content: {
    description: 'Name of the content in the file store: SHA-256 of salt and bytes.',
    schema: { type: 'string', pattern: '^[0-9a-f]{64}$' },
  },
};

const HEADERS = {
  IdempotencyKey: {
    in: 'header',
    name: 'Idempotency-Key',
    description:
      'The client’s own name of this request: sent again with the same key, it gets the same answer and is not ' +
      'written twice; with another body, it is refused (422).',
    schema: { type: 'string', pattern: '^[\\x21-\\x7e]{1,200}$' },
  },
  IfMatch: {
    in: 'header',
    name: 'If-Match',
    description: 'The revision that was read (its `ETag`): 409 when somebody else was first.',
    schema: { type: 'string', pattern: '^"?\\d{1,15}"?$' },
    example: '"5"',
  },
} as const;

/** The problems that can be answered, by status. */
const PROBLEMS = {
  400: ['InvalidRequest', 'The request does not have the required form; every fault is named.'],
  401: ['Unauthenticated', 'Nobody is known to ask, or the token is not good: `code` says why.'],
  403: ['Forbidden', 'Who asks may not: not their role, their body, or their authority.'],
  404: ['NotFound', 'There is no such thing.'],
  409: [
    'Conflict',
    'Somebody else was first: `currentRevision` says the present revision, `changes` what was written since yours ' +
      '(`revision`, `type`, `actor`, `recordedAt`, `sentence` or null; the first 50), `more` how many there are besides.',
  ],
  410: ['Gone', 'It was erased; the legal basis is told.'],
  413: ['TooLarge', 'The request, or the event that it would make, is too large.'],
  415: ['NotJson', 'The body is not JSON.'],
  422: [
    'Refused',
    'It contradicts what the register holds, or breaks a rule of law: then send it again with `despite`, naming ' +
      'every rule that `reasons` lists; or the key already served for another request.',
  ],
  429: ['TooMany', 'Too many requests: again after `Retry-After` seconds.'],
  503: ['Unavailable', 'The store cannot be reached, or this node has not caught up; nothing was written.'],
  504: ['OutcomeUnknown', 'It may have been written: send the same request again with the same key.'],
} as const;

const OF_COMMANDS = [400, 401, 403, 404, 409, 413, 415, 422, 429, 503, 504] as const;
const OF_QUERIES = [400, 401, 403, 404, 429, 503] as const;
/** Of what may be erased. */
const OF_CONTENTS = [400, 404, 410, 503] as const;

/** What operations refer to. */
export const COMMON_COMPONENTS = {
  parameters: HEADERS,
  headers: {
    Revision: {
      description: 'Revision of what was written, to be given back as `If-Match`.',
      schema: { type: 'string' },
    },
  },
  responses: Object.fromEntries(
    Object.values(PROBLEMS).map(([name, description]) => [
      name,
      {
        description,
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  ),
} as Components;

/** An operation with its path's parameters, its headers and the problems that it may answer. */
export function completed(path: string, method: string, operation: Operation): Operation {
  const takesBody = operation.requestBody !== undefined;
  const own = (operation.parameters ?? []).filter((one) => 'in' in one && one.in !== 'path');
  const headers = takesBody ? Object.keys(HEADERS).map(parameterRef) : [];
  const answers = Object.entries(operation.responses).map(([status, answer]) => [
    status,
    {
      ...answer,
      description: takesBody ? 'What was written.' : 'The answer.',
      ...(takesBody ? { headers: { ETag: { $ref: '#/components/headers/Revision' } } } : {}),
    },
  ]);
  return {
    ...operation,
    parameters: [...pathParameters(path), ...own, ...headers],
    responses: {
      ...(Object.fromEntries(answers) as Responses),
      ...problems(method === 'post' ? OF_COMMANDS : ofQuestion(path)),
    },
  };
}

const ofQuestion = (path: string): readonly (keyof typeof PROBLEMS)[] =>
  /\/(extract|contents\/\{content\})$/.test(path) ? OF_CONTENTS : OF_QUERIES;

function pathParameters(path: string): Parameter[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => {
    const described = PATH_PARAMETERS[name];
    if (described === undefined) throw new Error(`${path}: the parameter ${name} is not described`);
    return { in: 'path', name, required: true, ...described };
  });
}

const parameterRef = (name: string): Parameter => ({ $ref: `#/components/parameters/${name}` });

const problems = (statuses: readonly (keyof typeof PROBLEMS)[]): Responses =>
  Object.fromEntries(
    statuses.map((status) => [status, { $ref: `#/components/responses/${PROBLEMS[status][0]}` }]),
  );
