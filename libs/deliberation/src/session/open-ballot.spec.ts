import { codeOf, CONTEXT, expectIrregular, expectRegular } from '../given.fixture.js';
import { OpenBallot, openBallot, type OpenBallotBody } from './open-ballot.js';
import {
  and,
  arrived,
  balloted,
  called,
  closed,
  decided,
  EVENING,
  left,
  presiding,
  proxy,
  seance,
  unballoted,
  voided,
} from './seance.fixture.js';
import type { BallotInSession, SessionState } from './session.js';

const opening =
  (state: SessionState, body: Partial<OpenBallotBody> = {}) =>
  (despite?: OpenBallotBody['despite']) =>
    openBallot(
      state,
      'b1',
      new OpenBallot(CONTEXT, 's', { affair: 'budget', method: 'show-of-hands', ...body, despite }),
    );

describe('opening a ballot', () => {
  const evening = seance(...EVENING, proxy('ines', 'david'), called('budget'));

  it('freezes the roll: whoever leaves afterwards stays on it', () => {
    const [event] = expectRegular(opening(evening));
    expect(event).toMatchObject({
      type: 'BallotOpened',
      data: { ballot: 'b1', affair: 'budget', candidates: null, round: null, roll: { size: 9, exact: true } },
    });
    const later = and(evening, [event!, left('david')]);
    expect(later.ballots[0]?.roll.seats).toContainEqual({ seat: 'ines', voter: 'david' });
  });

  it('takes the roll for a ceiling where nobody says when somebody came or went', () => {
    const [event] = expectRegular(opening(evening, { rollIsCeiling: true }));
    expect(event?.data).toMatchObject({ roll: { size: 9, exact: false } });
  });

  it('of the séance itself needs no affair', () => {
    const [event] = expectRegular(opening(seance(...EVENING), { affair: null, question: 'Mode de scrutin' }));
    expect(event?.data).toMatchObject({ affair: null, question: 'Mode de scrutin' });
  });

  it('takes candidates, members or not', () => {
    const [event] = opening(evening, { candidates: [{ member: 'alix' }, { name: 'Liste B' }] })();
    expect(event?.data).toMatchObject({
      candidates: [
        { member: 'alix', name: null },
        { member: null, name: 'Liste B' },
      ],
    });
  });

  it('refuses a candidate who is nobody, both, a stranger, or named twice', () => {
    const standing = (...candidates: NonNullable<OpenBallotBody['candidates']>) =>
      codeOf(opening(evening, { candidates }));
    expect(standing({})).toBe('candidate.member-or-name');
    expect(standing({ member: 'alix', name: 'Liste A' })).toBe('candidate.member-or-name');
    expect(standing({ member: 'zoe' })).toBe('member.unknown');
    expect(standing({ member: 'alix' }, { name: 'B' }, { member: 'alix' })).toBe('candidate.twice');
  });

  it('is refused while another is open, on an affair not under discussion, out of a séance', () => {
    expect(codeOf(opening(and(evening, [balloted('b0', null)])))).toBe('ballot.open');
    expect(codeOf(opening(evening, { affair: 'route' }))).toBe('affair.not-called');
    expect(codeOf(opening(evening, { affair: 'autre' }))).toBe('unknown-affair');
    expect(codeOf(opening(and(evening, [decided('budget', 'adopted')])))).toBe('affair.dealt-with');
    expect(codeOf(opening(and(evening, [closed])))).toBe('session.closed');
  });
});

describe('a nomination', () => {
  const evening = seance(...EVENING, called('budget'));
  const candidates = [{ member: 'alix' }, { member: 'basile' }];

  it('is secret: a public vote that nobody agreed to is irregular', () => {
    expectIrregular(opening(evening, { candidates, secrecyWaived: false }), ['R16.secrecy']);
    expectRegular(opening(evening, { candidates, secrecyWaived: true }));
    expectRegular(opening(evening, { candidates, method: 'secret', secrecyWaived: false }));
  });

  it('says nothing certain where the waiver or the method is not known', () => {
    expectRegular(opening(evening, { candidates }));
    expectRegular(opening(evening, { candidates, method: null, secrecyWaived: false }));
  });

  describe('whose secret was given up by a ballot', () => {
    type Result = NonNullable<NonNullable<BallotInSession['closed']>['computed']>;
    const BY_VOTES = { basis: 'votes', elected: null } as const;
    const waived = (computed: Result | null) =>
      and(evening, [balloted('w', null), unballoted('w', { computed })]);

    it('takes a unanimous one, and one whose result is not known', () => {
      const unanimous = waived({ outcome: 'adopted', unanimous: true, ...BY_VOTES });
      const [event] = expectRegular(opening(unanimous, { candidates, waiver: 'w' }));
      expect(event?.data).toMatchObject({ waiver: 'w', secrecyWaived: true });
      expectRegular(opening(waived(null), { candidates, waiver: 'w' }));
    });

    it('is irregular where somebody voted against', () => {
      const divided = waived({ outcome: 'adopted', unanimous: false, ...BY_VOTES });
      expectIrregular(opening(divided, { candidates, waiver: 'w' }), ['R16.waiver']);
      const refused = waived({ outcome: 'rejected', unanimous: true, ...BY_VOTES });
      expectIrregular(opening(refused, { candidates, waiver: 'w' }), ['R16.waiver']);
    });

    it('needs a closed ballot of the séance, which is not void', () => {
      expect(codeOf(opening(evening, { candidates, waiver: 'w' }))).toBe('ballot.waiver');
      const annulled = and(waived(null), [voided('w')]);
      expect(codeOf(opening(annulled, { candidates, waiver: 'w' }))).toBe('ballot.waiver');
    });
  });

  describe('in rounds', () => {
    const held = (round: number | null, outcome: 'elected' | 'no-majority') => {
      const skipped = (round ?? 1) > 1 ? [{ rule: 'R16.rounds', reason: 'constaté' }] : undefined;
      const [event] = opening(evening, { candidates, round, method: 'secret' })(skipped);
      const computed = { outcome, unanimous: null, basis: 'votes', elected: null } as const;
      return and(evening, [event!, unballoted('b1', { computed })]);
    };
    const next = (state: SessionState, round: number) =>
      opening(state, { candidates, round, method: 'secret' });

    it('goes from one to the next', () => {
      expectRegular(next(evening, 1));
      expectRegular(next(held(1, 'no-majority'), 2));
      expectRegular(next(held(2, 'no-majority'), 3));
      expectRegular(next(held(null, 'no-majority'), 2));
    });

    it('that skips one, or follows one that elected, is irregular', () => {
      expectIrregular(next(evening, 2), ['R16.rounds']);
      expectIrregular(next(held(1, 'no-majority'), 3), ['R16.rounds']);
      expectIrregular(next(held(1, 'elected'), 2), ['R16.rounds']);
      expectIrregular(next(and(held(1, 'no-majority'), [voided('b1')]), 2), ['R16.rounds']);
    });
  });

  it('goes in rounds of its own, beside another of the same affair', () => {
    const first = { candidates, question: 'Premier adjoint', method: 'secret' } as const;
    const [event] = opening(evening, { ...first, round: 1 })();
    const computed = { outcome: 'no-majority', unanimous: null, basis: 'votes', elected: null } as const;
    const state = and(evening, [event!, unballoted('b1', { computed })]);
    expectRegular(opening(state, { ...first, round: 2 }));
    expectIrregular(opening(state, { ...first, question: 'Deuxième adjoint', round: 2 }), ['R16.rounds']);
  });

  it('says how many are to be elected, where somebody stands', () => {
    const [event] = opening(evening, { candidates, positions: 2 })();
    expect(event?.data).toMatchObject({ positions: 2 });
    expect(codeOf(opening(evening, { positions: 2 }))).toBe('ballot.positions');
  });
});

describe('a vote on the accounts', () => {
  const accounts = { accounts: true };
  const evening = seance(...EVENING, proxy('ines', 'alix'), proxy('jules', 'david'), called('budget'));

  it('under the ordinary chair is irregular, and before the ordinary chair too', () => {
    expectIrregular(opening(evening, accounts), ['R20.chair']);
    expectIrregular(opening(and(evening, [presiding('basile')]), accounts), ['R20.present']);
    expectRegular(opening(and(evening, [presiding('basile'), left('alix')]), accounts));
  });

  it('counts no proxy that the ordinary chair gave or bears', () => {
    const [event] = opening(
      and(evening, [presiding('basile'), left('alix'), proxy('alix', 'elsa')]),
      accounts,
    )();
    const roll = event?.type === 'BallotOpened' ? event.data.roll : null;
    expect(roll?.size).toBe(8);
    expect(roll?.seats?.map(({ seat }) => seat)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(alix|ines)$/)]),
    );
    // Who stays all the same votes for nobody else either.
    const stayed = opening(
      and(evening, [presiding('basile')]),
      accounts,
    )([{ rule: 'R20.present', reason: 'constaté' }]);
    expect(stayed).toMatchObject([{ data: { roll: { size: 9 } } }]);
    expect(JSON.stringify(stayed)).not.toContain('ines');
    const back = and(evening, [presiding('basile'), left('alix'), arrived('alix')]);
    expectIrregular(opening(back, accounts), ['R20.present']);
  });
});

describe('a manner of voting that enough members asked for', () => {
  const evening = seance(...EVENING, called('budget'));
  const asked = (
    method: 'roll-call' | 'secret',
    sufficient: boolean | null,
    affair: string | null = 'budget',
  ) =>
    ({
      type: 'BallotRequested',
      data: { affair, method, requestedBy: null, count: 3, sufficient },
    }) as const;

  it('is the manner of the affair’s ballots', () => {
    const rollCall = and(evening, [asked('roll-call', true)]);
    expectIrregular(opening(rollCall), ['R16.method']);
    expectRegular(opening(rollCall, { method: 'roll-call' }));
    expectRegular(opening(rollCall, { method: null }));
    expectRegular(opening(rollCall, { method: 'secret', candidates: [{ member: 'alix' }] }));
  });

  it('is the secret one where both were asked for', () => {
    const both = and(evening, [asked('roll-call', true), asked('secret', true)]);
    expectIrregular(opening(both, { method: 'roll-call' }), ['R16.method']);
    expectRegular(opening(both, { method: 'secret' }));
  });

  it('binds nobody where too few asked, or for another affair', () => {
    expectRegular(opening(and(evening, [asked('secret', false)])));
    expectRegular(opening(and(evening, [asked('secret', null)])));
    expectRegular(opening(and(evening, [asked('secret', true, 'route')])));
  });
});
