import { join } from 'node:path';
import { Module, type DynamicModule } from '@nestjs/common';
import {
  DeliberationModule,
  ExtractRenderer,
  LongTexts,
  OtherSessions,
  StoredContents,
  TemplateCheck,
} from '@registre/deliberation';
import {
  FileStore,
  FolderFileStore,
  LiquidExtractRenderer,
  LiquidTemplateCheck,
  StoredTexts,
} from '@registre/documents';
import { EventStore, EventStoreModule, openEventStore } from '@registre/event-store';
import { Clock, SystemClock } from '@registre/platform';
import { KnownSessions, Past, ReadModels, ReadModelsModule } from '@registre/projections';
import { DueWorker } from '@registre/worker';
import type { Configuration } from './configuration.js';
import { ContentReader } from './content-reader.js';
import { ExtractReader } from './extract-reader.js';

/** The largest report or extract, in bytes. */
const LARGEST_TEXT = 32 * 1024 * 1024;

/** The files of every authority stand in its folder, whatever store holds its log. */
@Module({})
class DocumentsModule {
  static of({ dataDir, annexMaxBytes }: Configuration): DynamicModule {
    return {
      module: DocumentsModule,
      providers: [
        { provide: Clock, useClass: SystemClock },
        {
          provide: FileStore,
          useFactory: () => new FolderFileStore({ dataDir, maxBytes: Math.max(LARGEST_TEXT, annexMaxBytes) }),
        },
        {
          provide: ExtractRenderer,
          useFactory: (files: FileStore) => new LiquidExtractRenderer(files),
          inject: [FileStore],
        },
        { provide: LongTexts, useFactory: (files: FileStore) => new StoredTexts(files), inject: [FileStore] },
        { provide: StoredContents, useExisting: FileStore },
        { provide: TemplateCheck, useClass: LiquidTemplateCheck },
      ],
      exports: [Clock, FileStore, ExtractRenderer, LongTexts, StoredContents, TemplateCheck],
    };
  }
}

/** What the domain asks of other séances, the read models answer. */
@Module({
  providers: [{ provide: OtherSessions, useClass: KnownSessions }],
  exports: [OtherSessions],
})
class OtherSessionsModule {}

/** The register without a door: stores, commands, processes, read models. Served over HTTP, or run by the CLI. */
@Module({})
export class RegisterModule {
  /** @param threads whether disk and projecting are waited for off the caller's thread */
  static of(configuration: Configuration, { threads }: { readonly threads: boolean }): DynamicModule {
    const { store, dataDir } = configuration;
    const readDir = store.kind === 'embedded' ? dataDir : join(dataDir, 'eventstoredb');
    const documents = DocumentsModule.of(configuration);
    const deliberation = DeliberationModule.register([OtherSessionsModule, documents]);
    return {
      module: RegisterModule,
      imports: [
        EventStoreModule.forRootAsync({ useFactory: () => openEventStore(store, { thread: threads }) }),
        ReadModelsModule.forRootAsync({ useFactory: () => ({ store, readDir, threads }) }),
        documents,
        OtherSessionsModule,
        deliberation,
      ],
      providers: [
        DueWorker,
        ExtractReader,
        ContentReader,
        {
          provide: Past,
          useFactory: (events: EventStore, readModels: ReadModels) => new Past(events, readModels),
          inject: [EventStore, ReadModels],
        },
      ],
      exports: [deliberation, documents, OtherSessionsModule, DueWorker, ExtractReader, ContentReader, Past],
    };
  }
}
