import { readdirSync, readFileSync } from 'node:fs';
import { contentHash, encodeEvent, type EventMetadata } from '@registre/event-store';
import { Ajv } from 'ajv';
import { affairAggregate } from './affair/affair.js';
import { authorityAggregate } from './authority/authority.js';
import { ballotAggregate } from './ballot/ballot.js';
import { bodyAggregate } from './body/body.js';
import type { Aggregate, DomainEvent } from './command/aggregate.js';
import { recordAggregate } from './record/record.js';
import { numberAggregate } from './register/number.js';
import { registerAggregate } from './register/register.js';
import { sessionAggregate } from './session/session.js';
import { upcast } from './upcasting.js';

/** A golden sample: an event of that type and version as a store holds it. */
interface Sample {
  readonly type: string;
  readonly data: string;
  readonly metadata: string;
  readonly contentHash: string;
}

interface Catalogue {
  readonly events: Readonly<Record<string, { category: string; version: number; data: object }>>;
}

const FOLDER = new URL('../catalogue/', import.meta.url);
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'));

const catalogue = read('events.schema.json') as Catalogue;
const files = readdirSync(new URL('golden/', FOLDER));
const ajv = new Ajv({ allowUnionTypes: true, strictTuples: false }).addVocabulary(['events', 'metadata']);
ajv.addSchema(catalogue, 'catalogue');
const samples = files.map((file) => [file, read(`golden/${file}`) as Sample] as const);

const AGGREGATES: Readonly<Record<string, Aggregate<unknown, DomainEvent>>> = {
  authority: authorityAggregate,
  body: bodyAggregate,
  session: sessionAggregate,
  ballot: ballotAggregate,
  affair: affairAggregate,
  register: registerAggregate,
  number: numberAggregate,
  record: recordAggregate,
} as Readonly<Record<string, object>> as Readonly<Record<string, Aggregate<unknown, DomainEvent>>>;

describe('The catalogue of events', () => {
  it('has a golden sample of every type in its version, and no sample of what it does not know', () => {
    const versions = Object.entries(catalogue.events).map(
      ([type, { version }]) => `${type}.v${version}.json`,
    );

    expect(files).toEqual(expect.arrayContaining(versions));
    expect(samples.filter(([, { type }]) => catalogue.events[type] === undefined)).toEqual([]);
  });

  it('has closed shapes only', () => {
    const open: string[] = [];
    const look = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return;
      const { type, additionalProperties } = value as { type?: unknown; additionalProperties?: unknown };
      if (type === 'object' && additionalProperties !== false) open.push(path);
      for (const [key, inner] of Object.entries(value)) look(inner, `${path}/${key}`);
    };
    look(catalogue, '');

    expect(open).toEqual([]);
  });
});

describe.each(samples)('The golden sample %s', (file, sample) => {
  const { category } = catalogue.events[sample.type] ?? { category: '' };
  const data = JSON.parse(sample.data) as object;
  const metadata = JSON.parse(sample.metadata) as EventMetadata;
  const told = upcast({ type: sample.type, data, metadata }).data;

  it('bears its type and version', () => {
    expect(file).toBe(`${sample.type}.v${metadata.version}.json`);
  });

  it('has, in its present version, the shape of the catalogue and nothing besides', () => {
    const ofData = ajv.compile({ $ref: `catalogue#/events/${sample.type}/data` });
    const ofMetadata = ajv.compile({ $ref: 'catalogue#/metadata' });

    expect([ofData(told), ofData.errors]).toEqual([true, null]);
    expect([ofMetadata(metadata), ofMetadata.errors]).toEqual([true, null]);
    expect(ofData({ ...told, surplus: null })).toBe(false);
    expect(ofMetadata({ ...metadata, surplus: null })).toBe(false);
  });

  it('gives the same text and hash when read and written again', () => {
    const id = '0b0f5a3e-6d1c-4c8e-9a51-2f6f1f0c7d11';
    const again = encodeEvent({ id, type: sample.type, data, metadata });

    expect(again).toEqual({ id, type: sample.type, data: sample.data, metadata: sample.metadata });
    expect(contentHash(again)).toBe(sample.contentHash);
  });

  it('is taken into account by its aggregate', () => {
    const { initial, evolve } = AGGREGATES[category] as Aggregate<unknown, DomainEvent>;

    expect(evolve(initial, { type: sample.type, data: told }, metadata.occurredAt)).toBeDefined();
  });
});
