import { plainToInstance, Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  Min,
  MinLength,
  validateSync,
} from 'class-validator';
import type { EventStoreConfig } from '@registre/event-store';
import {
  accessConfiguration,
  AccessEnvironment,
  type AccessConfiguration,
} from './access/access-configuration.js';

/** The environment's variables, each optional. */
class Environment extends AccessEnvironment {
  /** Folder of the logs (embedded), read models and files. */
  @IsString()
  @MinLength(1)
  REGISTRE_DATA = './data';

  @IsString()
  @MinLength(1)
  REGISTRE_HOST = '127.0.0.1';

  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(65_535)
  REGISTRE_PORT = 3000;

  /** The largest annex, in bytes. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(500_000_000)
  REGISTRE_ANNEX_BYTES = 50_000_000;

  /** EventStoreDB or KurrentDB in place of the embedded store. */
  @IsOptional()
  @Matches(/^(esdb|kurrentdb)(\+discover)?:\/\//)
  EVENTSTOREDB_URL?: string;

  @IsIn(['fatal', 'error', 'warn', 'log', 'debug'])
  REGISTRE_LOG_LEVEL: 'fatal' | 'error' | 'warn' | 'log' | 'debug' = 'log';
}

export interface Configuration {
  readonly dataDir: string;
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  readonly store: EventStoreConfig;
  /** The largest annex, in bytes. */
  readonly annexMaxBytes: number;
  readonly access: AccessConfiguration;
  readonly logLevel: Environment['REGISTRE_LOG_LEVEL'];
}

/** @throws Error naming each variable whose value is wrong (never its value: it may be a secret) */
export function readConfiguration(environment: Readonly<Record<string, string | undefined>>): Configuration {
  const said = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined));
  const variables = plainToInstance(Environment, said, { exposeDefaultValues: true });
  const wrong = validateSync(variables, { skipMissingProperties: false });
  if (wrong.length > 0) {
    const each = wrong.map(
      ({ property, constraints }) => `${property}: ${Object.keys(constraints ?? {}).join(', ')}`,
    );
    throw new Error(`Configuration refusée : ${each.join(' ; ')}`);
  }
  const dataDir = variables.REGISTRE_DATA;
  const connectionString = variables.EVENTSTOREDB_URL;
  return {
    dataDir,
    host: variables.REGISTRE_HOST,
    port: variables.REGISTRE_PORT,
    store:
      connectionString === undefined
        ? { kind: 'embedded', dataDir }
        : { kind: 'eventstoredb', connectionString },
    annexMaxBytes: variables.REGISTRE_ANNEX_BYTES,
    access: accessConfiguration(variables),
    logLevel: variables.REGISTRE_LOG_LEVEL,
  };
}
