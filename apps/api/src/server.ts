import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import fastifyStatic from '@fastify/static';
import { CommandRunner } from '@registre/deliberation';
import { ReadModels } from '@registre/projections';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { EventStore } from '@registre/event-store';
import { Access } from './access/access.js';
import { collectRoutes, setGate } from './access/gate.js';
import { setHeaders } from './access/headers.js';
import { allowedHosts } from './access/hosts.js';
import { AppModule } from './app.module.js';
import type { Configuration } from './configuration.js';
import { ChangesSince } from './http/changes-since.js';
import { leaveFilesUnread } from './http/file-body.js';
import { readJsonStrictly } from './http/json-body.js';
import { PROBLEM_TYPE, ProblemDetailsFilter, problemOf } from './http/problem-details.filter.js';
import { leaveUnusedConnections } from './http/unused-connections.js';
import { closedValidation } from './http/validation.pipe.js';
import { serveOpenApi } from './openapi/document.js';

const PAGES = fileURLToPath(new URL('../../dashboard/dist', import.meta.url));
/** How long a request may take to arrive whole, in ms. */
const REQUEST_TIMEOUT = 30_000;

/** The register's HTTP server, not listening yet. */
export async function createServer(configuration: Configuration): Promise<NestFastifyApplication> {
  const { access, host } = configuration;
  const adapter = new FastifyAdapter({
    requestTimeout: REQUEST_TIMEOUT,
    trustProxy: access.trustedProxies.length > 0 ? [...access.trustedProxies] : false,
    routerOptions: { maxParamLength: 300 },
    forceCloseConnections: 'idle',
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.of(configuration), adapter, {
    bodyParser: false,
    logger: levelsFrom(configuration.logLevel),
  });
  const fastify = app.getHttpAdapter().getInstance();
  collectRoutes(fastify);
  readJsonStrictly(app);
  leaveFilesUnread(app);
  leaveUnusedConnections(app);
  app.useGlobalFilters(
    new ProblemDetailsFilter(new ChangesSince(app.get(CommandRunner), app.get(ReadModels))),
  );
  app.useGlobalPipes(closedValidation());
  app.enableShutdownHooks();
  await setHeaders(app, access);
  await app.register(cookie);
  await app.register(rateLimit, { global: false });
  setGate(fastify, {
    access: app.get(Access),
    store: app.get(EventStore),
    hosts: allowedHosts({ host, publicUrl: access.publicUrl, allowed: access.allowedHosts }),
  });
  await app.register(compress);
  serveOpenApi(app);
  await servePages(app);
  return app;
}

// The pages find their own way: any path that is neither a file nor the interface's gets the same document.
async function servePages(app: NestFastifyApplication): Promise<void> {
  if (!existsSync(join(PAGES, 'index.html'))) return;
  await app.register(fastifyStatic, { root: PAGES, wildcard: false });
  app
    .getHttpAdapter()
    .getInstance()
    .get('/*', async (request, reply) => {
      if (!/^\/(api|health)(\/|$)/.test(request.url)) return reply.sendFile('index.html');
      const problem = problemOf({ statusCode: 404 });
      return reply.status(404).type(PROBLEM_TYPE).send(JSON.stringify(problem));
    });
}

function levelsFrom(least: Configuration['logLevel']): Configuration['logLevel'][] {
  const levels = ['fatal', 'error', 'warn', 'log', 'debug'] as const;
  return levels.slice(0, levels.indexOf(least) + 1);
}
