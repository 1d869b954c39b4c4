import { courseOf, type PlacedAffair } from '../session-record/course.js';
import type { SessionRecord } from '../session-record/session-record.js';
import { finder, type Finding } from './finding.js';

/**
 * Check 26: the budget lines and the subsidies are amounts that the articles give. Where the articles give none,
 * nothing contradicts them; a total of several of their amounts is found there too.
 */
export const checkAmounts = (record: SessionRecord): readonly Finding[] =>
  courseOf(record).affairs.flatMap((placed) => amountsOf(record, placed));

function amountsOf(record: SessionRecord, { affair, path }: PlacedAffair): readonly Finding[] {
  const find = finder(record, '26');
  const given = new Set((affair.articles ?? []).flatMap(({ text }) => amountsIn(text)));
  if (given.size === 0) return [];
  const budget = (affair.budget ?? []).map(({ amount }) => cents(amount));
  const subsidies = (affair.subsidies ?? []).map(({ amount }) => cents(amount));
  const isTold = (amount: bigint, of: readonly bigint[]): boolean =>
    given.has(amount) || given.has(sum(of)) || amount === sum([...given]);
  const wrong = (list: string, amounts: readonly bigint[]) =>
    amounts.flatMap((amount, index) => {
      if (isTold(amount, amounts)) return [];
      const message = `Les articles ne donnent pas ce montant (${inEuros(amount)} euros).`;
      return [find('I', `amount.${list}`, `${path}.${list}.${index}.amount`, message)];
    });
  return [...wrong('budget', budget), ...wrong('subsidies', subsidies)];
}

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((all, one) => all + one, 0n);

// A line that takes back is told by its amount all the same.
const cents = (amount: string): bigint => BigInt(amount.replace(/[-.]/g, ''));

const inEuros = (amount: bigint): string => `${amount / 100n},${String(amount % 100n).padStart(2, '0')}`;

/** « 75 000 euros », « 800,00 € », « 1.200,50 € ». */
const AMOUNT = /(\d{1,3}(?:[ \u00a0\u202f.]\d{3})+|\d+)(?:,(\d{1,2}))?[ \u00a0\u202f]*(?:euros?\b|€)/gi;

const amountsIn = (text: string): readonly bigint[] =>
  [...text.matchAll(AMOUNT)].map(([, whole = '', decimals = '']) =>
    BigInt(whole.replaceAll(/\D/g, '') + decimals.padEnd(2, '0')),
  );
