import { afterAll, beforeAll } from '@jest/globals';
import { EventStoreDbEventStore } from '@registre/event-store';
import { describeEventStoreContract } from '@registre/event-store/contract';
import { startStandIn, type StandIn } from '../stand-in/stand-in.js';

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn();
});
afterAll(() => standIn.stop());

describeEventStoreContract(
  'EventStoreDB’s adapter, on the stand-in,',
  () => Promise.resolve(new EventStoreDbEventStore({ connectionString: standIn.connectionString })),
  { beyond: '900000000000000000.900000000000000000.00000000' },
);
