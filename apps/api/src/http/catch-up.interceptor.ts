import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { streamParts } from '@registre/event-store';
import { Refusal } from '@registre/platform';
import { ReadModels } from '@registre/projections';
import type { FastifyRequest } from 'fastify';
import { from, switchMap, type Observable } from 'rxjs';
import { AFTER_TOKEN } from '../queries/query-parameters.js';

/** How long a query waits for what it wants to see, in ms. */
const PATIENCE = 10_000;

/** A query with `?after=stream@revision` is answered once this node has taken that event into account. */
@Injectable()
export class CatchUpInterceptor implements NestInterceptor {
  constructor(private readonly readModels: ReadModels) {}

  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = execution.switchToHttp().getRequest<FastifyRequest>();
    const { after } = request.query as { after?: string };
    const { authority } = request.params as { authority?: string };
    // What is no token is refused by the query's validation, which comes after.
    if (request.method !== 'GET' || authority === undefined || !isToken(after)) return next.handle();
    return from(this.caughtUp(authority, after)).pipe(switchMap(() => next.handle()));
  }

  private async caughtUp(authority: string, token: string): Promise<void> {
    const at = token.lastIndexOf('@');
    const stream = token.slice(0, at);
    requireOwn(authority, stream);
    const seen = await this.readModels.waitFor(authority, stream, Number(token.slice(at + 1)), {
      timeoutMs: PATIENCE,
    });
    if (seen) return;
    const message = 'Ce qui vient d’être enregistré n’est pas encore lisible ici : réessayez.';
    throw new Refusal('unavailable', 'not-caught-up', message);
  }
}

const isToken = (after: unknown): after is string => typeof after === 'string' && AFTER_TOKEN.test(after);

function requireOwn(authority: string, stream: string): void {
  if (streamParts(stream)?.authority === authority) return;
  const message = 'Ce qui est attendu n’est pas un événement de cette collectivité.';
  throw new Refusal('invalid', 'after', message, [{ field: 'after', rule: 'after', message }]);
}
