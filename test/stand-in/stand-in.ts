import { randomUUID } from 'node:crypto';
import { Server, ServerCredentials, type sendUnaryData } from '@grpc/grpc-js';
import gossipService from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import gossip from '@eventstore/db-client/generated/gossip_pb.js';
import type { ClusterInfo } from '@eventstore/db-client/generated/gossip_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streamsService from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { appendHandler, type AppendFault } from './appends.js';
import { StandInLog, type ProposedRecord } from './log.js';
import { failures } from './messages.js';
import { readHandler, type OpenReading } from './readings.js';

const HOST = '127.0.0.1';

/** What an append may meet. */
export type FaultName =
  /** refused before anything is written; the server says that it does not serve now */
  | 'not-ready'
  /** refused: another node leads (the stand-in names itself, so that the client comes back) */
  | 'not-leader'
  /** refused: the credentials are not good */
  | 'access-denied'
  /** nothing is written, and nothing answered */
  | 'silence'
  /** written, and nothing answered */
  | 'written-then-silence'
  /** written, then the connection's end */
  | 'written-then-dropped'
  /** written, then EventStoreDB's own time-out */
  | 'written-then-time-out';

/** What everything may meet. */
export type Refusal = 'not-ready' | 'access-denied' | 'silence';

/**
 * A stand-in for EventStoreDB: a small gRPC server in memory that serves what the adapter calls, with the semantics
 * that were measured on EventStoreDB 24.6 (design §11), and that can be told to fail. It proves nothing about the
 * real server: the same contract is run against that one when `EVENTSTOREDB_URL` is set.
 */
export class StandIn {
  private readonly log = new StandInLog();
  private readonly readings = new Set<OpenReading>();
  private readonly faults: AppendFault[] = [];
  private server: Server | undefined;
  private port = 0;
  private refusal: Refusal | undefined;
  private sent = 0;

  /** For one node, without a search. */
  get connectionString(): string {
    return `esdb://${HOST}:${this.port}?tls=false`;
  }

  /** The same, the client first asking who leads, as it does on a cluster. */
  get discoveringConnectionString(): string {
    return `esdb+discover://${HOST}:${this.port}?tls=false`;
  }

  /** How many events it has given to readers since it was started. */
  get eventsSent(): number {
    return this.sent;
  }

  /** How many events it holds. */
  get eventsHeld(): number {
    return this.log.length;
  }

  /** How many subscriptions are open. */
  get subscriptions(): number {
    return [...this.readings].filter((reading) => reading.isSubscription).length;
  }

  /** Ends every subscription with an error, as a server does that goes away. */
  dropSubscriptions(): void {
    for (const reading of this.readings) {
      if (reading.isSubscription) reading.fail(failures.connectionDropped);
    }
  }

  /** The same for the readings that are under way. */
  dropReadings(): void {
    for (const reading of this.readings) {
      if (!reading.isSubscription) reading.fail(failures.connectionDropped);
    }
  }

  /** Lets the next appends meet a fault each, in that order. */
  faultAppends(...names: readonly FaultName[]): void {
    this.faults.push(...names.map((name) => this.faultNamed(name)));
  }

  /** How many of them no append has met yet. */
  get faultsLeft(): number {
    return this.faults.length;
  }

  /** Lets what was ordered by `faultAppends` be forgotten. */
  clearFaults(): void {
    this.faults.length = 0;
  }

  /**
   * What appends and reads meet until told otherwise: `not-ready` and `access-denied` are refused, `silence` gets no
   * answer, as from a frozen server. Nothing is written; what is open goes on.
   */
  setState(state: 'ready' | Refusal): void {
    this.refusal = state === 'ready' ? undefined : state;
  }

  /** Forgets all but the first events and ends the subscriptions, as a server restored from a backup does. */
  restoreTo(events: number): void {
    this.log.keepFirst(events);
    this.dropSubscriptions();
  }

  /** Writes an event that the register would not write. */
  writeForeign(stream: string, event: Partial<ProposedRecord> = {}): void {
    this.log.append(stream, (this.log.stream(stream)?.length ?? 0) - 1, [
      {
        id: randomUUID(),
        type: '$metadata',
        contentType: 'application/octet-stream',
        data: Buffer.from('not JSON'),
        metadata: new Uint8Array(),
        ...event,
      },
    ]);
  }

  /** Closes the port and every connection, at once; what is written stays. */
  stop(): void {
    this.server?.forceShutdown();
    this.server = undefined;
    this.readings.clear();
  }

  /** Listens again, on the same port as before. */
  async start(): Promise<void> {
    const server = new Server();
    const nextFault = (): AppendFault | undefined =>
      this.refusal === undefined ? this.faults.shift() : this.faultNamed(this.refusal);
    server.addService(streamsService.StreamsService, {
      append: appendHandler(this.log, nextFault),
      read: readHandler(this.log, {
        fault: () => this.refusal && this.faultNamed(this.refusal),
        opened: (reading) => this.readings.add(reading),
        closed: (reading) => this.readings.delete(reading),
        sent: () => {
          this.sent += 1;
        },
      }),
    });
    server.addService(gossipService.GossipService, {
      read: (_call: unknown, answer: sendUnaryData<ClusterInfo>) => answer(null, this.members()),
    });
    this.port = await listening(server, this.port);
    this.server = server;
  }

  private faultNamed(name: FaultName): AppendFault {
    const faults: Record<FaultName, AppendFault> = {
      'not-ready': { written: false, answer: failures.notReady },
      'not-leader': { written: false, answer: failures.notLeader(HOST, this.port) },
      'access-denied': { written: false, answer: failures.accessDenied },
      silence: { written: false, answer: undefined },
      'written-then-silence': { written: true, answer: undefined },
      'written-then-dropped': { written: true, answer: failures.connectionDropped },
      'written-then-time-out': { written: true, answer: failures.commitTimeout },
    };
    return faults[name];
  }

  private members(): ClusterInfo {
    const { VNodeState } = gossip.MemberInfo;
    const itself = new gossip.MemberInfo()
      .setInstanceId(new shared.UUID().setString(randomUUID()))
      .setTimeStamp('0')
      // A node that is not ready is no leader: whoever looks for one does not find it.
      .setState(this.refusal === 'not-ready' ? VNodeState.INITIALIZING : VNodeState.LEADER)
      .setIsAlive(true)
      .setHttpEndPoint(new gossip.EndPoint().setAddress(HOST).setPort(this.port));
    return new gossip.ClusterInfo().setMembersList([itself]);
  }
}

async function listening(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.bindAsync(`${HOST}:${port}`, ServerCredentials.createInsecure(), (error, bound) => {
      if (error === null) resolve(bound);
      else reject(error);
    });
  });
}

/** Starts a stand-in on a free port of the loopback. */
export async function startStandIn(): Promise<StandIn> {
  const standIn = new StandIn();
  await standIn.start();
  return standIn;
}
