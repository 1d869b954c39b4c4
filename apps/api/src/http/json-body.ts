import type { IncomingMessage } from 'node:http';
import { parseStrictJson, Refusal } from '@registre/platform';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** The largest body, in bytes. */
export const BODY_LIMIT = 2 * 1024 * 1024;

/** How much of a body that is too large is read all the same, in bytes. */
const READ_OFF_LIMIT = 64 * 1024 * 1024;

/** Reads JSON bodies, and no others, strictly: what `JSON.parse` would let pass silently is refused. */
export function readJsonStrictly(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.removeContentTypeParser('text/plain');
  fastify.addHook('onError', async (request, _reply, error) => {
    if (error.statusCode === 413) await readOff(request.raw);
  });
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  app.useBodyParser('application/json', { bodyLimit: BODY_LIMIT }, (_request, body, done) => {
    try {
      const text = decoded(utf8, body);
      done(null, text === '' ? {} : parseStrictJson(text));
    } catch (error) {
      done(error as Error);
    }
  });
}

function decoded(utf8: InstanceType<typeof TextDecoder>, body: Buffer): string {
  try {
    return utf8.decode(body);
  } catch {
    throw new Refusal('invalid', 'not-utf-8', 'Le corps de la demande n’est pas de l’UTF-8.');
  }
}

/** Who is still sending when the connection ends sees it break, and not the answer that says why. */
export function readOff(request: IncomingMessage): Promise<void> {
  let left = READ_OFF_LIMIT;
  return new Promise((resolve) => {
    if (request.readableEnded) resolve();
    request
      .on('data', ({ length }: Buffer) => (left -= length) < 0 && resolve())
      .on('end', resolve)
      .on('close', resolve)
      .resume();
  });
}
