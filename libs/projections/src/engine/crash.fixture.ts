import { openEventStore } from '@registre/event-store';
import { READ_MODELS } from '../models.js';
import { ProjectionsHere } from './projections.js';

/** A process that projects a log from where its read file is, to be killed: `node crash.fixture.js DIR AUTHORITY`. */
const [, , dataDir = '', authority = ''] = process.argv;
const store = openEventStore({ kind: 'embedded', dataDir }, { thread: false });
const projections = new ProjectionsHere(store, dataDir, READ_MODELS, (_authority, { ordinal }) => {
  process.stdout.write(`${ordinal}\n`);
});
await projections.catchUp(authority);
await projections.close();
