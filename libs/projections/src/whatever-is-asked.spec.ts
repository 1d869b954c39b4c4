import { join } from 'node:path';
import fc from 'fast-check';
import { convened, evenings, holdOn, MemoryEventStore } from '@registre/deliberation/asked';
import { ReadFile } from './engine/read-file.js';
import { READ_MODELS } from './models.js';
import { dump, inFolder, project } from './projected.fixture.js';

describe('whatever is asked of a séance', () => {
  it('read models that follow it hold what they hold when they are built anew, and none stops', async () => {
    const takes = fc.infiniteStream(fc.boolean());
    await fc.assert(
      fc.asyncProperty(evenings, takes, (evening, isTaken) =>
        inFolder(async (folder) => {
          const [followed, anew] = [join(folder, 'followed'), join(folder, 'anew')];
          const store = new MemoryEventStore();
          const file = ReadFile.create(followed, READ_MODELS, 'careful');
          let taken = 0;
          const take = () => {
            file.apply(store.log.slice(taken), taken);
            taken = store.size;
          };
          await holdOn(await convened(store, evening), evening, () => {
            if (isTaken.next().value) take();
          });
          take();
          file.settle();
          file.close();
          project(anew, store.log);
          const tables = dump(followed);
          expect(tables).toEqual(dump(anew));
          expect(tables.read_model?.filter((row) => row.halted_at !== null)).toEqual([]);
          expect(tables.due).toEqual([]);
        }),
      ),
      { numRuns: 15 },
    );
  });
});
