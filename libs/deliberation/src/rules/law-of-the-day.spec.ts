import type { AuthorityKind } from '../authority/authority.js';
import type { BodyKind } from '../body/body.js';
import { convocationRule } from './convocation.js';
import { listDueOn, minutesDueOn } from './delays.js';
import { consecutiveSessions, proxiesPerBearer } from './proxies.js';
import { QUORUM_RULES } from './quorum.js';
import { remoteAttendance } from './remote.js';
import { regimeOf, ruleInForce } from './rule-set.js';
import { signatoriesOf } from './signatories.js';

interface Body {
  readonly authority: AuthorityKind | null;
  readonly body: BodyKind;
  readonly population: number | null;
}

const BODIES = {
  small: { authority: 'commune', body: 'council', population: 3499 },
  town: { authority: 'commune', body: 'council', population: 3500 },
  epci: { authority: 'epci', body: 'council', population: null },
  bureau: { authority: 'metropole', body: 'bureau', population: null },
  department: { authority: 'departement', body: 'council', population: null },
  committee: { authority: 'departement', body: 'committee', population: null },
  other: { authority: 'other', body: 'council', population: null },
} as const satisfies Readonly<Record<string, Body>>;

/** What the law of a day says of a body's séance, cell by cell; `?` where no row is known. */
function lawOf(date: string, { authority, body, population }: Body): string[] {
  const regime = regimeOf(authority, body);
  const quorum = ruleInForce(QUORUM_RULES, regime, date)?.value;
  const remote = remoteAttendance(regime, date)?.value;
  const signatories = signatoriesOf(regime, date)?.value;
  const settled = '2026-01-01';
  return [
    quorum === undefined
      ? '?'
      : `${quorum.share === 'a-third' ? '1/3' : '1/2'}${quorum.counted === 'present' ? '' : '+proxies'}`,
    String(proxiesPerBearer(regime, date)?.value ?? '?'),
    String(consecutiveSessions(regime, date)?.value ?? '?'),
    String(convocationRule(regime, date, { population, department: null })?.clearDays ?? '?'),
    signatories === undefined ? '?' : signatories === 'all-present' ? 'all' : 'two',
    String(listDueOn(regime, date)?.delay.days ?? '?'),
    String(minutesDueOn(regime, date, settled)?.delay.days ?? '?'),
    remote === undefined ? '?' : remote ? 'yes' : 'no',
  ];
}

// Quorum (share of the members in office; `+proxies`: represented ones count), proxies per bearer, consecutive séances
// of a proxy, clear days of convocation, who signs, days to post summary or list, days to publish the minutes once
// settled, attendance at a distance.
const LAW: Readonly<Record<string, Readonly<Record<keyof typeof BODIES, string>>>> = {
  // The second Covid window: represented members count.
  '2020-04-15': {
    small: '1/3+proxies 2 3 3 all 8 ? yes',
    town: '1/3+proxies 2 3 5 all 8 ? yes',
    epci: '1/3+proxies 2 3 5 all 8 ? yes',
    bureau: '1/3+proxies 2 3 5 all ? ? yes',
    department: '1/3+proxies 2 ? ? ? ? ? yes',
    committee: '1/3+proxies 2 ? ? ? ? ? yes',
    other: '? ? ? ? ? ? ? ?',
  },
  // Between two windows: the permanent rules.
  '2020-09-15': {
    small: '1/2 1 3 3 all 8 ? no',
    town: '1/2 1 3 5 all 8 ? no',
    epci: '1/2 1 3 5 all 8 ? yes',
    bureau: '1/2 1 3 5 all ? ? no',
    department: '1/2 1 ? ? ? ? ? ?',
    committee: '1/2+proxies 1 ? ? ? ? ? ?',
    other: '? ? ? ? ? ? ? ?',
  },
  // The fourth window: a third, present.
  '2021-01-15': {
    small: '1/3 2 3 3 all 8 ? yes',
    town: '1/3 2 3 5 all 8 ? yes',
    epci: '1/3 2 3 5 all 8 ? yes',
    bureau: '1/3 2 3 5 all ? ? yes',
    department: '1/3 2 ? ? ? ? ? yes',
    committee: '1/3 2 ? ? ? ? ? yes',
    other: '? ? ? ? ? ? ? ?',
  },
  // The last window, the last day before the reform of publicity.
  '2022-06-30': {
    small: '1/3 2 3 3 all 8 ? yes',
    town: '1/3 2 3 5 all 8 ? yes',
    epci: '1/3 2 3 5 all 8 ? yes',
    bureau: '1/3 2 3 5 all ? ? yes',
    department: '1/3 2 ? ? ? ? ? yes',
    committee: '1/3 2 ? ? ? ? ? yes',
    other: '? ? ? ? ? ? ? ?',
  },
  // The first day of the reform, still in the last window.
  '2022-07-01': {
    small: '1/3 2 3 3 two 7 7 yes',
    town: '1/3 2 3 5 two 7 7 yes',
    epci: '1/3 2 3 5 two 7 7 yes',
    bureau: '1/3 2 3 5 two ? ? yes',
    department: '1/3 2 ? ? ? ? 7 yes',
    committee: '1/3 2 ? ? ? ? ? yes',
    other: '? ? ? ? ? ? ? ?',
  },
  '2025-12-24': {
    small: '1/2 1 3 3 two 7 7 no',
    town: '1/2 1 3 5 two 7 7 no',
    epci: '1/2 1 3 5 two 7 7 yes',
    bureau: '1/2 1 3 5 two ? ? no',
    department: '1/2 1 ? ? ? ? 7 ?',
    committee: '1/2+proxies 1 ? ? ? ? ? ?',
    other: '? ? ? ? ? ? ? ?',
  },
};

const cells = Object.entries(LAW).flatMap(([date, bodies]) =>
  Object.entries(bodies).map(([body, law]) => ({ date, body: body as keyof typeof BODIES, law })),
);

describe('The law of the day', () => {
  it.each(cells)('on $date, for $body, is $law', ({ date, body, law }) => {
    expect(lawOf(date, BODIES[body]).join(' ')).toBe(law);
  });
});
