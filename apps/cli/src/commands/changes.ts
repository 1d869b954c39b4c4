import type { ChangedFact, RegisterChange } from '@registre/projections';
import { Command } from 'commander';
import { withCommonOptions } from '../common-options.js';
import { withRegister, type CommonOptions } from '../open-register.js';
import { say, sayJson } from '../print.js';

interface ChangesOptions extends CommonOptions {
  readonly body?: string;
  readonly from?: string;
  readonly until?: string;
}

const FACTS: { readonly [fact in ChangedFact]: string } = {
  session: 'séance',
  order: 'ordre',
  sheet: 'feuillet',
  number: 'numéro',
  subject: 'objet',
  outcome: 'issue',
  proclaimed: 'proclamation',
  certified: 'certification',
  transmission: 'transmission',
  publication: 'publication',
  enforceable: 'caractère exécutoire',
  fate: 'suites',
  irregularities: 'irrégularités',
};

/** `registre changes`: what changed in the register between two points of its log. */
export const changesCommand = (): Command =>
  withCommonOptions(new Command('changes'))
    .description('ce qui a changé dans le registre entre deux moments')
    .option('--body <clé>', 'une instance')
    .option(
      '--from <moment>',
      'numéro d’ordre, jour (AAAA-MM-JJ\u00a0: sa fin) ou instant (défaut\u00a0: le début)',
    )
    .option('--until <moment>', 'de même (défaut\u00a0: maintenant)')
    .action(({ body, from, until, ...options }: ChangesOptions) =>
      withRegister(options, async (register) => {
        const authority = await register.authority();
        await register.catchUp(authority);
        const changes: RegisterChange[] = [];
        let cursor: string | undefined;
        do {
          const request = { body, from, until, cursor, limit: 500 };
          const page = await register.past.registerChanges(authority, request);
          changes.push(...(page?.items ?? []));
          cursor = page?.next ?? undefined;
        } while (cursor !== undefined);
        if (options.json) return sayJson(changes);
        if (changes.length === 0) return say('Rien n’a changé.');
        for (const change of changes) say(linesOf(change).join('\n'));
      }),
    );

function linesOf({ appeared, changed, after, events }: RegisterChange): string[] {
  const facts = changed.map((fact) => FACTS[fact]).join(', ');
  const what = appeared
    ? 'inscrite au registre'
    : `changé\u00a0: ${facts || 'rien, tout est revenu comme avant'}`;
  return [
    `${after.number ?? `Affaire ${after.order ?? after.affair}`} — ${after.subject} (${after.bodyName}, ${after.date})`,
    `  ${what}`,
    ...events.map(
      ({ ordinal, sentence, type }) => `  ${String(ordinal).padStart(5)} ${sentence ?? type ?? ''}`,
    ),
  ];
}
