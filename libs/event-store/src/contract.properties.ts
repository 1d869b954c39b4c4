import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@registre/platform';
import fc from 'fast-check';
import { authorityOf } from './batch.js';
import { all, freshAuthority, ids, sampleEvent } from './contract.samples.js';
import { WrongExpectedRevision, type EventStore, type ExpectedRevision } from './port.js';
import { affairStream, sessionStream } from './streams.js';

export interface PropertyOptions {
  /** How many random sequences are tried. */
  readonly runs: number;
  /** The seed of a sequence that failed, as fast-check told it. */
  readonly seed?: number;
}

/**
 * Declares the random half of the contract: whatever is appended, in whatever order, to several streams of two
 * authorities, with right and wrong revisions, for the first time, again or at once, the store answers what a plain
 * list would answer, and holds what it would hold.
 *
 * @param name the adapter, as the report shows it
 * @param open gives a store
 */
export function describeEventStoreProperties(
  name: string,
  open: () => Promise<EventStore>,
  { runs, ...options }: PropertyOptions,
): void {
  describe(`${name} does as a plain list would`, () => {
    let store: EventStore;
    beforeAll(async () => {
      store = await open();
    });
    afterAll(() => store.close());

    test(
      'given any sequence of appends, then answers and contents are those of the list',
      async () => {
        const property = fc.asyncProperty(fc.array(ATTEMPT, { minLength: 1, maxLength: 15 }), (attempts) =>
          new Trial(store).follow(attempts),
        );
        await fc.assert(property, { numRuns: runs, endOnFailure: true, ...options });
      },
      60_000 + 500 * runs,
    );
  });
}

/** What is tried, said relatively to what went before, so that it means something wherever it comes. */
type Attempt =
  | {
      readonly kind: 'new';
      readonly stream: number;
      readonly expected: ExpectedRevision | 'end';
      readonly count: number;
    }
  | { readonly kind: 'again'; readonly which: number; readonly change: 'none' | 'shorter' | 'longer' }
  | { readonly kind: 'at-once'; readonly stream: number; readonly writers: number };

const STREAM = fc.nat(3);
const EXPECTED = fc.oneof(
  { weight: 5, arbitrary: fc.constant('end' as const) },
  { weight: 1, arbitrary: fc.constant('no-stream' as const) },
  { weight: 1, arbitrary: fc.nat(8) },
);
const ATTEMPT: fc.Arbitrary<Attempt> = fc.oneof(
  fc.record({
    kind: fc.constant('new' as const),
    stream: STREAM,
    expected: EXPECTED,
    count: fc.integer({ min: 1, max: 4 }),
  }),
  fc.record({
    kind: fc.constant('again' as const),
    which: fc.nat(),
    change: fc.constantFrom('none' as const, 'shorter' as const, 'longer' as const),
  }),
  fc.record({
    kind: fc.constant('at-once' as const),
    stream: STREAM,
    writers: fc.integer({ min: 2, max: 5 }),
  }),
);

interface Append {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly ids: readonly string[];
}

type Answer = { readonly revision: number } | { readonly actual: ExpectedRevision };

/** An event store, without the disk. */
class PlainList {
  private readonly events: { readonly stream: string; readonly id: string }[] = [];

  end(stream: string): ExpectedRevision {
    const { length } = this.stream(stream);
    return length === 0 ? 'no-stream' : length - 1;
  }

  stream(name: string): string[] {
    return ids(this.events.filter(({ stream }) => stream === name));
  }

  log(authority: string): string[] {
    return ids(this.events.filter(({ stream }) => authorityOf(stream) === authority));
  }

  append({ stream, expected, ids: appended }: Append): Answer {
    const held = this.stream(stream);
    const start = expected === 'no-stream' ? 0 : expected + 1;
    const there = held.slice(start, start + appended.length);
    const answer = { revision: start + appended.length - 1 };
    if (there.length === appended.length && there.every((id, index) => id === appended[index])) return answer;
    if (start !== held.length) return { actual: this.end(stream) };
    for (const id of appended) this.events.push({ stream, id });
    return answer;
  }
}

/** One sequence of attempts, on a store and on the list. */
class Trial {
  private readonly list = new PlainList();
  private readonly tried: Append[] = [];
  private readonly authorities = [freshAuthority(), freshAuthority()];
  private readonly streams = this.authorities.flatMap((authority) => [
    sessionStream(authority, newId()),
    affairStream(authority, newId()),
  ]);

  constructor(private readonly store: EventStore) {}

  async follow(attempts: readonly Attempt[]): Promise<void> {
    for (const attempt of attempts) await this.make(attempt);
    for (const stream of this.streams) {
      expect(ids(await all(this.store.readStream(stream)))).toEqual(this.list.stream(stream));
    }
    for (const authority of this.authorities) {
      expect(ids(await all(this.store.readLog(authority)))).toEqual(this.list.log(authority));
    }
  }

  private async make(attempt: Attempt): Promise<void> {
    switch (attempt.kind) {
      case 'new':
        return this.inTurn(this.newAppend(attempt));
      case 'again': {
        const earlier = this.tried[attempt.which % this.tried.length];
        return earlier === undefined ? undefined : this.inTurn(changed(earlier, attempt.change));
      }
      case 'at-once': {
        const { stream, writers } = attempt;
        return this.atOnce(
          Array.from({ length: writers }, () => this.newAppend({ stream, expected: 'end', count: 2 })),
        );
      }
    }
  }

  private newAppend(wanted: { stream: number; expected: ExpectedRevision | 'end'; count: number }): Append {
    const stream = this.streams[wanted.stream] as string;
    const expected = wanted.expected === 'end' ? this.list.end(stream) : wanted.expected;
    return { stream, expected, ids: Array.from({ length: wanted.count }, newId) };
  }

  private async inTurn(append: Append): Promise<void> {
    expect(await this.answer(append)).toEqual(this.list.append(append));
  }

  // Any of them may be first; the others are then judged after it.
  private async atOnce(appends: readonly Append[]): Promise<void> {
    const answers = await Promise.all(appends.map((append) => this.answer(append)));
    const first = answers.findIndex((answer) => 'revision' in answer);
    expect(answers[first]).toEqual(this.list.append(appends[first] as Append));
    expect(answers).toEqual(appends.map((append) => this.list.append(append)));
  }

  private async answer(append: Append): Promise<Answer> {
    this.tried.push(append);
    const events = append.ids.map((id, index) => sampleEvent(authorityOf(append.stream), index, id));
    try {
      return await this.store.append(append.stream, append.expected, events);
    } catch (error) {
      if (error instanceof WrongExpectedRevision) return { actual: error.actual };
      throw error;
    }
  }
}

function changed(append: Append, change: 'none' | 'shorter' | 'longer'): Append {
  if (change === 'longer') return { ...append, ids: [...append.ids, newId()] };
  return change === 'shorter' && append.ids.length > 1 ? { ...append, ids: append.ids.slice(0, -1) } : append;
}
