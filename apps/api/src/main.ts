import 'reflect-metadata';
import { readConfiguration } from './configuration.js';
import { createServer } from './server.js';

const configuration = readConfiguration(process.env);
const app = await createServer(configuration);
await app.listen(configuration.port, configuration.host);
