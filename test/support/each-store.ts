import { join } from 'node:path';
import { beforeAll, describe, jest } from '@jest/globals';
import { openEventStore, type EventStore } from '@registre/event-store';
import { startStandIn } from '../stand-in/stand-in.js';
import { afterwards } from './afterwards.js';
import type { Environment } from './run-cli.js';

/** A store as an operator chooses it. */
export interface StoreUnderTest {
  /** What chooses it in the environment. */
  readonly env: Environment;
  /** Whether others keep authorities in it: then a test needs one of its own. */
  readonly isShared: boolean;
  /** The place that `registre copy` is told: the data folder, or the store's address. */
  readonly place: (dataDir: string) => string;
  /** The folder that holds the read files of each authority. */
  readonly readDir: (dataDir: string) => string;
  /** The store itself, for what no door shows: contents and their hashes. */
  readonly open: (dataDir: string) => EventStore;
}

// Every step starts processes, and the machine may be busy with other files' tests.
jest.setTimeout(180_000);

/** Runs a suite on the embedded store and on EventStoreDB: the server named by `EVENTSTOREDB_URL`, or a stand-in. */
export function eachStore(title: string, suite: (store: StoreUnderTest) => void): void {
  describe(`${title} (embedded store)`, () => suite(EMBEDDED));
  describeEventStoreDb(title, suite);
}

/** The same on EventStoreDB only. */
export function describeEventStoreDb(title: string, suite: (store: StoreUnderTest) => void): void {
  const real = process.env['EVENTSTOREDB_URL'];
  describe(`${title} (${real === undefined ? 'a stand-in for EventStoreDB' : 'EventStoreDB'})`, () => {
    suite(real === undefined ? standIn() : atAddress(() => real, true));
  });
}

export const EMBEDDED: StoreUnderTest = {
  env: {},
  isShared: false,
  place: (dataDir) => dataDir,
  readDir: (dataDir) => dataDir,
  open: (dataDir) => openEventStore({ kind: 'embedded', dataDir }, { thread: false }),
};

const atAddress = (address: () => string, isShared: boolean): StoreUnderTest => ({
  get env() {
    return { EVENTSTOREDB_URL: address() };
  },
  isShared,
  place: address,
  readDir: (dataDir) => join(dataDir, 'eventstoredb'),
  open: () => openEventStore({ kind: 'eventstoredb', connectionString: address() }),
});

function standIn(): StoreUnderTest {
  let address: string | undefined;
  beforeAll(async () => {
    const server = await startStandIn();
    afterwards(() => server.stop());
    address = server.connectionString;
  });
  return atAddress(() => {
    if (address === undefined) throw new Error('the stand-in is not started yet');
    return address;
  }, false);
}
