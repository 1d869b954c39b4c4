import {
  copyLog,
  NotACopy,
  openEventStore,
  type CopyProgress,
  type EventStore,
  type EventStoreConfig,
  type StoredEvent,
} from '@registre/event-store';
import type { FileReference } from '@registre/deliberation';
import { erasedBy, FileGone, filesNamedBy, FolderFileStore, type FileStore } from '@registre/documents';
import { impossible, notFound } from '@registre/platform';
import { Command } from 'commander';
import { progressLine, say } from '../print.js';

interface CopyOptions {
  readonly from: string;
  readonly to: string;
  readonly authority?: string;
  readonly data: string;
}

/** `registre copy`: a whole authority, log and files, into an absent or partial copy of itself. */
export const copyCommand = (): Command =>
  new Command('copy')
    .description('copie une collectivité entière d’un registre à un autre')
    .requiredOption('--from <dossier|adresse>', 'dossier de données, ou adresse esdb://')
    .requiredOption('--to <dossier|adresse>', 'dossier de données, ou adresse esdb://')
    .option('--authority <clé>', 'une seule collectivité (défaut : toutes)')
    .option('--data <dossier>', 'dossier des fichiers, pour le côté qui est une adresse', './data')
    .action(async (options: CopyOptions) => {
      const source = openEventStore(placeOf(options.from), { thread: false });
      const target = openEventStore(placeOf(options.to), { thread: false });
      try {
        for (const authority of await wanted(source, options.authority)) {
          await copyAuthority(source, target, authority, options);
        }
      } finally {
        await Promise.all([source.close(), target.close()]);
      }
    });

const isAddress = (place: string): boolean => /^\w+(\+discover)?:\/\//.test(place);

const placeOf = (place: string): EventStoreConfig =>
  isAddress(place) ? { kind: 'eventstoredb', connectionString: place } : { kind: 'embedded', dataDir: place };

async function wanted(source: EventStore, named: string | undefined): Promise<readonly string[]> {
  const keys = await source.authorities();
  if (named === undefined) return keys;
  if (!keys.includes(named))
    throw notFound('unknown-authority', `Aucune collectivité « ${named} » à copier.`);
  return [named];
}

async function copyAuthority(
  source: EventStore,
  target: EventStore,
  authority: string,
  { from, to, data }: CopyOptions,
): Promise<void> {
  const files = new FileCopy(authority, source, isAddress(from) ? data : from, isAddress(to) ? data : to);
  const show = progressLine(authority);
  const copying = copyLog(source, target, authority, {
    before: (events) => files.copyNamedBy(events),
    onProgress: (progress) => show(progress.done),
  });
  const { done, found } = await copying.catch(refuseOther);
  say(`${authority} : ${done} événements (${found} déjà là), ${files.copied} fichiers copiés`);
}

function refuseOther(error: unknown): CopyProgress {
  if (!(error instanceof NotACopy)) throw error;
  const { authority, ordinal } = error;
  const message = `La destination tient un autre journal de « ${authority} », différent dès l’événement ${ordinal} : rien n’y est ajouté.`;
  throw impossible('not-a-copy', message);
}

/** Files go before the events that name them: an event never names a file that is not there yet. */
class FileCopy {
  copied = 0;
  private erasedContents: ReadonlySet<string> | undefined;
  private readonly source: FileStore;
  private readonly target: FileStore;

  constructor(
    private readonly authority: string,
    private readonly log: EventStore,
    private readonly from: string,
    private readonly to: string,
  ) {
    this.source = new FolderFileStore({ dataDir: from });
    this.target = new FolderFileStore({ dataDir: to });
  }

  async copyNamedBy(events: readonly StoredEvent[]): Promise<void> {
    if (this.from === this.to) return;
    for (const reference of events.flatMap(filesNamedBy)) {
      if (await this.target.has(this.authority, reference)) continue;
      const bytes = await this.bytesOf(reference);
      if (bytes === null) continue;
      await this.target.keep(this.authority, reference, bytes);
      this.copied += 1;
    }
  }

  /** Null: they were erased, as the log itself says. @throws FileGone when they are lost */
  private async bytesOf(reference: FileReference): Promise<Uint8Array | null> {
    try {
      return await this.source.get(this.authority, reference);
    } catch (error) {
      if (error instanceof FileGone && (await this.erased()).has(reference.id)) return null;
      throw error;
    }
  }

  private async erased(): Promise<ReadonlySet<string>> {
    if (this.erasedContents !== undefined) return this.erasedContents;
    const erased = new Set<string>();
    for await (const events of this.log.readLog(this.authority))
      for (const content of events.flatMap((event) => erasedBy(event) ?? [])) erased.add(content);
    this.erasedContents = erased;
    return erased;
  }
}
