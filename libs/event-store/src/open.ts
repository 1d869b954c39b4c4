import { EmbeddedEventStore } from './embedded/embedded-event-store.js';
import { EventStoreDbEventStore } from './eventstoredb/event-store-db.js';
import type { EventStore } from './port.js';

/** Which store, and where. Plain data, so that it can be handed to a worker thread. */
export type EventStoreConfig =
  | { readonly kind: 'embedded'; readonly dataDir: string }
  | { readonly kind: 'eventstoredb'; readonly connectionString: string };

/**
 * Opens the store that the configuration names.
 *
 * @param options.thread embedded only: whether a thread of its own waits for the disk (default), or the caller's does
 * @throws InvalidConnectionString
 */
export function openEventStore(
  config: EventStoreConfig,
  options: { readonly thread?: boolean } = {},
): EventStore {
  if (config.kind === 'eventstoredb') return new EventStoreDbEventStore(config);
  return EmbeddedEventStore.open({ dataDir: config.dataDir, ...options });
}
