import type { AllStreamResolvedEvent, Position as LogPosition, ResolvedEvent } from '@eventstore/db-client';
import type { EventMetadata, Position, StoredEvent } from '../port.js';

/** An event as the client gives it, from a stream or from the whole log. */
export type Recorded = NonNullable<ResolvedEvent['event'] | AllStreamResolvedEvent['event']>;

const POSITION = /^(?<commit>\d{1,20})\.(?<prepare>\d{1,20})\.(?<mark>[0-9a-f]{8})$/;

/** A position with what tells whether the same event still stands there. */
export interface Place {
  readonly log: LogPosition;
  /** The first eight digits of the event's id: a restored server may have another event of the same size there. */
  readonly mark: string;
}

/**
 * The event as the port gives it.
 *
 * @throws TypeError the register did not write it (not JSON), or the server is older than 22.6 (no position)
 */
export function storedEvent(recorded: Recorded): StoredEvent {
  const { streamId, revision, id, type, isJson, data, metadata, position } = recorded;
  if (!isJson || typeof data !== 'object' || typeof metadata !== 'object' || position === undefined) {
    throw new TypeError(`event ${revision} of stream ${streamId} was not written by the register`);
  }
  return {
    id,
    type,
    data,
    metadata: metadata as unknown as EventMetadata,
    stream: streamId,
    revision: Number(revision),
    position: positionText({ log: position, mark: markOf(id) }),
  };
}

const markOf = (id: string): string => id.slice(0, 8);

const positionText = ({ log, mark }: Place): Position => `${log.commit}.${log.prepare}.${mark}`;

/**
 * The place that a position tells.
 *
 * @throws TypeError this adapter did not give it
 */
export function placeOf(position: Position): Place {
  const groups = POSITION.exec(position)?.groups;
  if (groups === undefined) throw new TypeError(`not a position of EventStoreDB's log: ${position}`);
  const { commit = '', prepare = '', mark = '' } = groups;
  return { log: { commit: BigInt(commit), prepare: BigInt(prepare) }, mark };
}

/** Whether it is the event that was at that place when the position was given. */
export const standsAt = ({ id, position }: Recorded, { log, mark }: Place): boolean =>
  position?.commit === log.commit && position.prepare === log.prepare && markOf(id) === mark;
