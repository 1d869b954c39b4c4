import { answerLong, fateName, outcomeLong } from '@registre/deliberation';
import type { RegisterLine } from '@registre/projections';
import { Command } from 'commander';
import { calendarDay } from '../calendar-day.js';
import { withCommonOptions } from '../common-options.js';
import { withRegister, type CommonOptions } from '../open-register.js';
import { sayJson, sayTable } from '../print.js';

interface ListOptions extends CommonOptions {
  readonly body?: string;
  readonly year?: string;
  readonly asKnownAt?: string;
  readonly inEffectAt?: string;
}

/** `registre list`: the register. */
export const listCommand = (): Command =>
  withCommonOptions(new Command('list'))
    .description('le registre : ce qui a été décidé, dans l’ordre')
    .option('--body <clé>', 'une instance')
    .option('--year <année>', 'une année')
    .option('--as-known-at <moment>', 'tel que connu : numéro d’ordre, jour (AAAA-MM-JJ) ou instant')
    .option('--in-effect-at <date>', 'dit de chaque acte s’il est en vigueur ce jour-là, AAAA-MM-JJ')
    .action((options: ListOptions) =>
      withRegister(options, async (register) => {
        const authority = await register.authority();
        await register.catchUp(authority);
        const lines: RegisterLine[] = [];
        const filter = {
          body: options.body,
          year: options.year === undefined ? undefined : Number(options.year),
          inEffectAt: options.inEffectAt === undefined ? undefined : calendarDay(options.inEffectAt),
        };
        const { asKnownAt } = options;
        let cursor: string | undefined;
        do {
          const request = { ...filter, cursor, limit: 500 };
          const page =
            asKnownAt === undefined
              ? await register.readModels.register(authority, request)
              : await register.past.register(authority, asKnownAt, request);
          lines.push(...(page?.items ?? []));
          cursor = page?.next ?? undefined;
        } while (cursor !== undefined);
        if (options.json) return sayJson(lines);
        sayTable(
          [
            'Date',
            'Instance',
            'Ordre',
            'Numéro',
            'Objet',
            'Issue',
            'Feuillet',
            'Extrait',
            'Exécutoire',
            'Suites',
            ...(options.inEffectAt === undefined ? [] : [`En vigueur le ${options.inEffectAt}`]),
          ],
          lines.map(rowOf),
        );
      }),
    );

const rowOf = (line: RegisterLine) => [
  line.date,
  line.bodyName,
  line.order,
  line.number,
  line.subject + (line.irregularities > 0 ? ` — ${line.irregularities} irrégularité(s)` : ''),
  line.outcome === null ? null : outcomeLong(line.outcome),
  line.sheet,
  line.certifiedAt === null ? 'projet' : 'certifié',
  answerLong(line.enforceable),
  line.fate === null ? '' : `⚠ ${fateName(line.fate)}`,
  ...(line.inEffect === null ? [] : [answerLong(line.inEffect.answer)]),
];
