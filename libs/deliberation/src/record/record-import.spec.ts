import { codeOf, CONTEXT, folded } from '../given.fixture.js';
import { recordAggregate, type Disagreement } from './record.js';
import { RecordImport, recordImport } from './record-import.js';

const imported = (revision = 1, sha256 = 'ab', disagreements: Disagreement[] = []) =>
  new RecordImport(
    CONTEXT,
    { record: 'valmont-cm-2024-03-21', revision, sha256, source: null, session: 's', affairs: [] },
    disagreements,
  );
const disagreement: Disagreement = {
  check: '6',
  path: 'session.stated.present',
  rule: 'stated.present',
  message: '8 nommés, 9 annoncés.',
  affair: null,
};

describe('an imported record', () => {
  const once = folded(recordAggregate, recordImport(recordAggregate.initial, imported()));

  it('is said last, after what disagrees in it', () => {
    const events = recordImport(recordAggregate.initial, imported(1, 'ab', [disagreement]));
    expect(events.map(({ type }) => type)).toEqual(['DisagreementRecorded', 'RecordImported']);
    expect(folded(recordAggregate, events)).toMatchObject({
      imported: { revision: 1, disagreements: 1 },
      disagreements: [disagreement],
    });
  });

  it('again changes nothing', () => {
    expect(recordImport(once, imported())).toEqual([]);
  });

  it('is refused with another content under the same revision, and in an older one', () => {
    expect(codeOf(() => recordImport(once, imported(1, 'cd')))).toBe('record.changed');
    const corrected = folded(recordAggregate, [
      ...recordImport(recordAggregate.initial, imported()),
      ...recordImport(once, imported(3)),
    ]);
    expect(corrected).toMatchObject({ firstRevision: 1, imported: { revision: 3 } });
    expect(codeOf(() => recordImport(corrected, imported(2)))).toBe('record.revision');
  });
});
