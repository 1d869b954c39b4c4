import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Refusal } from '@registre/platform';
import { ReadModels } from '@registre/projections';
import type { FastifyRequest } from 'fastify';
import { from, switchMap, type Observable } from 'rxjs';

/** How long a query waits for what it wants to see, in ms. */
const PATIENCE = 10_000;

/** A query with `?after=stream@revision` is answered once this node has taken that event into account. */
@Injectable()
export class CatchUpInterceptor implements NestInterceptor {
  constructor(private readonly readModels: ReadModels) {}

  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = execution.switchToHttp().getRequest<FastifyRequest>();
    const { after } = request.query as { after?: string };
    if (request.method !== 'GET' || typeof after !== 'string') return next.handle();
    const { authority } = request.params as { authority: string };
    return from(this.caughtUp(authority, after)).pipe(switchMap(() => next.handle()));
  }

  private async caughtUp(authority: string, token: string): Promise<void> {
    const at = token.lastIndexOf('@');
    const stream = token.slice(0, at);
    const seen = await this.readModels.waitFor(authority, stream, Number(token.slice(at + 1)), {
      timeoutMs: PATIENCE,
    });
    if (seen) return;
    const message = 'Ce qui vient d’être enregistré n’est pas encore lisible ici : réessayez.';
    throw new Refusal('unavailable', 'not-caught-up', message);
  }
}
