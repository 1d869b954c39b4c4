import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { EventMetadata } from '@registre/event-store';
import { Ajv } from 'ajv';
import { ballotAggregate } from './ballot/ballot.js';
import type { Aggregate, DomainEvent } from './command/aggregate.js';
import { CommandRunner } from './command/command-runner.js';
import { MemoryEventStore } from './event-store.fixture.js';
import { StoppedClock } from './node.fixture.js';
import { registerAggregate } from './register/register.js';
import { sessionAggregate } from './session/session.js';
import { upcast, versionOf } from './upcasting.js';

interface Sample {
  readonly type: string;
  readonly data: string;
  readonly metadata: string;
}

type Json = { readonly [key: string]: unknown };

const FOLDER = new URL('../catalogue/', import.meta.url);
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'));
const { events } = read('events.schema.json') as { events: Record<string, { category: string }> };

/** Every version that is not the present one any more. */
const SUPERSEDED = Object.keys(events).flatMap((type) =>
  Array.from({ length: versionOf(type) - 1 }, (_, place) => ({ type, version: place + 1 })),
);

/** What an older shape is known to have meant, though it did not say it: all else that is new is unknown. */
const MEANT: Readonly<Record<string, unknown>> = {
  // The accounts were not told apart from other affairs.
  'BallotOpened.accounts': false,
  // A register began with its first sheet.
  'RegisterOpened.firstSheet': 1,
};

const AGGREGATES = {
  session: sessionAggregate,
  ballot: ballotAggregate,
  register: registerAggregate,
} as Readonly<Record<string, object>> as Readonly<Record<string, Aggregate<unknown, DomainEvent>>>;

function sampleOf(type: string, version: number) {
  const sample = read(`golden/${type}.v${version}.json`) as Sample;
  const metadata = JSON.parse(sample.metadata) as EventMetadata;
  return { type, data: JSON.parse(sample.data) as Json, metadata };
}

/** What is in the newer data and was not in the older, by path. */
function added(older: unknown, newer: unknown, path: string): [string, unknown][] {
  if (typeof newer !== 'object' || newer === null || typeof older !== 'object' || older === null) {
    expect([path, newer]).toEqual([path, older]);
    return [];
  }
  expect([path, Object.keys(newer)]).toEqual([path, expect.arrayContaining(Object.keys(older))]);
  return Object.entries(newer).flatMap(([key, value]): [string, unknown][] => {
    const inner = `${path}.${key}`;
    return key in older ? added((older as Json)[key], value, inner) : [[inner, value]];
  });
}

it('keeps the shape of every superseded version, and no other', () => {
  const kept = readdirSync(new URL('superseded/', FOLDER)).toSorted();
  expect(kept).toEqual(SUPERSEDED.map(({ type, version }) => `${type}.v${version}.schema.json`).toSorted());
  expect(kept.length).toBeGreaterThan(10);
});

describe.each(SUPERSEDED)('$type in its version $version', ({ type, version }) => {
  const sample = sampleOf(type, version);

  it('has a sample of exactly that shape', () => {
    expect(existsSync(new URL(`golden/${type}.v${version}.json`, FOLDER))).toBe(true);
    const ajv = new Ajv({ allowUnionTypes: true, strictTuples: false });
    const isOfShape = ajv.compile(read(`superseded/${type}.v${version}.schema.json`) as object);
    expect([isOfShape(sample.data), isOfShape.errors]).toEqual([true, null]);
    expect(isOfShape({ ...sample.data, surplus: null })).toBe(false);
    // What the next version holds was not there: the two are told apart.
    expect(isOfShape(sampleOf(type, version + 1).data)).toBe(false);
  });

  it('says in the present shape what it said, and what it did not say is unknown', () => {
    const more = added(sample.data, upcast(sample).data, type);
    expect(more.length).toBeGreaterThan(0);
    for (const [path, value] of more) expect([path, value]).toEqual([path, MEANT[path] ?? null]);
  });

  it('is left as it was stored', () => {
    const before = JSON.stringify(sample.data);
    upcast(sample);
    expect(JSON.stringify(sample.data)).toBe(before);
  });

  it('is folded to a state that holds all that it said', () => {
    const { category = '' } = events[type] ?? {};
    const { initial, evolve } = AGGREGATES[category] as Aggregate<unknown, DomainEvent>;
    const state = JSON.stringify(evolve(initial, upcast(sample), sample.metadata.occurredAt));
    expect(state).not.toBe(JSON.stringify(initial));
  });
});

describe('an event of a later version', () => {
  const metadata = { ...sampleOf('AuthorityRegistered', 1).metadata, authority: 'valmont' };
  const store = new MemoryEventStore();
  const runner = new CommandRunner(store, new StoppedClock());
  const append = (stream: string, type: string, version: number, data: Json) =>
    store.append(stream, 'no-stream', [
      { id: '0b0f5a3e-6d1c-4c8e-9a51-2f6f1f0c7d11', type, data, metadata: { ...metadata, version } },
    ]);

  it('makes every command on its stream refuse, by a code that says why, and writes nothing', async () => {
    const { data } = sampleOf('SessionConvened', versionOf('SessionConvened'));
    await append('session-valmont_s1', 'SessionConvened', versionOf('SessionConvened') + 1, data);
    const loading = runner.load(sessionAggregate, 'session-valmont_s1');
    await expect(loading).rejects.toMatchObject({ kind: 'unavailable', code: 'later-version' });
    expect(store.of('session-valmont_s1')).toHaveLength(1);
  });

  it('so does a type that this version does not know', async () => {
    await append('session-valmont_s2', 'DronesReleased', 1, { count: 3 });
    const loading = runner.load(sessionAggregate, 'session-valmont_s2');
    await expect(loading).rejects.toMatchObject({ kind: 'unavailable', code: 'later-version' });
  });
});
