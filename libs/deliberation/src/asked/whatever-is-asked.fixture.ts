import fc from 'fast-check';
import { MemoryEventStore } from '../event-store.fixture.js';
import { expectAnswered, expectSound } from './sound.fixture.js';
import { convened, evenings, holdOn } from './whole-evenings.fixture.js';

/** A séance is asked for anything, that many times. @returns how often each type of event was written */
export function describeWhateverIsAsked(runs: number): ReadonlyMap<string, number> {
  const happened = new Map<string, number>();
  describe('whatever is asked of a séance', () => {
    it('leaves a register that is sound, the same when it is read again, and unchanged by what it refuses', async () => {
      await fc.assert(
        fc.asyncProperty(evenings, async (asked) => {
          const store = new MemoryEventStore();
          const given = await convened(store, asked);
          let before = store.size;
          const evening = await holdOn(given, asked, (answer) => {
            expectAnswered(answer, store.log.slice(before));
            before = store.size;
          });
          await expectSound(given.node, store, evening);
          for (const { type } of store.log) happened.set(type, (happened.get(type) ?? 0) + 1);
        }),
        { numRuns: runs },
      );
    }, 1_800_000);
  });
  return happened;
}
