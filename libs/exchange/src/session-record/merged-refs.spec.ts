import { withMergedRefs } from './merged-refs.js';
import { recordWith } from './record.fixture.js';

describe('a record that names somebody by a ref that was merged into another', () => {
  it('names that one wherever it did, once among the members', () => {
    const record = recordWith(({ body }) => body.members.push({ ref: 'blanc-e', familyName: 'BLANC' }));
    const merged = withMergedRefs(record, { 'blanc-elsa': 'blanc-e' });
    expect(merged.body.members?.map(({ ref }) => ref)).toEqual([
      'durand-alix',
      'moreau-basile',
      'petit-chloe',
      'roux-david',
      'blanc-e',
    ]);
    expect(merged.session.attendance?.[4]?.member).toBe('blanc-e');
    expect(merged.session.proxies?.[0]?.giver).toBe('blanc-e');
  });

  it('is as it was where nobody was merged', () => {
    const record = recordWith();
    expect(withMergedRefs(record, { 'autre-zoe': 'blanc-elsa' })).toBe(record);
  });
});
