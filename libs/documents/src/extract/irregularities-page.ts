import {
  irregularitiesOfAct,
  ruleLong,
  type ExtractSubject,
  type Irregularity,
} from '@registre/deliberation';

const TITLE = 'IRRÉGULARITÉS RELEVÉES';

/**
 * The page that follows the template's text where the register recorded the act despite a rule of law: no template can
 * leave it out. Empty where there is nothing to tell. Told in the order in which it was recorded, that of the séance
 * as a whole included, for it touches each of its acts.
 */
export function irregularitiesPage(subject: ExtractSubject): string {
  const { session, affair, paper, ofNumber } = subject;
  const told = [
    ...irregularitiesOfAct(session, affair).map((one) => entry(one, one.affair === null)),
    ...[...ofNumber, ...paper.irregularities].map((one) => entry(one, false)),
  ];
  if (told.length === 0) return '';
  const entries = told.map((one, index) => `${index + 1}. ${one}`);
  return ['', '', '', TITLE, '', entries.join('\n\n'), ''].join('\n');
}

function entry({ rule, found, reason }: Irregularity, ofSession: boolean): string {
  return [
    `Règle : ${ruleLong(rule)} [${rule}]${ofSession ? ' – séance entière' : ''}`,
    `   Constat : ${found}`,
    `   Enregistrée malgré la règle, au motif : ${reason}`,
  ].join('\n');
}
