import { EventStoreDBClient, type Credentials } from '@eventstore/db-client';

/** The connection string says something that would not work. Its own text is not repeated: it holds a password. */
export class InvalidConnectionString extends Error {
  constructor(reason: string) {
    super(`EventStoreDB's connection string: ${reason}`);
    this.name = 'InvalidConnectionString';
  }
}

export interface Connection {
  readonly client: EventStoreDBClient;
  /** To be given in every call: it is what makes the client use the plain Append call (design §11). */
  readonly credentials: Credentials;
}

const SHAPE = /^esdb(?:\+discover)?:\/\/(?:(?<user>[^/?]*)@)?(?<hosts>[^/?@]+)\/?(?:\?(?<query>.*))?$/;
const USER = /^(?<username>[^:@]+):(?<password>[^:@]+)$/;

// A server that stops answering is noticed within 13 s on a subscription that waits. The client warns on stderr
// when the interval is shorter. `gossipTimeout` is in seconds; the rest in milliseconds.
const DEFAULTS =
  'keepAliveInterval=10000&keepAliveTimeout=3000&defaultDeadline=5000' +
  '&gossipTimeout=2&discoveryInterval=100&maxDiscoverAttempts=5';

// With `false`, the client gives a wrong revision to who asks for the actual one (design §11).
const FORCED = 'throwOnAppendFailure=true';

/**
 * Makes a client; the server is not called yet.
 *
 * @param connectionString `esdb://` or `esdb+discover://`, as in EventStoreDB's own documentation; with TLS it
 *   holds a user and a password, percent-encoded. What it says wins over our own settings.
 * @throws InvalidConnectionString
 */
export function connect(connectionString: string): Connection {
  const { hosts, user, query } = partsOf(connectionString.trim());
  const credentials = credentialsOf(user);
  const text = `${hosts}?${[DEFAULTS, query, FORCED].filter(Boolean).join('&')}`;
  const client = clientOf(text);
  if (credentials === undefined && usesTls(query)) {
    throw new InvalidConnectionString('with TLS it needs « user:password@ » (or say tls=false)');
  }
  surviveFailedDiscovery(client);
  return { client, credentials: credentials ?? { username: 'nobody', password: 'nothing' } };
}

function clientOf(text: string): EventStoreDBClient {
  try {
    return EventStoreDBClient.connectionString(text);
  } catch (error) {
    throw new InvalidConnectionString((error as Error).message);
  }
}

function partsOf(text: string): { hosts: string; user: string | undefined; query: string } {
  if (/^(kurrent|kurrentdb)(\+discover)?:/.test(text)) {
    throw new InvalidConnectionString(
      'the client takes esdb:// and esdb+discover://; a KurrentDB server answers to both',
    );
  }
  if (!/^esdb(\+discover)?:\/\//.test(text)) {
    throw new InvalidConnectionString('it begins with esdb:// or esdb+discover://');
  }
  const groups = SHAPE.exec(text)?.groups;
  if (groups === undefined)
    throw new InvalidConnectionString('expected esdb://[user:password@]host:port?options');
  return {
    hosts: text.replace(/\/?(\?.*)?$/, ''),
    user: groups.user,
    query: groups.query ?? '',
  };
}

function credentialsOf(user: string | undefined): Credentials | undefined {
  if (user === undefined) return undefined;
  const groups = USER.exec(user)?.groups;
  try {
    return {
      username: decodeURIComponent(groups?.username ?? '%'),
      password: decodeURIComponent(groups?.password ?? '%'),
    };
  } catch {
    throw new InvalidConnectionString(
      'before « @ » it needs user:password, percent-encoded (: is %3A, @ is %40)',
    );
  }
}

function usesTls(query: string): boolean {
  const given = [...new URLSearchParams(query)].filter(([key]) => key.trim().toLowerCase() === 'tls');
  return given.at(-1)?.[1] !== 'false';
}

/** What the client keeps to itself, and we cannot do without. */
interface ClientInternals {
  handleError: (client: unknown, error: unknown) => Promise<void>;
  getChannel(): Promise<{ close(): void }>;
}

const internalsOf = (client: EventStoreDBClient): ClientInternals => client as unknown as ClientInternals;

/**
 * After an error the client looks for another node without awaiting the search. When that fails because the whole
 * cluster is away, its rejection has no handler and ends the process (seen with `esdb+discover://`). The next call
 * searches again and gets the error itself, so nothing is hidden here.
 */
function surviveFailedDiscovery(client: EventStoreDBClient): void {
  const internals = internalsOf(client);
  const handleError = internals.handleError;
  internals.handleError = (failed, error) => handleError(failed, error).catch(() => undefined);
}

/** Ends the calls of a client that was used, and its connection, which `dispose` alone leaves open. */
export async function disconnect(client: EventStoreDBClient): Promise<void> {
  await client.dispose();
  // Not awaited: with the cluster away, the client would first look for a node.
  internalsOf(client)
    .getChannel()
    .then(
      (channel) => channel.close(),
      () => undefined,
    );
}
