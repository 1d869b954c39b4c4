import { createHash } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { CommandContext } from '@registre/deliberation';
import { AUTHORITY_KEY } from '@registre/event-store';
import { newId, Refusal } from '@registre/platform';
import type { FastifyRequest } from 'fastify';

/** Who asks, as the gate found out; the rest from the request's path and headers (`Idempotency-Key`, `If-Match`). */
export const Context = createParamDecorator((_data: unknown, execution: ExecutionContext): CommandContext =>
  contextOf(execution.switchToHttp().getRequest<FastifyRequest>()),
);

/** @throws Refusal `invalid` for a header that cannot be read */
export function contextOf(request: FastifyRequest): CommandContext {
  const { authority } = request.params as { authority: string };
  requireAuthorityKey(authority);
  const key = request.headers['idempotency-key'];
  const ifMatch = request.headers['if-match'];
  return {
    authority,
    actor: actorOf(request),
    correlationId: newId(),
    ...(key === undefined ? {} : { idempotencyKey: readKey(key), bodyHash: bodyHash(request) }),
    ...(ifMatch === undefined ? {} : { ifMatch: readRevision(ifMatch) }),
  };
}

/** The authenticated person: never a field of the request. @throws Error nobody passed the gate: a fault of ours */
export function actorOf({ person }: FastifyRequest): string {
  if (person?.actor == null) throw new Error('a command of nobody');
  return person.actor;
}

/** @throws Refusal `invalid` */
export function requireAuthorityKey(authority: string): void {
  if (AUTHORITY_KEY.test(authority)) return;
  const message = 'Une collectivité est désignée par 2 à 40 minuscules ou chiffres.';
  throw new Refusal('invalid', 'authority-key', message, [
    { field: 'authority', rule: 'authority-key', message },
  ]);
}

function readKey(key: string | readonly string[]): string {
  if (typeof key === 'string' && /^[\x21-\x7e]{1,200}$/.test(key)) return key;
  throw headerRefusal('Idempotency-Key', '1 à 200 caractères ASCII visibles');
}

/** A revision as an entity tag: `"5"`; `"-1"`: nothing is there yet. */
function readRevision(tag: string): number {
  const [, digits] = /^"?(-1|\d{1,15})"?$/.exec(tag) ?? [];
  if (digits !== undefined) return Number(digits);
  throw headerRefusal('If-Match', 'une révision, par exemple "5"');
}

function headerRefusal(header: string, form: string): Refusal {
  const message = `L’en-tête ${header} doit être ${form}.`;
  return new Refusal('invalid', 'header', message, [{ field: header, rule: 'header', message }]);
}

/** SHA-256 of the route and the body: what tells a retry from another request under the same key. */
function bodyHash(request: FastifyRequest): string {
  const [path] = request.url.split('?');
  return createHash('sha256')
    .update(`${request.method} ${path ?? ''}\n${JSON.stringify(request.body ?? null)}`)
    .digest('hex');
}
