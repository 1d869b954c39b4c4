import { occurredLong } from '@registre/deliberation';
import type { AuditEntry } from '@registre/projections';
import { Command } from 'commander';
import { withCommonOptions } from '../common-options.js';
import { findAffair } from '../find-affair.js';
import { withRegister, type CommonOptions, type OpenRegister } from '../open-register.js';
import { say, sayTable } from '../print.js';

/** `registre history [ID]`: what happened, event by event. */
export const historyCommand = (): Command =>
  withCommonOptions(new Command('history'))
    .description('l’historique, événement par événement')
    .argument('[id]', 'une affaire : identifiant, numéro, ou DOSSIER/CLÉ')
    .action((reference: string | undefined, options: CommonOptions) =>
      withRegister(options, async (register) => {
        const authority = await register.authority();
        await register.catchUp(authority);
        const affair =
          reference === undefined ? undefined : (await findAffair(register, authority, reference)).affair;
        for await (const entries of pages(register, authority, affair)) {
          if (options.json) for (const entry of entries) say(JSON.stringify(entry));
          else
            sayTable(
              ['N°', 'Ce qui s’est passé', 'Quand', 'Appris le', 'Par', 'Corrige'],
              entries.map(rowOf),
            );
        }
      }),
    );

async function* pages(
  { readModels }: OpenRegister,
  authority: string,
  affair: string | undefined,
): AsyncGenerator<readonly AuditEntry[]> {
  let cursor: string | undefined;
  do {
    const page = await readModels.auditTrail(authority, { affair, cursor, limit: 500 });
    yield page?.items ?? [];
    cursor = page?.next ?? undefined;
  } while (cursor !== undefined);
}

const rowOf = (entry: AuditEntry) => [
  entry.ordinal,
  entry.sentence,
  occurredLong(entry.occurredAt),
  entry.recordedAt.slice(0, 16).replace('T', ' '),
  entry.actor,
  entry.corrects === null ? '' : `n° ${entry.corrects}`,
];
