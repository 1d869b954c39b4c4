import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { tap, type Observable } from 'rxjs';

/** Tells the revision of what was written or read as an entity tag, to be sent back as `If-Match`. */
export class RevisionInterceptor implements NestInterceptor {
  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    const reply = execution.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      tap((answer) => {
        const { revision } = (answer ?? {}) as { revision?: unknown };
        if (typeof revision === 'number' && revision >= 0) reply.header('etag', `"${revision}"`);
      }),
    );
  }
}
