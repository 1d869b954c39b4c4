import { Injectable } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { openEventStore } from '@registre/event-store';
import { AUTHORITY, History } from './history.js';
import { inFolder } from './projected.fixture.js';
import { ReadModels } from './read-models.js';
import { ReadModelsModule } from './read-models.module.js';

@Injectable()
class Door {
  constructor(readonly readModels: ReadModels) {}
}

describe('the module of the read models', () => {
  it('gives them to the whole application, and closes them with it', () =>
    inFolder(async (dataDir) => {
      const store = openEventStore({ kind: 'embedded', dataDir }, { thread: false });
      await new History().constituted().appendTo(store);
      await store.close();
      const options = { store: { kind: 'embedded', dataDir }, readDir: dataDir, threads: false } as const;
      const application = await Test.createTestingModule({
        imports: [ReadModelsModule.forRootAsync({ useFactory: () => options })],
        providers: [Door],
      }).compile();
      const { readModels } = application.get(Door);
      expect((await readModels.authority(AUTHORITY))?.key).toBe(AUTHORITY);
      await application.close();
      await expect(readModels.catchUp(AUTHORITY)).rejects.toThrow();
    }));
});
