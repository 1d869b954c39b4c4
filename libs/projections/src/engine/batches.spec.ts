import { join } from 'node:path';
import fc from 'fast-check';
import { BERNARD, History, IRREGULARITY, report } from '../history.js';
import { dump, inFolder, project } from '../projected.fixture.js';

/** A history with something of everything, and an event that one of the read models cannot bear. */
const history = new History()
  .constituted()
  .disagreed('r1', 'k1')
  .add('affair', 's1-a1', 'ReportSubmitted', { session: 's1', report: report('Budget'), annexes: [] })
  .heldSession('s1')
  .add('affair', 's1-a1', 'ReportRevised', { report: report('Budget primitif'), reason: null })
  .imported('r1', 's1', { k1: 's1-a1' })
  .convened('s2', '2023-11-09', [IRREGULARITY])
  .certified('s1', 's1-a1')
  .add('body', 'cm', 'MemberSeated', { seat: { ...BERNARD, office: 'Adjoint' } })
  .add('session', 's2', 'AffairNoted', { affair: 'never-placed', proclaimed: null })
  .heldSession('s3', '2023-12-07')
  .closed('s2');

describe('a log taken in batches', () => {
  it('gives the same tables whatever the batches are', async () => {
    const whole = await inFolder((folder) => {
      project(join(folder, 'file'), history.events);
      return dump(join(folder, 'file'));
    });
    const sizes = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(sizes, (batches) =>
        inFolder((folder) => {
          project(join(folder, 'file'), history.events, batches);
          expect(dump(join(folder, 'file'))).toEqual(whole);
        }),
      ),
      { numRuns: 20 },
    );
  });

  it('is one in which a read model stops, so that this is tried as well', () =>
    inFolder((folder) => {
      project(join(folder, 'file'), history.events);
      const halted = dump(join(folder, 'file')).read_model?.filter((row) => row.halted_at !== null);
      expect(halted?.map(({ name }) => name)).toEqual(['affairs', 'register', 'search', 'sessions']);
    }));
});
