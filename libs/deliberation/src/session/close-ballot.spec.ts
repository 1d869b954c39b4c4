import type { Roll } from '../ballot/tally.js';
import {
  cast,
  counting,
  papersCounted,
  TEN_SEATS,
  voting,
  votingClosed,
  votingOpened,
} from '../ballot/voting.fixture.js';
import type { BallotState } from '../ballot/ballot.js';
import { codeOf, CONTEXT, expectIrregular, expectRegular } from '../given.fixture.js';
import { resultOf } from './ballot-result.js';
import { CloseBallot, closeVoting, type CloseBallotBody } from './close-ballot.js';
import { balloted, called, council, ELEVEN, EVENING, seance, seat } from './seance.fixture.js';
import type { BallotInSession } from './session.js';

const heldOn = (roll: Roll, chair: string | null = 'alix'): BallotInSession => ({
  ...seance(...EVENING, called('budget'), balloted('b', 'budget', roll)).ballots[0]!,
  chair,
});
const closing =
  (state: BallotState, body: Partial<CloseBallotBody> = {}, ballot = heldOn(TEN_SEATS)) =>
  (despite?: CloseBallotBody['despite']) =>
    closeVoting(state, ballot, new CloseBallot(CONTEXT, 's', 'b', { ...body, despite }), council());

const counted = (body: Parameters<typeof counting>[1], roll = TEN_SEATS) => {
  const open = voting(votingOpened(roll));
  return voting(votingOpened(roll), ...counting(open, body)());
};

describe('closing a ballot', () => {
  const nineToOne = counted({ counts: { for: 9, against: 1 } });

  it('seals the votes with what was declared', () => {
    const events = expectRegular(closing(nineToOne, { outcome: 'adopted', proclaimed: 'Adopté' }));
    expect(events).toEqual([
      { type: 'VotingClosed', data: { declared: { outcome: 'adopted', proclaimed: 'Adopté' } } },
    ]);
  });

  it('with another result than the votes give is irregular', () => {
    const [event] = expectIrregular(closing(nineToOne, { outcome: 'rejected' }), ['R14.outcome']);
    expect(event?.data).toMatchObject({
      irregularities: [{ found: 'Le décompte donne « adoptée » et le résultat déclaré est « rejetée ».' }],
    });
  });

  it('takes any result where nothing was counted', () => {
    expectRegular(closing(voting(votingOpened()), { outcome: 'adopted', proclaimed: 'Pour à l’unanimité' }));
  });

  it('before all have voted is irregular', () => {
    const votes = ['alix', 'basile', 'chloe', 'david', 'elsa', 'farid', 'gaelle', 'ines'];
    const state = voting(votingOpened(), ...votes.map((seat) => cast(seat, 'for')));
    const [event] = expectIrregular(closing(state), ['R18.sum']);
    expect(event?.data).toMatchObject({
      irregularities: [{ found: '8 voix reçues pour 10 votants. N’ont pas voté : hugo, jules.' }],
    });
    expectIrregular(closing(state, { outcome: 'rejected' }), ['R18.sum', 'R14.outcome']);
  });

  it('on a roll that is only a ceiling waits for nobody', () => {
    const state = voting(votingOpened(), cast('alix', 'for'));
    expectRegular(closing(state, {}, heldOn({ ...TEN_SEATS, exact: false })));
  });

  it('is refused twice, and before it is open', () => {
    expect(codeOf(closing(voting(votingOpened(), votingClosed)))).toBe('ballot.closed');
    expect(codeOf(closing(voting()))).toBe('unknown-ballot');
  });
});

describe('the result of a ballot', () => {
  const tied = { for: ['alix', 'basile'], against: ['chloe', 'david'] };
  const result = (state: BallotState, chair: string | null) =>
    resultOf(heldOn(TEN_SEATS, chair), state, council()).computed;

  it('of votes by name counts and names them', () => {
    const state = voting(
      votingOpened(),
      cast('alix', 'for'),
      cast('ines', 'for'),
      cast('elsa', 'abstention'),
    );
    expect(resultOf(heldOn(TEN_SEATS), state, council())).toEqual({
      tally: {
        counts: { for: 2, against: 0, abstentions: 1, notTakingPart: 0 },
        deduced: [],
        named: { for: ['alix', 'ines'], against: [], abstentions: ['elsa'], notTakingPart: [] },
        candidates: null,
        papers: null,
        stated: null,
        expressed: 2,
      },
      computed: { outcome: 'adopted', unanimous: true, basis: 'votes', elected: null },
    });
  });

  it('that is tied goes as the chair’s own vote', () => {
    const state = counted({ counts: { for: 2, against: 2 }, named: tied });
    expect(result(state, 'basile')?.outcome).toBe('adopted');
    expect(result(state, 'chloe')?.outcome).toBe('rejected');
    expect(result(state, 'hugo')?.outcome).toBe('rejected');
  });

  it('that is tied is not settled while it is not known who presided, or how they voted', () => {
    expect(result(counted({ counts: { for: 2, against: 2 }, named: tied }), null)).toBeNull();
    expect(result(counted({ counts: { for: 2, against: 2 } }), 'alix')).toBeNull();
    const abstained = counted({ counts: { for: 2, against: 2 }, named: { abstentions: ['alix'] } });
    expect(result(abstained, 'alix')?.outcome).toBe('rejected');
  });

  it('of Pierrefonds’ first affair is adopted, unanimous of the votes expressed', () => {
    const ceiling: Roll = { seats: null, size: 15, exact: false };
    const state = counted(
      { counts: { for: 14, abstentions: 1 }, named: { abstentions: ['tanguy-ronan'] } },
      ceiling,
    );
    expect(resultOf(heldOn(ceiling), state, council())).toMatchObject({
      tally: {
        counts: { for: 14, against: 0, abstentions: 1, notTakingPart: 0 },
        deduced: ['against', 'notTakingPart'],
      },
      computed: { outcome: 'adopted', unanimous: true },
    });
  });

  it('of its second, which nobody counted, is not known', () => {
    const ceiling: Roll = { seats: null, size: 15, exact: false };
    expect(resultOf(heldOn(ceiling), counted({}, ceiling), council())).toMatchObject({
      tally: { counts: { for: null, against: null, abstentions: null, notTakingPart: null }, deduced: [] },
      computed: null,
    });
  });

  it('of an election is that of its round', () => {
    const candidates = [
      { member: 'alix', name: null },
      { member: null, name: 'Liste B' },
    ];
    const open = voting(votingOpened(TEN_SEATS, candidates));
    const votes = [
      { member: 'alix', votes: 5 },
      { name: 'Liste B', votes: 5 },
    ];
    const state = voting(votingOpened(TEN_SEATS, candidates), ...counting(open, { candidates: votes })());
    const ballot = { ...heldOn(TEN_SEATS), round: 1 };
    expect(resultOf(ballot, state, council())).toMatchObject({
      tally: { expressed: 10 },
      computed: { outcome: 'no-majority' },
    });
  });

  describe('of a third round that is tied', () => {
    const running = ['alix', 'basile'].map((member) => ({ member, name: null }));
    const electing = (...elected: (boolean | null)[]) => {
      const open = voting(votingOpened(TEN_SEATS, running));
      const votes = running.map(({ member }, place) => ({
        member,
        votes: 5,
        elected: elected[place] ?? null,
      }));
      return voting(votingOpened(TEN_SEATS, running), ...counting(open, { candidates: votes })());
    };
    const third = { ...heldOn(TEN_SEATS), round: 3 };
    const seats = ELEVEN.map((ref) =>
      seat(ref, { birthDate: ref === 'basile' ? '1950-02-01' : '1980-02-01' }),
    );

    it('elects the eldest, where the seats say who it is', () => {
      expect(resultOf(third, electing(), council({ seats })).computed).toMatchObject({
        outcome: 'elected',
        basis: 'age',
        elected: [1],
      });
      expect(resultOf(third, electing(), council()).computed).toBeNull();
    });

    it('with another declared elected is irregular', () => {
      const close = (state: BallotState) => (despite?: CloseBallotBody['despite']) =>
        closeVoting(state, third, new CloseBallot(CONTEXT, 's', 'b', { despite }), council({ seats }));
      expectRegular(close(electing(false, true)));
      expectRegular(close(electing(null, null)));
      const [event] = expectIrregular(close(electing(true, false)), ['R16.elected']);
      expect(event?.data).toMatchObject({
        irregularities: [{ found: expect.stringContaining('alix, basile') }],
      });
    });
  });

  describe('that is secret and tied', () => {
    const held: BallotInSession = { ...heldOn(TEN_SEATS), method: 'secret' };
    const papers = { found: 10, blank: 0, nullVotes: 0, blankOrNull: null };
    const state = voting(
      votingOpened(TEN_SEATS, null, 'secret'),
      ...papersCounted(voting(votingOpened(TEN_SEATS, null, 'secret')), {
        ...papers,
        counts: { for: 5, against: 5 },
      })(),
    );

    it('is rejected: the chair’s voice prevails in no secret', () => {
      expect(resultOf(held, state, council())).toMatchObject({
        tally: { papers, expressed: 10, named: { for: null, against: null } },
        computed: { outcome: 'rejected', basis: 'votes' },
      });
    });

    it('is not settled where no rule is known', () => {
      const region = { ...council().authority, kind: 'region' as const };
      expect(resultOf(held, state, council({ authority: region })).computed).toBeNull();
    });

    it('adopts the accounts', () => {
      const accounts = { ...held, accounts: true };
      expect(resultOf(accounts, state, council()).computed).toMatchObject({
        outcome: 'adopted',
        basis: 'tied-accounts',
      });
    });
  });
});
