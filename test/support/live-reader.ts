import type { LooseJson } from './loose-json.js';

/** One message of a stream of server-sent events. */
export interface LiveMessage {
  readonly id: string;
  readonly event: string;
  readonly data: LooseJson;
}

/** A client of a register's live stream. */
export class LiveReader {
  private readonly messages: AsyncGenerator<LiveMessage>;

  private constructor(
    readonly encoding: string | null,
    private readonly cut: AbortController,
    body: ReadableStream<Uint8Array>,
  ) {
    // Read from now on: an answer that nothing reads is cancelled once it is garbage.
    this.messages = messagesIn(body.pipeThrough(new TextDecoderStream()));
  }

  /** @throws Error when the stream does not open */
  static async open(url: string, headers: Readonly<Record<string, string>> = {}): Promise<LiveReader> {
    const cut = new AbortController();
    const response = await fetch(url, { headers, signal: cut.signal });
    if (response.status !== 200 || response.body === null)
      throw new Error(`live answered ${response.status}`);
    return new LiveReader(response.headers.get('content-encoding'), cut, response.body);
  }

  /** The next messages that are events of the register. */
  async events(count: number): Promise<LiveMessage[]> {
    const read: LiveMessage[] = [];
    while (read.length < count) {
      const message = await this.next();
      if (message.event !== 'caught-up') read.push(message);
    }
    return read;
  }

  /** The next message of that name. */
  async until(event: string): Promise<LiveMessage> {
    for (;;) {
      const message = await this.next();
      if (message.event === event) return message;
    }
  }

  /** Waits until the server ends the stream in good order. */
  async ended(): Promise<void> {
    while (!(await this.messages.next()).done);
  }

  /** Cuts the connection, as a network does. */
  close(): void {
    this.cut.abort();
  }

  private async next(): Promise<LiveMessage> {
    const { value, done } = await this.messages.next();
    if (done === true) throw new Error('the stream ended');
    return value;
  }
}

async function* messagesIn(texts: ReadableStream<string>): AsyncGenerator<LiveMessage> {
  let read = '';
  for await (const text of texts) {
    read += text;
    const parts = read.split('\n\n');
    read = parts.pop() ?? '';
    for (const part of parts) {
      const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(part)?.[1];
      const data = field('data');
      if (data === undefined) continue;
      yield { id: field('id') ?? '', event: field('event') ?? '', data: JSON.parse(data) };
    }
  }
}
