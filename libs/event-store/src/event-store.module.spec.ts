import { expect, test } from '@jest/globals';
import { Injectable, Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { all, given } from './contract.samples.js';
import { EmbeddedEventStore } from './embedded/embedded-event-store.js';
import { EventStoreModule } from './event-store.module.js';
import { EventStore } from './port.js';

@Injectable()
class Reader {
  constructor(readonly store: EventStore) {}
}

@Module({ providers: [Reader], exports: [Reader] })
class ReadingModule {}

test('given the module at the root, when another module asks for the store, then it gets it, until the application ends', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'registre-module-'));
  const DATA_DIR = Symbol('data dir');
  const application = await Test.createTestingModule({
    imports: [
      EventStoreModule.forRootAsync({
        imports: [
          { module: class {}, providers: [{ provide: DATA_DIR, useValue: dataDir }], exports: [DATA_DIR] },
        ],
        inject: [DATA_DIR],
        useFactory: (folder: string) => EmbeddedEventStore.open({ dataDir: folder }),
      }),
      ReadingModule,
    ],
  }).compile();
  await application.init();

  const { store } = application.get(Reader);
  const { authority } = await given(store, 2);
  expect(await all(store.readLog(authority))).toHaveLength(2);

  await application.close();
  await expect(store.authorities()).rejects.toThrow('closed');
  await rm(dataDir, { recursive: true });
});
