import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Grant } from './roles.js';

export type CredentialKind = 'token' | 'session' | 'link';

/** What was given out: never the signed text, which only its holder has. */
export interface Credential {
  readonly id: string;
  readonly kind: CredentialKind;
  readonly actor: string;
  readonly grants: readonly Grant[];
  readonly origins: readonly string[] | null;
  /** Seconds since 1970, as the two below. */
  readonly issuedAt: number;
  readonly expiresAt: number;
  readonly endedAt: number | null;
  readonly ended: 'revoked' | 'used' | 'left' | null;
}

const SCHEMA = `
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA busy_timeout = 5000;
CREATE TABLE IF NOT EXISTS credential (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  actor TEXT NOT NULL,
  grants TEXT NOT NULL,
  origins TEXT,
  issued_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  ended_at INTEGER,
  ended TEXT
) STRICT;
`;

/** How long an expired credential stays in the list, in seconds. */
const KEPT = 30 * 24 * 3600;

type Row = Readonly<Record<string, string | number | null>>;

/**
 * The list of the credentials that were given out, in one SQLite file, shared by the server and the command line. Which
 * still stand is kept in memory, and read again whenever another process has written.
 */
export class CredentialBook {
  private readonly database: DatabaseSync;
  private readonly version: StatementSync;
  private seen: unknown;
  private standing: ReadonlySet<string> = new Set();

  constructor(path: string) {
    this.database = new DatabaseSync(path);
    this.database.exec(SCHEMA);
    this.database.prepare('DELETE FROM credential WHERE expires_at < ?').run(now() - KEPT);
    this.version = this.database.prepare('PRAGMA data_version');
    this.readStanding();
  }

  add({
    id,
    kind,
    actor,
    grants,
    origins,
    issuedAt,
    expiresAt,
  }: Omit<Credential, 'endedAt' | 'ended'>): void {
    this.database
      .prepare(
        'INSERT INTO credential (id, kind, actor, grants, origins, issued_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
      )
      .run(
        id,
        kind,
        actor,
        JSON.stringify(grants),
        origins === null ? null : JSON.stringify(origins),
        issuedAt,
        expiresAt,
      );
    this.readStanding();
  }

  /** Whether it was given out here and stands: neither revoked, nor used, nor left. */
  stands(id: string): boolean {
    const { data_version: version } = this.version.get() as { data_version: unknown };
    if (version !== this.seen) {
      this.seen = version;
      this.readStanding();
    }
    return this.standing.has(id);
  }

  /** Ends it. @returns false when it had ended already: of two who use a link at once, one does */
  end(id: string, how: NonNullable<Credential['ended']>): boolean {
    const { changes } = this.database
      .prepare('UPDATE credential SET ended_at = ?, ended = ? WHERE id = ? AND ended_at IS NULL')
      .run(now(), how, id);
    this.readStanding();
    return changes === 1;
  }

  /** The latest first. */
  list(): readonly Credential[] {
    const rows = this.database.prepare('SELECT * FROM credential ORDER BY issued_at DESC, id').all();
    return (rows as Row[]).map(credentialOf);
  }

  close(): void {
    this.database.close();
  }

  private readStanding(): void {
    const rows = this.database.prepare('SELECT id FROM credential WHERE ended_at IS NULL').all();
    this.standing = new Set((rows as { id: string }[]).map(({ id }) => id));
  }
}

const credentialOf = (row: Row): Credential => ({
  id: row['id'] as string,
  kind: row['kind'] as CredentialKind,
  actor: row['actor'] as string,
  grants: JSON.parse(row['grants'] as string) as Grant[],
  origins: row['origins'] === null ? null : (JSON.parse(row['origins'] as string) as string[]),
  issuedAt: row['issued_at'] as number,
  expiresAt: row['expires_at'] as number,
  endedAt: row['ended_at'] as number | null,
  ended: row['ended'] as Credential['ended'],
});

const now = (): number => Math.floor(Date.now() / 1000);
