import { readFileSync } from 'node:fs';
import { describeWhateverIsAsked } from './asked/whatever-is-asked.fixture.js';

const happened = describeWhateverIsAsked(1_500);

/** Written by an import. */
const OTHERS = ['DisagreementRecorded', 'RecordImported'];

// A property that no longer reaches something would hold of nothing.
it('whatever can happen happened', () => {
  const catalogue = new URL('../catalogue/events.schema.json', import.meta.url);
  const { events } = JSON.parse(readFileSync(catalogue, 'utf8')) as { readonly events: object };
  const never = Object.keys(events).filter((type) => !happened.has(type) && !OTHERS.includes(type));
  expect(never).toEqual([]);
});
