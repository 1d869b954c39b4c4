import { regimeOf, ruleInForce, type DatedRule } from '@registre/deliberation';
import type { SessionRecord } from '../session-record/session-record.js';
import { finder, nameOf, type Finding } from './finding.js';

// Where no rule is known (a department, a bureau in the Covid windows) nothing is held against the record.
const REMOTE: readonly DatedRule<'lawful' | 'unlawful' | 'unknown'>[] = [
  ...(
    [
      ['2020-03-24', '2020-07-10', 'ord. 2020-391 art. 6'],
      ['2020-07-11', '2020-08-30', 'loi 2020-760'],
      ['2020-11-15', '2021-09-30', 'loi 2020-1379 art. 6'],
      ['2021-11-10', '2022-07-31', 'loi 2021-1465 art. 10'],
    ] as const
  ).flatMap(([from, until, article]) => [
    { regimes: ['C', 'E'] as const, from, until, value: 'lawful' as const, article },
    { regimes: ['B'] as const, from, until, value: 'unknown' as const, article },
  ]),
  { regimes: ['C'], from: null, until: null, value: 'unlawful', article: 'L2121-17' },
  { regimes: ['E'], from: null, until: '2019-12-26', value: 'unlawful', article: 'L5211-1' },
  { regimes: ['B'], from: null, until: null, value: 'unlawful', article: 'L5211-11-1' },
];

/** Check 8: one entry a member; a mode only for who is present, and at a distance only where the law lets (R6). */
export function checkAttendance(record: SessionRecord): readonly Finding[] {
  const find = finder(record, '8');
  const { authority, body, session } = record;
  const rule = ruleInForce(REMOTE, regimeOf(authority.kind, body.kind), session.date);
  const called = new Set<string>();
  return (session.attendance ?? []).flatMap(({ member, status, mode }, index) => {
    const path = `session.attendance.${index}`;
    const name = nameOf(record, member);
    const twice = called.has(member)
      ? [
          find(
            'S',
            'attendance.twice',
            `${path}.member`,
            `${name} figure deux fois sur la liste de présence.`,
          ),
        ]
      : [];
    called.add(member);
    if (mode !== null && status !== 'present') {
      const message = `${name} n’est pas présent et ne peut pas avoir de mode de présence.`;
      return [...twice, find('S', 'attendance.mode', `${path}.mode`, message)];
    }
    if (mode !== 'remote' || rule?.value !== 'unlawful') return twice;
    const message = `${name} siège à distance, ce que la loi n’ouvrait pas à cette instance ce jour-là (${rule.article}).`;
    return [...twice, find('I', 'R6.remote', `${path}.mode`, message)];
  });
}
