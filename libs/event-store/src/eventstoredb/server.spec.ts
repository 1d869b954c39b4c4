import { describe, test } from '@jest/globals';
import { describeEventStoreContract } from '../contract.js';
import { EventStoreDbEventStore } from './event-store-db.js';

const connectionString = process.env.EVENTSTOREDB_URL;

if (connectionString === undefined) {
  console.warn('EVENTSTOREDB_URL is not set: the contract is not tried on a real EventStoreDB here.');
  describe('EventStoreDB keeps the event store’s contract', () => {
    test.skip('when EVENTSTOREDB_URL names a server, then it is tried there', () => undefined);
  });
} else {
  describeEventStoreContract(
    'EventStoreDB, the real server,',
    () => Promise.resolve(new EventStoreDbEventStore({ connectionString })),
    { beyond: '900000000000000000.900000000000000000.00000000' },
  );
}
