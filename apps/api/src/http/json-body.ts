import { parseStrictJson, Refusal } from '@registre/platform';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** The largest body, in bytes. */
export const BODY_LIMIT = 2 * 1024 * 1024;

/** Reads JSON bodies, and no others, strictly: what `JSON.parse` would let pass silently is refused. */
export function readJsonStrictly(app: NestFastifyApplication): void {
  app.getHttpAdapter().getInstance().removeContentTypeParser('text/plain');
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
