import { localParts } from '@registre/platform';
import type { DelayLine } from '@registre/projections';
import { Command } from 'commander';
import { calendarDay } from '../calendar-day.js';
import { withCommonOptions } from '../common-options.js';
import { withRegister, type CommonOptions } from '../open-register.js';
import { say, sayJson, sayTable } from '../print.js';

/** `registre delays`: what is to be done after the séances, and what is late. */
export const delaysCommand = (): Command =>
  withCommonOptions(new Command('delays'))
    .description('ce qui reste à faire après les séances, et ce qui est en retard')
    .option('--on <date>', 'le jour considéré, AAAA-MM-JJ (défaut : aujourd’hui)')
    .action((options: CommonOptions & { readonly on?: string }) =>
      withRegister(options, async (register) => {
        const authority = await register.authority();
        await register.catchUp(authority);
        const view = await register.readModels.authority(authority);
        const on = dayOf(options.on, view?.timezone ?? 'Europe/Paris');
        const lines: DelayLine[] = [];
        let cursor: string | undefined;
        do {
          const page = await register.readModels.delays(authority, { on, cursor, limit: 500 });
          lines.push(...(page?.items ?? []));
          cursor = page?.next ?? undefined;
        } while (cursor !== undefined);
        if (options.json) return sayJson(lines);
        if (lines.length === 0) return say('Rien à faire.');
        sayTable(['Au plus tard', 'Retard', 'À faire', 'Séance', 'Acte', 'Règle'], lines.map(rowOf));
      }),
    );

const dayOf = (said: string | undefined, zone: string): string =>
  said === undefined ? localParts(new Date(), zone).date : calendarDay(said);

const rowOf = (line: DelayLine) => [
  line.due ?? dueOtherwise(line),
  line.late ? 'en retard' : '',
  line.what + (line.record === null ? '' : ' — non renseigné par la source'),
  `${line.bodyName}, ${line.date}`,
  line.affair === null ? '' : (line.number ?? line.subject),
  line.article,
];

const dueOtherwise = ({ dueIfIndividual }: DelayLine): string =>
  dueIfIndividual === null ? 'sans délai fixé' : `${dueIfIndividual} si décision individuelle`;
