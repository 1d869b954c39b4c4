import { Metadata, status } from '@grpc/grpc-js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { AppendReq, AppendResp, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { UUID } from '@eventstore/db-client/generated/shared_pb.js';
import type { AppendOutcome, KeptRecord, ProposedRecord } from './log.js';

/** What gRPC answers instead of a message. */
export interface Failure {
  readonly code: status;
  readonly details: string;
  readonly metadata?: Metadata;
}

/** The ways in which EventStoreDB refuses, in its own words. */
export const failures = {
  notReady: { code: status.UNAVAILABLE, details: 'Server Is Not Ready' },
  commitTimeout: { code: status.ABORTED, details: 'Operation timed out: Commit phase timeout.' },
  connectionDropped: { code: status.UNAVAILABLE, details: 'Connection dropped' },
  accessDenied: {
    code: status.PERMISSION_DENIED,
    details: 'Access Denied',
    metadata: trailers({ exception: 'access-denied' }),
  },
  invalidReadPosition: {
    code: status.UNKNOWN,
    details: 'Unexpected ReadAllResult: InvalidPosition',
  },
  invalidSubscriptionPosition: {
    code: status.INVALID_ARGUMENT,
    details: 'Trying to read from an invalid position.',
  },
  tooLarge: (limit: number) => ({
    code: status.INVALID_ARGUMENT,
    details: `Maximum Append Size of ${limit} Exceeded.`,
    metadata: trailers({ exception: 'maximum-append-size-exceeded', 'maximum-append-size': String(limit) }),
  }),
  notLeader: (host: string, port: number) => ({
    code: status.NOT_FOUND,
    details: 'Leader info available',
    metadata: trailers({
      exception: 'not-leader',
      'leader-endpoint-host': host,
      'leader-endpoint-port': String(port),
    }),
  }),
  beyondTheStandIn: (what: string) => ({
    code: status.UNIMPLEMENTED,
    details: `the stand-in does not do that: ${what}`,
  }),
} satisfies Record<string, Failure | ((...args: never[]) => Failure)>;

function trailers(entries: Readonly<Record<string, string>>): Metadata {
  const metadata = new Metadata();
  for (const [key, value] of Object.entries(entries)) metadata.set(key, value);
  return metadata;
}

export function proposedRecord(message: AppendReq.ProposedMessage): ProposedRecord {
  const properties = message.getMetadataMap();
  return {
    id: uuidText(message.getId()),
    type: properties.get('type') ?? '',
    contentType: properties.get('content-type') ?? '',
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
}

function uuidText(uuid: UUID | undefined): string {
  if (uuid === undefined || !uuid.hasString()) throw new TypeError('the stand-in reads ids as strings only');
  return uuid.getString();
}

export function appendAnswer(outcome: AppendOutcome): AppendResp {
  const answer = new streams.AppendResp();
  if (outcome.written) {
    const position = new streams.AppendResp.Position();
    position.setCommitPosition(String(outcome.position)).setPreparePosition(String(outcome.position));
    const success = new streams.AppendResp.Success();
    return answer.setSuccess(success.setCurrentRevision(String(outcome.revision)).setPosition(position));
  }
  const wrong = new streams.AppendResp.WrongExpectedVersion();
  if (outcome.current < 0) wrong.setCurrentNoStream(new shared.Empty());
  else wrong.setCurrentRevision(String(outcome.current));
  return answer.setWrongExpectedVersion(wrong);
}

const TICKS_PER_MILLISECOND = 10_000n;

export function eventMessage(record: KeptRecord): ReadResp {
  const recorded = new streams.ReadResp.ReadEvent.RecordedEvent()
    .setId(new shared.UUID().setString(record.id))
    .setStreamIdentifier(streamIdentifier(record.stream))
    .setStreamRevision(String(record.revision))
    .setCommitPosition(String(record.position))
    .setPreparePosition(String(record.position))
    .setData(record.data)
    .setCustomMetadata(record.metadata);
  recorded
    .getMetadataMap()
    .set('type', record.type)
    .set('content-type', record.contentType)
    .set('created', String(BigInt(record.created.getTime()) * TICKS_PER_MILLISECOND));
  const event = new streams.ReadResp.ReadEvent().setEvent(recorded);
  return new streams.ReadResp().setEvent(event.setCommitPosition(String(record.position)));
}

const streamIdentifier = (name: string) =>
  new shared.StreamIdentifier().setStreamName(Buffer.from(name, 'utf8'));

export const streamNotFound = (name: string): ReadResp =>
  new streams.ReadResp().setStreamNotFound(
    new streams.ReadResp.StreamNotFound().setStreamIdentifier(streamIdentifier(name)),
  );

export const confirmation = (id: string): ReadResp =>
  new streams.ReadResp().setConfirmation(
    new streams.ReadResp.SubscriptionConfirmation().setSubscriptionId(id),
  );

export const checkpoint = (position: bigint): ReadResp =>
  new streams.ReadResp().setCheckpoint(
    new streams.ReadResp.Checkpoint()
      .setCommitPosition(String(position))
      .setPreparePosition(String(position)),
  );

export const caughtUp = (): ReadResp => new streams.ReadResp().setCaughtUp(new streams.ReadResp.CaughtUp());
