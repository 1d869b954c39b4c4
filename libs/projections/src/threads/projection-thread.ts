import { workerData } from 'node:worker_threads';
import { openEventStore, type EventStoreConfig } from '@registre/event-store';
import type { Advance } from '../engine/authority-projection.js';
import { ProjectionsHere } from '../engine/projections.js';
import { READ_MODELS } from '../models.js';
import { answerCalls } from './answering.js';

/** What the thread is started with. */
export interface ProjectionThreadData {
  readonly store: EventStoreConfig;
  readonly readDir: string;
}

/** What it says when events were taken. */
export interface Advanced {
  readonly authority: string;
  readonly advance: Advance;
}

const { store, readDir } = workerData as ProjectionThreadData;

// This thread may wait for the disk: the store needs none of its own.
const projections = new ProjectionsHere(
  openEventStore(store, { thread: false }),
  readDir,
  READ_MODELS,
  (authority, advance) => notify({ authority, advance } satisfies Advanced),
);

const notify = answerCalls({
  authorities: () => projections.authorities(),
  catchUp: ([authority]: readonly string[]) => projections.catchUp(authority as string),
  follow: ([authority]: readonly string[]) => projections.follow(authority as string),
  leave: ([authority]: readonly string[]) => projections.leave(authority as string),
  rebuild: ([authority]: readonly string[], onProgress) =>
    projections.rebuild(authority as string, onProgress),
  state: ([authority]: readonly string[]) => projections.state(authority as string),
  close: () => projections.close(),
});
