import { GENERAL } from '@registre/api/register';
import { Command } from 'commander';
import { withCommonOptions } from '../common-options.js';
import type { CommonOptions } from '../open-register.js';
import { sayJson, sayTable } from '../print.js';
import { chosenAuthority } from '../chosen-authority.js';
import { withAccess } from '../with-access.js';

interface JournalOptions extends CommonOptions {
  readonly general?: boolean;
  readonly limit: string;
}

/** `registre access-journal`: what was refused, and what was read that the public may not. */
export const accessJournalCommand = (): Command =>
  withCommonOptions(new Command('access-journal'))
    .description('le journal des accès : les refus, et les lectures réservées')
    .option('--general', 'ce qui n’est d’aucune collectivité')
    .option('--limit <nombre>', 'au plus, les derniers d’abord', '100')
    .action((options: JournalOptions) =>
      withAccess(options, async ({ journal }, authorities) => {
        const place = options.general ? GENERAL : chosenAuthority(await authorities(), options.authority);
        const { items } = await journal.read(place, Number(options.limit));
        if (options.json) return sayJson(items);
        sayTable(
          ['Quand', 'Quoi', 'Motif', 'Qui', 'D’où', 'Demande', 'Fois'],
          items.map(({ at, kind, code, actor, address, method, path, times }) => [
            at,
            kind === 'refused' ? 'refus' : 'lecture',
            code,
            actor ?? '(inconnu)',
            address,
            `${method} ${path}`,
            times,
          ]),
        );
      }),
    );
