import {
  Module,
  type DynamicModule,
  type FactoryProvider,
  type ModuleMetadata,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { ReadModels, type ReadModelsOptions } from './read-models.js';

const OPTIONS = Symbol('options of the read models');

/** How the options are come by, as `forRootAsync` of Nest's own modules takes it. */
export interface ReadModelsAsyncOptions
  extends
    Pick<ModuleMetadata, 'imports'>,
    Pick<FactoryProvider<ReadModelsOptions>, 'inject' | 'useFactory'> {}

/** Gives `ReadModels` to the whole application, and closes them at its end. */
@Module({})
export class ReadModelsModule implements OnApplicationShutdown {
  constructor(private readonly readModels: ReadModels) {}

  static forRootAsync({ imports = [], inject = [], useFactory }: ReadModelsAsyncOptions): DynamicModule {
    const options: FactoryProvider<ReadModelsOptions> = { provide: OPTIONS, inject, useFactory };
    const readModels: FactoryProvider<ReadModels> = {
      provide: ReadModels,
      inject: [OPTIONS],
      useFactory: (opened: ReadModelsOptions) => ReadModels.open(opened),
    };
    return {
      module: ReadModelsModule,
      global: true,
      imports,
      providers: [options, readModels],
      exports: [ReadModels],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.readModels.close();
  }
}
