import { newId } from '@registre/platform';
import { appendAtEnd, ids, sampleEvents } from '../contract.samples.js';
import { sessionStream } from '../streams.js';
import { EmbeddedEventStore } from './embedded-event-store.js';

/**
 * A process of its own that appends pairs of events, and prints the two ids of each pair once it is acknowledged.
 *
 * Arguments: the data folder; the authority; how many pairs each of its writers appends, or `endlessly`; the id of a
 * stream that all writers share, or nothing: each then has its own.
 */
const [dataDir = '', authority = '', pairs = '', shared] = process.argv.slice(2);
const WRITERS = 4;

const store = EmbeddedEventStore.open({ dataDir });

async function write(): Promise<void> {
  const stream = sessionStream(authority, shared ?? newId());
  for (let count = 0; pairs === 'endlessly' || count < Number(pairs); count++) {
    const pair = sampleEvents(authority, 2);
    await appendAtEnd(store, stream, pair);
    process.stdout.write(`${ids(pair).join(' ')}\n`);
  }
}

await Promise.all(Array.from({ length: WRITERS }, write));
await store.close();
