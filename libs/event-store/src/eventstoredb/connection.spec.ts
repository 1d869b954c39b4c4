import { describe, expect, test } from '@jest/globals';
import { InvalidConnectionString } from './connection.js';
import { EventStoreDbEventStore } from './event-store-db.js';

const given = (connectionString: string): EventStoreDbEventStore =>
  new EventStoreDbEventStore({ connectionString });

describe('EventStoreDB’s connection string', () => {
  test.each([
    'esdb://127.0.0.1:2113?tls=false',
    'esdb://localhost?TLS=false',
    'esdb://a:2111,b:2112,c:2114/?tls=false&nodePreference=leader',
    'esdb+discover://cluster.example.org:2113?tls=false',
    'esdb://ops:ch%40nge%3Ait@localhost:2113',
    'esdb://ops:changeit@localhost:2113?tls=true&keepAliveTimeout=20000&throwOnAppendFailure=false',
    '  esdb://localhost:2113?tls=false  ',
  ])('given « %s », when a store is made, then it is taken, and no server is called yet', async (text) => {
    await given(text).close();
  });

  test.each([
    ['', 'begins with esdb://'],
    ['http://localhost:2113', 'begins with esdb://'],
    ['kurrentdb://localhost:2113', 'KurrentDB server answers'],
    ['kurrentdb+discover://localhost:2113', 'KurrentDB server answers'],
    ['esdb://', 'expected esdb://'],
    ['esdb://localhost:2113', 'with TLS it needs'],
    ['esdb://localhost:2113?tls=false&tls=true', 'with TLS it needs'],
    ['esdb://localhost:door?tls=false', 'port number'],
    ['esdb://localhost:2113?tls=no', 'true or false'],
    ['esdb://ops@localhost:2113', 'percent-encoded'],
    ['esdb://ops:change:it@localhost:2113', 'percent-encoded'],
    ['esdb://ops:ch@nge@localhost:2113', 'percent-encoded'],
    ['esdb://ops:100%@localhost:2113', 'percent-encoded'],
  ])('given « %s », when a store is made, then it says: %s', (text, reason) => {
    expect(() => given(text)).toThrow(InvalidConnectionString);
    expect(() => given(text)).toThrow(reason);
  });

  test('given a wrong string with a password, when it is refused, then the password is not repeated', () => {
    for (const text of ['esdb://ops:secret@localhost:door', 'esdb://ops:sec:ret@h', 'http://ops:secret@h']) {
      let refusal: Error | undefined;
      try {
        given(text);
      } catch (error) {
        refusal = error as Error;
      }
      expect(refusal).toBeInstanceOf(InvalidConnectionString);
      expect(`${refusal?.message} ${JSON.stringify(refusal)} ${String(refusal?.cause)}`).not.toContain('sec');
    }
  });
});
