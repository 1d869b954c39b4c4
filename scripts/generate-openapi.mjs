// Writes apps/api/openapi.json from the built server, which does not listen. With --check, only compares.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfiguration } from '../apps/api/dist/configuration.js';
import { createServer } from '../apps/api/dist/server.js';
import { openApiDocument } from '../apps/api/dist/openapi/document.js';
import { keep } from './committed-files.mjs';

const dataDir = await mkdtemp(join(tmpdir(), 'registre-openapi-'));
const configuration = readConfiguration({ REGISTRE_DATA: dataDir, REGISTRE_LOG_LEVEL: 'error' });
const app = await createServer(configuration);
try {
  keep('apps/api/openapi.json', openApiDocument(app));
} finally {
  await app.close();
  await rm(dataDir, { recursive: true });
}
