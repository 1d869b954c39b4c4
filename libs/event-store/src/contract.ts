import { afterAll, beforeAll, describe } from '@jest/globals';
import { describeAppending } from './contract.appending.js';
import { describeReading } from './contract.reading.js';
import type { Contract } from './contract.samples.js';
import { describeSubscribing } from './contract.subscribing.js';
import type { EventStore, Position } from './port.js';

/** What the contract has to know of an adapter. */
export interface ContractOptions {
  /** A position, in the adapter's own form, further than the store holds: as kept from before a restored backup. */
  readonly beyond: Position;
  /** How many write at once in the tests of concurrency (default 16). */
  readonly writers?: number;
}

/**
 * Declares the one suite of tests that every adapter passes: what a caller may count on, whichever store is behind.
 * Each test writes to authorities with fresh random keys, so that a shared server can be used again and again.
 *
 * @param name the adapter, as the report shows it
 * @param open gives a store; each call another one over the same logs, as another process would open it
 */
export function describeEventStoreContract(
  name: string,
  open: () => Promise<EventStore>,
  options: ContractOptions,
): void {
  describe(`${name} keeps the event store's contract`, () => {
    let opened: EventStore;
    beforeAll(async () => {
      opened = await open();
    });
    afterAll(() => opened.close());
    const contract: Contract = {
      store: () => opened,
      another: async (use) => {
        const other = await open();
        try {
          return await use(other);
        } finally {
          await other.close();
        }
      },
      beyond: options.beyond,
      writers: options.writers ?? 16,
    };
    describeAppending(contract);
    describeReading(contract);
    describeSubscribing(contract);
  });
}
