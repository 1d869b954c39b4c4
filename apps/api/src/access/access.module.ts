import { Global, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { EventStore } from '@registre/event-store';
import type { Configuration } from '../configuration.js';
import { Access } from './access.js';

/** Who may do what. */
@Global()
@Module({})
export class AccessModule implements OnApplicationShutdown {
  constructor(private readonly access: Access) {}

  static of({ dataDir, access }: Configuration): DynamicModule {
    return {
      module: AccessModule,
      providers: [
        {
          provide: Access,
          useFactory: (store: EventStore) =>
            Access.open({
              dataDir,
              access,
              isAuthority: async (key) => (await store.authorities()).includes(key),
            }),
          inject: [EventStore],
        },
      ],
      exports: [Access],
    };
  }

  onApplicationShutdown(): Promise<void> {
    return this.access.close();
  }
}
