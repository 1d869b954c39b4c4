import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** A refusal, or a reading of what the public may not read. Nothing of what was shown, sent or read is in it. */
export interface JournalEntry {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly kind: 'refused' | 'read';
  /** Why it was refused, or what was read. */
  readonly code: string;
  /** Whom the register knows it to be; null: nobody known. */
  readonly actor: string | null;
  /** Id of the token or session that was shown. */
  readonly credential: string | null;
  readonly address: string;
  readonly method: string;
  /** Without its query. */
  readonly path: string;
  /** How many times within the minute that `at` begins or ends. */
  readonly times: number;
}

export interface JournalPage {
  /** The latest first. */
  readonly items: readonly (JournalEntry & { readonly number: number })[];
  /** To be given back as `before` for the next page; null at the end. */
  readonly next: number | null;
}

/** Entries of no authority: before one is known, or of one that does not exist. */
export const GENERAL = '_';

const FLUSH_AFTER = 250;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** How many different entries one minute holds: what exceeds them is counted together, whoever floods. */
const MOST_IN_A_MINUTE = 500;
const PATH_LENGTH = 300;

const SCHEMA = `
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
PRAGMA busy_timeout = 5000;
CREATE TABLE IF NOT EXISTS entry (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  kind TEXT NOT NULL,
  code TEXT NOT NULL,
  actor TEXT,
  credential TEXT,
  address TEXT NOT NULL,
  method TEXT NOT NULL,
  path TEXT NOT NULL,
  times INTEGER NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS entry_at ON entry (at);
CREATE TRIGGER IF NOT EXISTS entry_is_kept BEFORE UPDATE ON entry
BEGIN SELECT RAISE(ABORT, 'the access journal is append-only'); END;
CREATE TRIGGER IF NOT EXISTS entry_is_kept_a_month BEFORE DELETE ON entry
WHEN OLD.at > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-30 days')
BEGIN SELECT RAISE(ABORT, 'the access journal is append-only'); END;
`;

interface Counted {
  readonly authority: string;
  readonly entry: JournalEntry;
  more: number;
}

/**
 * Who was refused what, and who read what the public may not: one append-only SQLite file an authority, beside the
 * register and not in it. The same thing again within a minute is counted, not repeated; entries older than the bound
 * are removed.
 */
export class AccessJournal {
  private waiting: Counted[] = [];
  private readonly minute = new Map<string, Counted>();
  private readonly pruned = new Map<string, number>();
  private timer: NodeJS.Timeout | undefined;
  private readonly perMinute: NodeJS.Timeout;
  private writing: Promise<void> = Promise.resolve();

  /** @param isAuthority whether a key is an authority's: nobody can make files by asking for names */
  constructor(
    private readonly folder: string,
    private readonly keptDays: number,
    private readonly isAuthority: (key: string) => Promise<boolean>,
  ) {
    this.perMinute = setInterval(() => this.endMinute(), MINUTE).unref();
  }

  record(authority: string | null, said: Omit<JournalEntry, 'at' | 'times'>): void {
    const place = authority ?? GENERAL;
    const full = this.minute.size >= MOST_IN_A_MINUTE;
    const cut = { ...said, path: said.path.slice(0, PATH_LENGTH) };
    const seen = this.minute.get(keyOf(place, cut));
    if (seen !== undefined) {
      seen.more += 1;
      return;
    }
    const kept = full ? { ...cut, actor: null, credential: null, address: '…', path: '…' } : cut;
    const counted = this.minute.get(keyOf(place, kept));
    if (counted !== undefined) {
      counted.more += 1;
      return;
    }
    const entry = { ...kept, at: new Date().toISOString(), times: 1 };
    const first = { authority: place, entry, more: 0 };
    this.minute.set(keyOf(place, kept), first);
    this.write(first);
  }

  /** @param before number of an entry: only those before it */
  async read(authority: string, limit: number, before?: number): Promise<JournalPage> {
    await this.flush();
    const path = this.pathOf(authority);
    if (!existsSync(path)) return { items: [], next: null };
    const database = new DatabaseSync(path, { readOnly: true });
    try {
      const rows = database
        .prepare('SELECT * FROM entry WHERE number < ? ORDER BY number DESC LIMIT ?')
        .all(before ?? Number.MAX_SAFE_INTEGER, limit + 1);
      const items = (rows as unknown as JournalPage['items']).slice(0, limit).map((row) => ({ ...row }));
      return { items, next: rows.length > limit ? (items.at(-1)?.number ?? null) : null };
    } finally {
      database.close();
    }
  }

  /** Resolves once all that was recorded is on disk. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const batch = this.waiting.splice(0);
    this.writing = this.writing.catch(() => undefined).then(() => this.append(batch));
    await this.writing;
  }

  async close(): Promise<void> {
    clearInterval(this.perMinute);
    this.endMinute();
    await this.flush();
  }

  private write(counted: Counted): void {
    this.waiting.push(counted);
    this.timer ??= setTimeout(() => void this.flush().catch(() => undefined), FLUSH_AFTER).unref();
  }

  private endMinute(): void {
    const counted = [...this.minute.values()];
    this.minute.clear();
    const at = new Date().toISOString();
    for (const { authority, entry, more } of counted) {
      if (more > 0) this.write({ authority, entry: { ...entry, at, times: more }, more: 0 });
    }
  }

  private async append(batch: readonly Counted[]): Promise<void> {
    const files = Map.groupBy(batch, ({ authority }) => authority);
    for (const [authority, counted] of files) {
      const own = authority !== GENERAL && (await this.isAuthority(authority).catch(() => false));
      await mkdir(this.folder, { recursive: true, mode: 0o700 });
      this.appendTo(
        own ? authority : GENERAL,
        counted.map(({ entry }) => entry),
      );
    }
  }

  private appendTo(place: string, entries: readonly JournalEntry[]): void {
    const database = new DatabaseSync(this.pathOf(place));
    try {
      database.exec(SCHEMA);
      this.prune(place, database);
      database.exec('BEGIN IMMEDIATE');
      const insert = database.prepare(
        'INSERT INTO entry (at, kind, code, actor, credential, address, method, path, times) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
      );
      for (const { at, kind, code, actor, credential, address, method, path, times } of entries) {
        insert.run(at, kind, code, actor, credential, address, method, path, times);
      }
      database.exec('COMMIT');
    } finally {
      database.close();
    }
  }

  private prune(place: string, database: DatabaseSync): void {
    const now = Date.now();
    if (now - (this.pruned.get(place) ?? 0) < DAY) return;
    this.pruned.set(place, now);
    database.prepare('DELETE FROM entry WHERE at < ?').run(new Date(now - this.keptDays * DAY).toISOString());
  }

  private pathOf(authority: string): string {
    return join(this.folder, `${authority}.sqlite`);
  }
}

const keyOf = (place: string, said: Omit<JournalEntry, 'at' | 'times'>): string =>
  JSON.stringify([
    place,
    said.kind,
    said.code,
    said.actor,
    said.credential,
    said.address,
    said.method,
    said.path,
  ]);
