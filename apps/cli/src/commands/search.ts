import { outcomeLong } from '@registre/deliberation';
import { Refusal } from '@registre/platform';
import type { SearchHit, SearchPage, SearchRequest } from '@registre/projections';
import { Command } from 'commander';
import { calendarDay } from '../calendar-day.js';
import { withCommonOptions } from '../common-options.js';
import { withRegister, type CommonOptions } from '../open-register.js';
import { say, sayJson } from '../print.js';

interface SearchOptions extends CommonOptions {
  readonly body?: string;
  readonly from?: string;
  readonly until?: string;
  readonly outcome?: string;
  readonly member?: string;
  readonly classification?: string;
  readonly amountFrom?: string;
  readonly amountUntil?: string;
  readonly limit: string;
}

/** `registre search WORDS`: the affairs that words find. */
export const searchCommand = (): Command =>
  withCommonOptions(new Command('search'))
    .description('chercher dans les objets, les numéros, les noms, les articles et les rapports')
    .argument('[mots...]', 'tous ces mots\u00a0; le dernier peut être inachevé')
    .option('--body <clé>', 'une instance')
    .option('--from <date>', 'séances de ce jour ou après, AAAA-MM-JJ')
    .option('--until <date>', 'séances de ce jour ou avant, AAAA-MM-JJ')
    .option('--outcome <issue>', 'adopted, rejected, noted, postponed ou withdrawn')
    .option('--member <ref>', 'le rapporteur, un votant nommé, un élu déporté ou la présidence')
    .option('--classification <code>', 'une matière et celles au-dessous\u00a0: 7.5')
    .option('--amount-from <euros>', 'un montant au moins égal')
    .option('--amount-until <euros>', 'un montant au plus égal')
    .option('--limit <nombre>', 'combien au plus', '20')
    .action((words: string[], options: SearchOptions) =>
      withRegister(options, async (register) => {
        const authority = await register.authority();
        await register.catchUp(authority);
        const page = await register.readModels.search(authority, requestOf(words, options));
        if (page === undefined) return;
        if (options.json) return sayJson(page);
        say(linesOf(page).join('\n'));
      }),
    );

function requestOf(words: readonly string[], options: SearchOptions): SearchRequest {
  const { body, from, until, member, classification, amountFrom, amountUntil, limit } = options;
  return {
    q: words.length === 0 ? undefined : words.join(' '),
    body,
    from: from === undefined ? undefined : calendarDay(from),
    until: until === undefined ? undefined : calendarDay(until),
    outcome: outcomeOf(options.outcome),
    member,
    classification,
    amountFrom: amountFrom === undefined ? undefined : numberOf(amountFrom),
    amountUntil: amountUntil === undefined ? undefined : numberOf(amountUntil),
    limit: numberOf(limit),
  };
}

const OUTCOMES = ['adopted', 'rejected', 'noted', 'postponed', 'withdrawn'] as const;

function outcomeOf(said: string | undefined): SearchRequest['outcome'] {
  const outcome = OUTCOMES.find((one) => one === said);
  if (said === undefined || outcome !== undefined) return outcome;
  throw new Refusal('invalid', 'unknown-outcome', `Issue inconnue\u00a0: ${said}.`);
}

function numberOf(said: string): number {
  const number = Number(said.replace(',', '.').replace(/\s/g, ''));
  if (Number.isFinite(number) && number >= 0) return number;
  throw new Refusal('invalid', 'not-a-number', `«\u00a0${said}\u00a0» n’est pas un nombre.`);
}

function linesOf({ items, next, notIndexed }: SearchPage): string[] {
  const { reports } = notIndexed;
  return [
    ...(items.length === 0 ? ['Rien ne répond.'] : items.flatMap(hitLines)),
    ...(next === null ? [] : ['… et d’autres\u00a0: précisez, ou --limit.']),
    ...(reports === 0
      ? []
      : [`Non consultés\u00a0: ${reports} rapport(s) long(s), gardé(s) hors du journal.`]),
  ];
}

const hitLines = ({ number, affair, subject, date, bodyName, outcome, snippets }: SearchHit): string[] => [
  `${number ?? affair} — ${subject} (${bodyName}, ${date}${outcome === null ? '' : `, ${outcomeLong(outcome)}`})`,
  ...snippets
    .filter(({ part }) => part !== 'subject' && part !== 'number')
    .map(({ pieces }) => `    ${pieces.map(({ text, found }) => (found ? `[${text}]` : text)).join('')}`),
];
