// Writes docs/regles.md from the catalogue of rules: rule, article, since when, until when, for whom, where, tried by
// which test. With --check, only compares.
import { CODED_RULES, RULE_TABLES } from '../libs/deliberation/dist/rules/catalogue.js';
import { RULE_WORDS } from '../libs/deliberation/dist/wording/rule-codes.js';
import { keepText } from './committed-files.mjs';

const ROOT = '../libs/deliberation/src/';
const REGIMES = {
  C: 'commune',
  E: 'EPCI',
  B: 'bureau',
  D: 'département',
  R: 'région',
  CP: 'commission permanente',
};
const CELL = '–';

const link = (path) => `[${path.split('/').at(-1)}](${ROOT}${path})`;
const day = (date, open) => (date === null ? open : date.split('-').reverse().join('/'));
const row = (cells) => `| ${cells.join(' | ')} |`;
const head = (titles) => [row(titles), row(titles.map(() => '---'))];

const dated = RULE_TABLES.flatMap(({ title, rows, source, spec }) => [
  `### ${title}`,
  '',
  ...head(['règle', 'pour', 'depuis', 'jusqu’au', 'article']),
  ...rows.map(({ says, regimes, from, until, article }) =>
    row([says, regimes.map((one) => REGIMES[one]).join(', '), day(from, CELL), day(until, CELL), article]),
  ),
  '',
  `Code : ${link(source)} ; test : ${link(spec)}.`,
  '',
]);

const coded = [
  ...head(['code', 'règle', 'article', 'manquement', 'code source', 'test']),
  ...CODED_RULES.map(({ code, article, kind, source, spec }) =>
    row([
      `\`${code}\``,
      RULE_WORDS[code],
      article ?? CELL,
      kind === 'irregular' ? 'irrégulier' : 'impossible',
      link(source),
      link(spec),
    ]),
  ),
  '',
];

keepText(
  'docs/regles.md',
  [
    '# Les règles que le registre applique',
    '',
    'Page écrite par `npm run generate` depuis `libs/deliberation/src/rules/catalogue.ts` ; ne pas la modifier à la main.',
    '',
    'Une séance est jugée par les règles en vigueur à sa date, pour sa sorte de collectivité. Les articles sont du code général des collectivités territoriales, sauf mention contraire. Les deux jours d’une période en font partie.',
    '',
    '## Règles datées',
    '',
    'La première ligne qui convient au jour et à la sorte de collectivité est la règle. Là où aucune ne convient, la réponse est **inconnue** : rien n’est deviné.',
    '',
    ...dated,
    '## Règles nommées dans un refus ou une irrégularité',
    '',
    'Un manquement *irrégulier* est refusé, puis enregistré si la demande est renvoyée en nommant la règle et la raison ; un manquement *impossible* n’est jamais enregistré.',
    '',
    ...coded,
  ]
    .join('\n')
    .replaceAll(/ ([:;?!»])/g, '\u00a0$1'),
);
