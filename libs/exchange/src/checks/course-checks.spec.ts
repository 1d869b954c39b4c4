import 'reflect-metadata';
import type { LooseJson } from '../session-record/record.fixture.js';
import { checkAmounts } from './amounts.js';
import { checkClosedDoors } from './closed-doors.js';
import { checkConvocation } from './convocation.js';
import { checkFates } from './fates.js';
import { foundBy } from './findings.fixture.js';
import { checkInterruptions } from './interruptions.js';
import { checkRecusals } from './recusals.js';
import { checkSpans } from './spans.js';
import { checkTallies } from './tallies.js';

describe('check 2, moments that say several things', () => {
  const found = foundBy(checkSpans);
  const suspended = (from: LooseJson, until: LooseJson) =>
    found(({ session }) => (session.suspensions = [{ from, until }]));

  it('finds an end before the beginning, one told by its time and the other by its place', () => {
    expect(suspended({ duringAffair: '2' }, '2024-03-21T20:15')).toEqual([
      'S record.backwards session.suspensions.0',
    ]);
    expect(suspended('2024-03-21T20:15', { duringAffair: '2' })).toEqual([]);
  });
});

describe('check 13, interruptions', () => {
  const found = foundBy(checkInterruptions);

  it('passes for those that follow one another, and where a bound is not known', () => {
    const fields = found(({ session }) => {
      session.suspensions = [
        { from: '2024-03-21T20:05', until: '2024-03-21T20:10' },
        { from: { afterAffair: '1' }, until: null },
      ];
      session.closedDoors = [{ from: { duringAffair: '1' }, until: { afterAffair: '1' } }];
    });
    expect(fields).toEqual([]);
  });

  it('finds closed doors during a suspension, and an affair called meanwhile', () => {
    const fields = found(({ session }) => {
      session.suspensions = [{ from: '2024-03-21T20:05', until: '2024-03-21T20:15' }];
      session.closedDoors = [{ from: '2024-03-21T20:14', until: '2024-03-21T20:30' }];
    });
    expect(fields).toEqual([
      'I interruption.overlap session.suspensions.0',
      'I session.suspended affairs.0.calledAt',
    ]);
  });
});

describe('check 14, second convocation', () => {
  const found = foundBy(checkConvocation);
  const second = (change: LooseJson) =>
    found(({ session }) => Object.assign(session, { secondConvocation: true, convenedOn: null }, change));

  it('passes three days after the first séance', () => {
    expect(second({ secondConvocationOf: '2024-03-18' })).toEqual([]);
  });

  it('finds one that comes sooner, or that is not said to be one', () => {
    expect(second({ secondConvocationOf: '2024-03-19' })).toEqual([
      'I R8.interval session.secondConvocationOf',
    ]);
    expect(second({ secondConvocation: false, secondConvocationOf: '2024-03-10' })).toEqual([
      'I R8.second-convocation session.secondConvocationOf',
    ]);
  });
});

describe('check 15, closed doors', () => {
  const found = foundBy(checkClosedDoors);
  const held = (requestedBy: LooseJson, ballot: LooseJson = {}) =>
    found(({ session, affairs }) => {
      session.closedDoors = [{ from: { duringAffair: '1' }, until: { afterAffair: '1' }, requestedBy }];
      if (ballot !== null) {
        const agreed = {
          question: 'Siéger à huis clos',
          method: 'show-of-hands',
          roll: 5,
          outcome: 'adopted',
        };
        affairs[0].ballots.unshift({ ...agreed, counts: { for: 3 }, ...ballot });
      }
      affairs[0].decidingBallots = [ballot === null ? 1 : 2];
    });

  it('pass where the chair or three members ask and a majority agrees', () => {
    expect(held(['durand-alix'])).toEqual([]);
    expect(held(['petit-chloe', 'roux-david', 'moreau-basile'])).toEqual([]);
    expect(held(null, { counts: null })).toEqual([]);
  });

  it('are found where too few of those present ask', () => {
    expect(held(['petit-chloe', 'roux-david', 'blanc-elsa'])).toEqual([
      'I R13.requesters session.closedDoors.0.requestedBy',
    ]);
  });

  it('are found where no ballot agreed them, or not by a majority of those present or represented', () => {
    const wrong = ['I R13.ballot session.closedDoors.0'];
    expect(held(['durand-alix'], null)).toEqual(wrong);
    expect(held(['durand-alix'], { outcome: 'rejected' })).toEqual(wrong);
    expect(held(['durand-alix'], { counts: { for: 2, against: 1 } })).toEqual(wrong);
  });
});

describe('check 16, recusals', () => {
  const found = foundBy(checkRecusals);

  it('passes where the one who keeps out does not preside', () => {
    expect(found(({ affairs }) => (affairs[0].recusals = [{ member: 'petit-chloe' }]))).toEqual([]);
    const replaced = found(({ session, affairs }) => {
      session.chairs = [{ member: 'roux-david', fromAffair: '1', untilAffair: '1' }];
      affairs[0].recusals = [{ member: 'durand-alix' }];
    });
    expect(replaced).toEqual([]);
  });

  it('finds the chair among them, and one who keeps out twice', () => {
    const recusals = ['durand-alix', 'petit-chloe', 'petit-chloe'].map((member) => ({ member }));
    expect(found(({ affairs }) => (affairs[0].recusals = recusals))).toEqual([
      'I R19.chair affairs.0.recusals.0.member',
      'S recusal.twice affairs.0.recusals.2.member',
    ]);
  });

  it('leaves out of the vote the one whose proxy a recused member bears', () => {
    const fields = foundBy(checkTallies)(({ affairs }) => {
      affairs[0].recusals = [{ member: 'roux-david' }];
      affairs[0].ballots[0] = { method: 'roll-call', named: { for: ['blanc-elsa'] } };
    });
    expect(fields).toEqual(['I R18.named-on-roll affairs.0.ballots.0.named.for.0']);
  });
});

describe('check 26, amounts', () => {
  const found = foundBy(checkAmounts);
  const spent = (budget: string, subsidy: string, text: string) =>
    found(({ affairs }) => {
      affairs[0].articles = [{ text }];
      affairs[0].budget = [{ amount: budget, currency: 'EUR', year: 2024 }];
      affairs[0].subsidies = [{ beneficiary: 'Club', amount: subsidy }];
    });

  it('passes where the articles give them, or give none', () => {
    expect(spent('75000.00', '75000.00', 'Une aide de 75 000 euros.')).toEqual([]);
    expect(spent('800.50', '800.50', 'Une aide de 800,50 € est attribuée.')).toEqual([]);
    expect(spent('800.00', '800.00', 'Le président est chargé de l’exécution.')).toEqual([]);
    expect(spent('800.00', '500.00', 'Au club 500,00 euros, à l’école 300 euros.')).toEqual([]);
  });

  it('finds others', () => {
    expect(spent('800.00', '80.00', 'Une aide de 800,00 euros.')).toEqual([
      'I amount.subsidies affairs.0.subsidies.0.amount',
    ]);
    expect(spent('8000.00', '800.00', 'Une aide de 800,00 euros.')).toEqual([
      'I amount.budget affairs.0.budget.0.amount',
    ]);
  });
});

describe('check 28, later fates', () => {
  const found = foundBy(checkFates);
  const fates = (...list: LooseJson[]) => found(({ affairs }) => (affairs[0].fates = list));

  it('pass in the order of their days', () => {
    expect(
      fates(
        { kind: 'material-error', on: '2024-04-02' },
        { kind: 'vote-rectified', on: null },
        { kind: 'annulled', on: '2025-01-14', by: 'Tribunal administratif' },
      ),
    ).toEqual([]);
  });

  it('are found out of order, before the séance, after an undoing, without a court', () => {
    expect(
      fates(
        { kind: 'annulled', on: '2024-05-02' },
        { kind: 'rectified', on: '2024-04-02' },
        { kind: 'repealed', on: '2024-03-02' },
      ),
    ).toEqual([
      'I R26.court affairs.0.fates.0.by',
      'I R26.order affairs.0.fates.1.on',
      'I R26.after-undoing affairs.0.fates.1',
      'I R26.order affairs.0.fates.2.on',
      'I R26.after-undoing affairs.0.fates.2',
    ]);
    expect(fates({ kind: 'rectified', counts: { for: 3 } })).toEqual([
      'S fate.counts affairs.0.fates.0.counts',
    ]);
  });

  it('are only of what was decided', () => {
    const fields = found(({ affairs }) =>
      Object.assign(affairs[0], { outcome: 'withdrawn', fates: [{ kind: 'repealed' }] }),
    );
    expect(fields).toEqual(['S act.undecided affairs.0.fates']);
  });
});
