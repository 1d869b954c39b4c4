import { newId } from '@registre/platform';
import type { LooseJson } from './loose-json.js';
import { tokenOf } from './tokens.js';

export type Headers = Readonly<Record<string, string>>;

/** What the HTTP interface answered. */
export interface Answer {
  readonly status: number;
  readonly text: string;
  /** Parsed where it is JSON. */
  readonly body: LooseJson;
  readonly headers: globalThis.Headers;
}

/**
 * One authority's register over HTTP, asked with the token of the server that the test started, unless it says
 * another (null: none). It sees what it wrote: its questions carry `?after=` its last
 * command.
 */
export class RegisterClient {
  private last: string | undefined;

  constructor(
    private readonly url: string,
    readonly authority: string = newAuthority(),
    private readonly token: string | null = tokenOf(url),
  ) {}

  /** Sees, from now on, an event that something else wrote: its questions carry `?after=` this token. */
  seeing(token: string): this {
    this.last = token;
    return this;
  }

  /** Sends a command and gives whatever is answered. */
  send(path: string, body: unknown, headers: Headers = {}): Promise<Answer> {
    return this.sendText(path, JSON.stringify(body), headers);
  }

  /** The same, from the body's own bytes. */
  async sendText(path: string, text: string | Uint8Array, headers: Headers = {}): Promise<Answer> {
    const answer = await this.request(path, {
      method: 'POST',
      body: text as string,
      headers: { 'content-type': 'application/json', ...headers },
    });
    if (answer.status < 300) this.last = `${answer.body.stream}@${answer.body.revision}`;
    return answer;
  }

  /** Sends a command that must be accepted. */
  async command(path: string, body: unknown, headers: Headers = {}): Promise<LooseJson> {
    return accepted(path, await this.send(path, body, headers));
  }

  /** Asks a question, once what was written by this client can be seen. */
  async ask(path: string): Promise<Answer> {
    const join = path.includes('?') ? '&' : '?';
    const question = this.last === undefined ? path : `${path}${join}after=${this.last}`;
    let answer = await this.request(question, {});
    for (let again = 0; again < PATIENCE && answer.status === 503; again++) {
      answer = await this.request(question, {});
    }
    return answer;
  }

  /** Asks a question that must have an answer. */
  async read(path: string): Promise<LooseJson> {
    return accepted(path, await this.ask(path));
  }

  private async request(path: string, init: RequestInit): Promise<Answer> {
    const shown = this.token === null ? {} : { authorization: `Bearer ${this.token}` };
    const { status, headers, text } = await answered(`${this.url}/api/v1/${this.authority}${path}`, {
      ...init,
      headers: { ...shown, ...(init.headers as Headers | undefined) },
    });
    const isJson = /json(?!l)/.test(headers.get('content-type') ?? '');
    return { status, text, headers, body: isJson ? JSON.parse(text) : undefined };
  }
}

// A real server may hold the registers of many runs, and a new node begins by reading them all: it says to ask again.
const PATIENCE = process.env['EVENTSTOREDB_URL'] === undefined ? 0 : 10;

/** There was no answer, or not all of it. */
export class ServerGone extends Error {}

async function answered(url: string, init: RequestInit) {
  try {
    const response = await fetch(url, init);
    return { status: response.status, headers: response.headers, text: await response.text() };
  } catch (cause) {
    throw new ServerGone(`no answer from ${url}`, { cause });
  }
}

/** A key that no other test, and no other run on the same store, has. */
export const newAuthority = (): string => `t${newId().replaceAll('-', '')}`;

function accepted(path: string, { status, text, body }: Answer): LooseJson {
  if (status < 300) return body ?? text;
  throw new Error(`${path} answered ${status}: ${text}`);
}
