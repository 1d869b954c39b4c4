import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';

/** Marks a route whose body is a file, which it reads itself. */
export const TAKES_FILE = { takesFile: true } as const;

/** Leaves the bodies of such routes unread, and refuses (415) to every other what is not JSON. */
export function leaveFilesUnread(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addContentTypeParser('*', (request: FastifyRequest, _payload, done) => {
      const { takesFile } = request.routeOptions.config as { takesFile?: boolean };
      done(takesFile === true ? null : Object.assign(new Error('not JSON'), { statusCode: 415 }), undefined);
    });
}
