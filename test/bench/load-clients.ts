import { setTimeout as pause } from 'node:timers/promises';

/** How long answers took, in milliseconds. */
export interface Waits {
  readonly count: number;
  readonly p50: number;
  readonly p99: number;
}

/** What came of a load. */
export interface Asked {
  readonly seconds: number;
  readonly reads: Waits;
  readonly writes: Waits;
  readonly failed: number;
  /** Answers that lacked what their `after` asked for. */
  readonly stale: number;
  /** Answers older than one that the same client had before. */
  readonly backwards: number;
  /** The first of what went wrong, in words. */
  readonly faults: readonly string[];
}

/** One client: what it has seen may not become older. */
interface Client {
  seen: number;
}

const CLIENTS = 20;
/** How many requests wait for an answer at most: what a busy machine cannot take is not asked. */
const MOST_UNDER_WAY = 200;
const SESSIONS = 8;
const SEARCHES = ['subvention', 'assainissement', 'marché de travaux', 'élection', 'personnel'];

/** Clients that read and write at a rate, whether or not they are answered, and look at what they are told. */
export class Clients {
  private readonly clients: readonly Client[] = Array.from({ length: CLIENTS }, () => ({ seen: -1 }));
  private readonly waits = { reads: [] as number[], writes: [] as number[] };
  private readonly counts = { failed: 0, stale: 0, backwards: 0 };
  private readonly faults: string[] = [];
  private readonly underWay = new Set<Promise<void>>();
  private written = 0;

  private constructor(
    private readonly api: string,
    private readonly token: string,
    private readonly paths: readonly string[],
    private readonly debates: readonly { readonly session: string; readonly path: string }[],
  ) {}

  /** Looks up what is to be read, and opens séances to write to. */
  static async prepare(api: string, token: string): Promise<Clients> {
    const headers = { authorization: `Bearer ${token}` };
    const page = await json<{ items: { affair: string; session: string }[] }>(
      await fetch(`${api}/register?limit=100`, { headers }),
    );
    const paths = [
      '/register?limit=50',
      ...page.items.map(({ affair }) => `/affairs/${affair}`),
      ...page.items.slice(0, 20).map(({ session }) => `/sessions/${session}`),
      ...SEARCHES.map((words) => `/search?q=${encodeURIComponent(words)}&limit=20`),
    ];
    return new Clients(api, token, paths, await openSessions(api, token));
  }

  /** Reads and writes a second until the work is over, and its last requests are answered. */
  async load(reads: number, writes: number, until: Promise<unknown>): Promise<Asked> {
    Object.assign(this.counts, { failed: 0, stale: 0, backwards: 0 });
    for (const list of [this.waits.reads, this.waits.writes, this.faults]) list.splice(0);
    const started = performance.now();
    let over = false;
    const end = until.finally(() => (over = true));
    let [asked, sent] = [0, 0];
    while (!over) {
      const seconds = (performance.now() - started) / 1_000;
      for (; sent < seconds * writes; sent++) this.begin(() => this.write(sent));
      for (; asked < seconds * reads; asked++) this.begin(() => this.read(asked));
      await pause(5);
    }
    await end;
    const seconds = (performance.now() - started) / 1_000;
    await Promise.all(this.underWay);
    const { reads: ofReads, writes: ofWrites } = this.waits;
    return {
      seconds,
      reads: ranked(ofReads),
      writes: ranked(ofWrites),
      ...this.counts,
      faults: this.faults.slice(0, 5),
    };
  }

  private begin(ask: () => Promise<void>): void {
    if (this.underWay.size >= MOST_UNDER_WAY) return;
    const done: Promise<void> = ask()
      .catch((error: Error) => this.failed(error.message))
      .finally(() => this.underWay.delete(done));
    this.underWay.add(done);
  }

  private failed(fault: string): void {
    this.counts.failed += 1;
    if (this.faults.length < 5) this.faults.push(fault);
  }

  private async read(number: number): Promise<void> {
    const client = this.clients[number % CLIENTS] as Client;
    const seenBefore = client.seen;
    const path = this.paths[(number * 7) % this.paths.length] ?? '';
    const started = performance.now();
    const answer = await this.get(path);
    this.waits.reads.push(performance.now() - started);
    const told = answer.freshness?.ordinal ?? -1;
    // Another request of the same client may have been answered meanwhile: only what was seen before counts.
    if (told < seenBefore) this.counts.backwards += 1;
    client.seen = Math.max(client.seen, told);
  }

  /** A debate is noted, and the séance is read as it is after it. */
  private async write(number: number): Promise<void> {
    const { session, path } = this.debates[number % this.debates.length] as { session: string; path: string };
    const text = `Intervention ${this.written++}`;
    const started = performance.now();
    const { stream, revision } = await json<{ stream: string; revision: number }>(
      await fetch(this.api + path, {
        method: 'POST',
        headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ text }),
      }),
    );
    this.waits.writes.push(performance.now() - started);
    const after = encodeURIComponent(`${stream}@${revision}`);
    const board = await this.get(`/sessions/${session}?after=${after}`);
    if (!JSON.stringify(board).includes(`"${text}"`)) this.counts.stale += 1;
  }

  private async get(path: string): Promise<{ readonly freshness?: { readonly ordinal: number | null } }> {
    return json(await fetch(this.api + path, { headers: { authorization: `Bearer ${this.token}` } }));
  }
}

async function json<T>(response: Response): Promise<T> {
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.status} for ${response.url}: ${text.slice(0, 300)}`);
  return JSON.parse(text) as T;
}

function ranked(times: readonly number[]): Waits {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { count: times.length, p50: at(0.5), p99: at(0.99) };
}

/** Séances of a body of their own, each with one affair under discussion. */
async function openSessions(
  api: string,
  token: string,
): Promise<readonly { readonly session: string; readonly path: string }[]> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const send = async (path: string, body: object) =>
    json<{ id: string }>(await fetch(api + path, { method: 'POST', headers, body: JSON.stringify(body) }));
  const date = '2024-03-21';
  await send('/bodies', { key: 'MESURE', name: 'Conseil de mesure', kind: 'other' });
  await send('/bodies/MESURE/members', { members: [{ ref: 'une-elue', familyName: 'ÉLUE' }] });
  const opened = [];
  for (let index = 0; index < SESSIONS; index++) {
    const { id } = await send('/sessions', { body: 'MESURE', date, inOffice: 1 });
    const affair = `/sessions/${id}/affairs/${(await send(`/sessions/${id}/affairs`, { subject: 'Mesure' })).id}`;
    const none = { attendance: [], proxies: [], movements: [], secretaries: [] };
    await send(`/sessions/${id}/opening`, { ...none, occurredAt: { date, time: null } });
    await send(`/sessions/${id}/attendance`, { entries: [{ member: 'une-elue', status: 'present' }] });
    await send(`${affair}/call`, { recusals: [] });
    opened.push({ session: id, path: `${affair}/debate` });
  }
  return opened;
}
