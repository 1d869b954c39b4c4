import {
  Global,
  Module,
  type DynamicModule,
  type FactoryProvider,
  type ModuleMetadata,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { EventStore } from './port.js';

export interface EventStoreModuleOptions extends Pick<ModuleMetadata, 'imports'> {
  /** What the factory is given, as for any provider of Nest. */
  readonly inject?: FactoryProvider['inject'];
  /** Opens the store that the configuration names. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- Nest's own type of a factory's parameters
  readonly useFactory: (...injected: any[]) => EventStore | Promise<EventStore>;
}

/** Gives the `EventStore` to the whole application, and closes it once no request can come any more. */
@Global()
@Module({})
export class EventStoreModule implements OnApplicationShutdown {
  constructor(private readonly store: EventStore) {}

  /** Imported once, by the root module, which chooses the adapter. */
  static forRootAsync({ imports, inject, useFactory }: EventStoreModuleOptions): DynamicModule {
    return {
      module: EventStoreModule,
      imports: imports ?? [],
      providers: [{ provide: EventStore, useFactory, inject: inject ?? [] }],
      exports: [EventStore],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.store.close();
  }
}
