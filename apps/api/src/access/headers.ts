import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { AccessConfiguration } from './access-configuration.js';

const OWN = ["'self'"];
const NONE = ["'none'"];
/** The pages load what this server serves, and nothing else; nobody frames them. */
const DIRECTIVES = {
  'default-src': NONE,
  'script-src': OWN,
  'style-src': OWN,
  'img-src': [...OWN, 'data:'],
  'font-src': OWN,
  'connect-src': OWN,
  'manifest-src': OWN,
  'worker-src': OWN,
  'form-action': OWN,
  'frame-ancestors': NONE,
  'base-uri': NONE,
  'object-src': NONE,
};
/** The pages that describe the interface bring a style sheet inside their document. */
const OF_DESCRIPTION = Object.entries({ ...DIRECTIVES, 'style-src': [...OWN, "'unsafe-inline'"] })
  .map(([name, sources]) => `${name} ${sources.join(' ')}`)
  .join(';');

/** What browsers are told of every answer, and which other sites' pages may read. */
export async function setHeaders(
  app: NestFastifyApplication,
  { publicUrl, corsOrigins }: AccessConfiguration,
): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: DIRECTIVES },
    strictTransportSecurity: publicUrl?.startsWith('https:') ? { maxAge: 365 * 24 * 3600 } : false,
  });
  if (corsOrigins.length > 0) {
    await app.register(cors, {
      origin: [...corsOrigins],
      methods: ['GET', 'HEAD'],
      allowedHeaders: ['authorization', 'last-event-id', 'if-none-match'],
      exposedHeaders: ['etag', 'retry-after'],
      credentials: false,
      maxAge: 600,
    });
  }
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', async (request, reply) => {
      if (/^\/api(\/?$|\/static\/|\/index|\?)/.test(request.url)) {
        void reply.header('content-security-policy', OF_DESCRIPTION);
      }
      // Other sites' pages may read what they are allowed to, and only them.
      if (corsOrigins.length > 0) void reply.header('cross-origin-resource-policy', 'cross-origin');
    });
}
