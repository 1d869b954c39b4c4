import {
  copyLog,
  NotACopy,
  openEventStore,
  type CopyProgress,
  type EventStore,
  type EventStoreConfig,
} from '@registre/event-store';
import { filesNamedBy, FolderFileStore } from '@registre/documents';
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
  const files = await copyFiles(source, authority, isAddress(from) ? data : from, isAddress(to) ? data : to);
  const show = progressLine(authority);
  const copying = copyLog(source, target, authority, (progress) => show(progress.done));
  const { done, found } = await copying.catch(refuseOther);
  say(`${authority} : ${done} événements (${found} déjà là), ${files} fichiers copiés`);
}

function refuseOther(error: unknown): CopyProgress {
  if (!(error instanceof NotACopy)) throw error;
  const { authority, ordinal } = error;
  const message = `La destination tient un autre journal de « ${authority} », différent dès l’événement ${ordinal} : rien n’y est ajouté.`;
  throw impossible('not-a-copy', message);
}

// Files before events: an event never names a file that is not there yet.
async function copyFiles(log: EventStore, authority: string, from: string, to: string): Promise<number> {
  if (from === to) return 0;
  const source = new FolderFileStore({ dataDir: from });
  const target = new FolderFileStore({ dataDir: to });
  let copied = 0;
  for await (const events of log.readLog(authority)) {
    for (const reference of events.flatMap(filesNamedBy)) {
      if (await target.has(authority, reference)) continue;
      await target.keep(authority, reference, await source.get(authority, reference));
      copied += 1;
    }
  }
  return copied;
}
