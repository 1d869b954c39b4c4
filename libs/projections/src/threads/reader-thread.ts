import { workerData } from 'node:worker_threads';
import { Reader } from '../engine/reader.js';
import { READ_MODELS } from '../models.js';
import type { QueryArguments, QueryName } from '../queries.js';
import { answerCalls } from './called-thread.js';

/** What the thread is started with. */
export interface ReaderThreadData {
  readonly readDir: string;
}

const reader = new Reader((workerData as ReaderThreadData).readDir, READ_MODELS);

answerCalls({
  ask: ([name, authority, ...parameters]: readonly unknown[]) =>
    reader.ask(name as QueryName, authority as string, ...(parameters as QueryArguments<QueryName>)),
  close: () => reader.close(),
});
