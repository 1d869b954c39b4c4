import { Module, type DynamicModule, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommandBus } from '@nestjs/cqrs';
import {
  DeliberationModule,
  ExtractRenderer,
  LongTexts,
  OtherSessions,
  StoredContents,
  TemplateCheck,
} from '@registre/deliberation';
import { FileStore, LiquidExtractRenderer, LiquidTemplateCheck, StoredTexts } from '@registre/documents';
import { EventStore } from '@registre/event-store';
import { Clock, Entropy, SystemEntropy } from '@registre/platform';

/** Carries commands out: what an import asks of Nest's command bus. */
export interface Commands {
  execute(command: object): Promise<unknown>;
}

/** Where the domain's handlers read and write. */
export interface Stores {
  readonly store: EventStore;
  readonly files: FileStore;
  readonly clock: Clock;
  readonly otherSessions: OtherSessions;
  /** Absent: the system's. */
  readonly entropy?: Entropy;
}

@Module({})
class GivenStores {
  static of({ store, files, clock, otherSessions, entropy = new SystemEntropy() }: Stores): DynamicModule {
    const providers = [
      { provide: EventStore, useValue: store },
      { provide: FileStore, useValue: files },
      { provide: Clock, useValue: clock },
      { provide: Entropy, useValue: entropy },
      { provide: OtherSessions, useValue: otherSessions },
      { provide: ExtractRenderer, useValue: new LiquidExtractRenderer(files) },
      { provide: LongTexts, useValue: new StoredTexts(files) },
      { provide: StoredContents, useValue: files },
      { provide: TemplateCheck, useClass: LiquidTemplateCheck },
    ];
    return { module: GivenStores, providers, exports: providers.map(({ provide }) => provide) };
  }
}

/** Runs with the domain's handlers on stores of their own, apart from those of the application. */
export async function withCommandsOn<T>(
  stores: Stores,
  run: (commands: Commands, app: INestApplicationContext) => Promise<T>,
): Promise<T> {
  const handlers = DeliberationModule.register([GivenStores.of(stores)]);
  const app = await NestFactory.createApplicationContext(handlers, { logger: false, abortOnError: false });
  try {
    return await run(app.get(CommandBus, { strict: false }), app);
  } finally {
    await app.close();
  }
}
