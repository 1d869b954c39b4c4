import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AccessJournal } from './access-journal.js';
import type { AccessConfiguration } from './access-configuration.js';
import { CredentialBook } from './credential-book.js';
import { readKeyFile } from './key-file.js';
import { IssuerTokens } from './issuer-tokens.js';
import { LocalCredentials } from './local-credentials.js';
import { nobody, type Person } from './roles.js';

export interface AccessOptions {
  readonly dataDir: string;
  readonly access: AccessConfiguration;
  readonly isAuthority: (key: string) => Promise<boolean>;
}

/**
 * Who may do what, on disk: the key, the book of what was given out, the journals; all in the folder `_access` of the
 * data folder, whose name is no authority's.
 */
export class Access {
  readonly nobody: Person;
  /** Tokens of the OpenID Connect issuer; null: none is configured. */
  readonly issuer: IssuerTokens | null;

  private constructor(
    readonly configuration: AccessConfiguration,
    readonly key: Uint8Array,
    readonly credentials: LocalCredentials,
    readonly journal: AccessJournal,
  ) {
    this.issuer = configuration.oidc === null ? null : new IssuerTokens(configuration.oidc);
    this.nobody = nobody(configuration.publicReading);
  }

  static open({ dataDir, access, isAuthority }: AccessOptions): Access {
    const folder = join(dataDir, '_access');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const key = readKeyFile(access.keyFile ?? join(folder, 'key'));
    const book = new CredentialBook(join(folder, 'credentials.sqlite'));
    const journal = new AccessJournal(join(folder, 'journal'), access.journalDays, isAuthority);
    return new Access(access, key, new LocalCredentials(key, book), journal);
  }

  async close(): Promise<void> {
    await this.journal.close();
    this.credentials.book.close();
  }
}
