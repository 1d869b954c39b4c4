import { workerData } from 'node:worker_threads';
import { Reader } from '../engine/reader.js';
import type { QueryArguments, QueryName } from '../queries.js';
import { answerCalls } from './answering.js';

/** What the thread is started with. */
export interface ReaderThreadData {
  readonly readDir: string;
  /** The code's version of each read model: the models themselves are long to load, and not needed to read. */
  readonly versions: ReadonlyMap<string, number>;
}

const { readDir, versions } = workerData as ReaderThreadData;
const reader = new Reader(readDir, versions);

answerCalls({
  ask: ([name, authority, ...parameters]: readonly unknown[]) =>
    reader.ask(name as QueryName, authority as string, ...(parameters as QueryArguments<QueryName>)),
  close: () => reader.close(),
});
