import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { readConfiguration, RegisterModule, type Configuration } from '@registre/api/register';
import { EventStore } from '@registre/event-store';
import { Past, ReadModels } from '@registre/projections';
import { DueWorker } from '@registre/worker';
import { chosenAuthority } from './chosen-authority.js';

/** What every command takes. */
export interface CommonOptions {
  readonly data?: string;
  readonly authority?: string;
  readonly json?: boolean;
}

/** The register opened without a server, for one command. */
export interface OpenRegister {
  readonly app: INestApplicationContext;
  readonly configuration: Configuration;
  readonly readModels: ReadModels;
  readonly store: EventStore;
  readonly past: Past;
  /** The authority named by `--authority`, else the only one. */
  authority(): Promise<string>;
  /** Brings the read models up to the log's end, and does what is due. */
  catchUp(authority: string): Promise<void>;
}

/** The configuration from the environment, with `--data` before it. */
export const configurationOf = ({ data }: CommonOptions): Configuration =>
  readConfiguration({ ...process.env, ...(data === undefined ? {} : { REGISTRE_DATA: data }) });

/** Opens the register, runs the command, closes it. */
export async function withRegister<T>(
  options: CommonOptions,
  run: (register: OpenRegister) => Promise<T>,
): Promise<T> {
  const configuration = configurationOf(options);
  const app = await NestFactory.createApplicationContext(
    RegisterModule.of(configuration, { threads: false }),
    {
      logger: ['fatal', 'error', 'warn'],
      abortOnError: false,
    },
  );
  try {
    return await run(opened(app, configuration, options));
  } finally {
    await app.close();
  }
}

function opened(
  app: INestApplicationContext,
  configuration: Configuration,
  options: CommonOptions,
): OpenRegister {
  const readModels = app.get(ReadModels, { strict: false });
  const store = app.get(EventStore, { strict: false });
  const worker = app.get(DueWorker, { strict: false });
  return {
    app,
    configuration,
    readModels,
    store,
    past: app.get(Past, { strict: false }),
    authority: async () => chosenAuthority(await store.authorities(), options.authority),
    async catchUp(authority) {
      await readModels.catchUp(authority);
      await worker.run(authority);
      await readModels.catchUp(authority);
    },
  };
}
