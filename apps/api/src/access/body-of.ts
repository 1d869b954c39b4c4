import { ballotStream, sessionStream, type EventStore } from '@registre/event-store';

const ID = /^[0-9a-f-]{36}$/;
const REMEMBERED = 1_000;

/** The body that a séance or a ballot is of, from the first event of its stream: what never changes. */
export class BodyOf {
  private readonly known = new Map<string, string>();

  constructor(private readonly store: EventStore) {}

  /** Undefined: there is no such séance. */
  async session(authority: string, session: string): Promise<string | undefined> {
    if (!ID.test(session)) return undefined;
    const stream = sessionStream(authority, session);
    const known = this.known.get(stream);
    if (known !== undefined) return known;
    const first = await this.firstOf(stream);
    const { body } = (first?.data ?? {}) as { body?: unknown };
    if (typeof body !== 'string') return undefined;
    this.known.set(stream, body);
    const [oldest] = this.known.keys();
    if (this.known.size > REMEMBERED && oldest !== undefined) this.known.delete(oldest);
    return body;
  }

  async ballot(authority: string, ballot: string): Promise<string | undefined> {
    if (!ID.test(ballot)) return undefined;
    const session = (await this.firstOf(ballotStream(authority, ballot)))?.metadata.session;
    return session === undefined ? undefined : this.session(authority, session);
  }

  private async firstOf(stream: string) {
    for await (const [event] of this.store.readStream(stream, { limit: 1 })) return event;
    return undefined;
  }
}
