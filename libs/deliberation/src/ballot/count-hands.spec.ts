import { codeOf, expectIrregular, expectRegular } from '../given.fixture.js';
import { NO_COUNTS, NO_NAMES, type Roll } from './tally.js';
import { cast, counting, TEN_SEATS, voting, votingClosed, votingOpened } from './voting.fixture.js';

describe('counting hands', () => {
  const open = voting(votingOpened());

  it('keeps what was counted, and nothing of what was not', () => {
    expect(expectRegular(counting(open, { counts: { for: 9 }, named: { abstentions: ['elsa'] } }))).toEqual([
      {
        type: 'HandsCounted',
        data: {
          counts: { ...NO_COUNTS, for: 9 },
          named: { ...NO_NAMES, abstentions: ['elsa'] },
          candidates: null,
          stated: null,
          rest: null,
        },
      },
    ]);
    expectRegular(counting(open, {}));
  });

  it('above the roll is impossible, whatever is known of the rest', () => {
    expect(codeOf(counting(open, { counts: { for: 11 } }))).toBe('R14.above-roll');
    expect(codeOf(counting(open, { counts: { for: 9, abstentions: 1, notTakingPart: 1 } }))).toBe(
      'R14.above-roll',
    );
  });

  it('has no bound while the roll has no size', () => {
    const unbounded: Roll = { seats: TEN_SEATS.seats, size: null, exact: false };
    expectRegular(counting(voting(votingOpened(unbounded)), { counts: { for: 38, abstentions: 11 } }));
  });

  describe('with every choice counted', () => {
    const all = { for: 7, against: 0, abstentions: 1, notTakingPart: 0 };

    it('is irregular where votes are missing', () => {
      const [event] = expectIrregular(counting(open, { counts: all }), ['R18.sum']);
      expect(event?.data).toMatchObject({
        irregularities: [{ found: '8 voix comptées, NPPV compris, pour 10 votants.' }],
      });
      expectRegular(counting(open, { counts: { ...all, notTakingPart: 2 } }));
    });

    it('misses none on a roll that is only a ceiling', () => {
      expectRegular(counting(voting(votingOpened({ ...TEN_SEATS, exact: false })), { counts: all }));
    });
  });

  describe('with names', () => {
    it('that are not voters is irregular', () => {
      expectIrregular(counting(open, { named: { against: ['karima'] } }), ['R18.named-on-roll']);
    });

    it('more or fewer than the count is irregular', () => {
      expectIrregular(counting(open, { counts: { against: 2 }, named: { against: ['elsa'] } }), [
        'R18.named-counts',
      ]);
    });

    it('takes strangers where the roll does not name all its seats', () => {
      const partial = voting(votingOpened({ ...TEN_SEATS, size: 12 }));
      expectRegular(counting(partial, { named: { against: ['karima'] } }));
    });

    it('in two choices is impossible', () => {
      const twice = counting(open, { named: { against: ['elsa'], abstentions: ['alix', 'elsa'] } });
      expect(codeOf(twice)).toBe('vote.twice');
    });
  });

  describe('of the minority only, the rest following', () => {
    it('keeps what was given, and that the others voted so', () => {
      const [event] = expectRegular(counting(open, { named: { against: ['elsa'] }, restFor: 'for' }));
      expect(event?.data).toMatchObject({
        counts: NO_COUNTS,
        named: { ...NO_NAMES, against: ['elsa'] },
        rest: 'for',
      });
    });

    it('is impossible where the rest was counted, or cannot be known', () => {
      expect(codeOf(counting(open, { counts: { for: 9 }, restFor: 'for' }))).toBe('rest.counted');
      expect(codeOf(counting(open, { named: { for: ['elsa'] }, restFor: 'for' }))).toBe('rest.counted');
      const ceiling = voting(votingOpened({ ...TEN_SEATS, exact: false }));
      expect(codeOf(counting(ceiling, { restFor: 'for' }))).toBe('rest.roll');
      const three = voting(votingOpened({ seats: null, size: 1, exact: true }));
      expect(codeOf(counting(three, { named: { against: ['elsa', 'hugo'] }, restFor: 'for' }))).toBe(
        'R14.above-roll',
      );
    });
  });

  it('is impossible in a secret ballot', () => {
    expect(codeOf(counting(voting(votingOpened(TEN_SEATS, null, 'secret')), {}))).toBe('R17.secret');
  });

  describe('of several positions', () => {
    const running = ['alix', 'basile', 'chloe'].map((member) => ({ member, name: null }));
    const electing = voting(votingOpened(TEN_SEATS, running, 'show-of-hands', 2));
    const votes = (...given: number[]) =>
      counting(electing, {
        candidates: running.map(({ member }, place) => ({ member, votes: given[place] ?? 0 })),
      });

    it('has as many votes as positions for each voter, and no more', () => {
      expectRegular(votes(10, 9, 1));
      expect(codeOf(votes(10, 9, 2))).toBe('R14.above-roll');
      expect(codeOf(votes(11, 0, 0))).toBe('R14.above-roll');
    });
  });

  describe('of lists', () => {
    const lists = ['A', 'B'].map((name) => ({ member: null, name }));
    const electing = voting(votingOpened(TEN_SEATS, lists, 'show-of-hands', 5));
    const seats = (a: object, b: object) =>
      counting(electing, {
        candidates: [
          { name: 'A', votes: 6, ...a },
          { name: 'B', votes: 4, ...b },
        ],
      });

    it('keeps seats and persons as given, whose sums must agree', () => {
      const [event] = expectRegular(seats({ seats: 3 }, { seats: 2, persons: ['elsa', 'hugo'] }));
      expect(event?.data).toMatchObject({
        candidates: [
          { seats: 3, persons: null },
          { seats: 2, persons: ['elsa', 'hugo'] },
        ],
      });
      expectRegular(seats({ seats: 3 }, {}));
      expectIrregular(seats({ seats: 3 }, { seats: 3 }), ['R16.seats']);
      expectIrregular(seats({ seats: 3 }, { seats: 1 }), ['R16.seats']);
      expectIrregular(seats({ seats: 3 }, { seats: 2, persons: ['elsa'] }), ['R16.seats']);
      expectIrregular(seats({ persons: ['elsa'] }, { persons: ['elsa'] }), ['R16.seats']);
    });
  });

  describe('in an election', () => {
    const electing = voting(
      votingOpened(TEN_SEATS, [
        { member: 'alix', name: null },
        { member: null, name: 'Liste B' },
      ]),
    );

    it('counts each candidate’s votes', () => {
      const [event] = expectRegular(
        counting(electing, {
          counts: { for: 10 },
          candidates: [
            { name: 'Liste B', votes: 4 },
            { member: 'alix', votes: 6, elected: true },
          ],
        }),
      );
      expect(event?.data).toMatchObject({
        candidates: [
          { member: null, name: 'Liste B', votes: 4, elected: null },
          { member: 'alix', name: null, votes: 6, elected: true },
        ],
      });
    });

    it('counts every candidate, once, and no other', () => {
      const of = (...names: string[]) =>
        codeOf(counting(electing, { candidates: names.map((name) => ({ name, votes: 1 })) }));
      expect(of('Liste B')).toBe('ballot.candidates');
      expect(of('Liste B', 'Liste B')).toBe('ballot.candidates');
      expect(of('Liste B', 'Liste C')).toBe('ballot.candidates');
      expect(codeOf(counting(electing, { counts: { for: 9 } }))).toBe('ballot.candidates');
      expect(codeOf(counting(open, { candidates: [{ name: 'Liste B', votes: 1 }] }))).toBe(
        'ballot.candidates',
      );
    });

    it('above the roll is impossible', () => {
      const counts = { abstentions: 1 };
      const candidates = [
        { member: 'alix', votes: 6 },
        { name: 'Liste B', votes: 4 },
      ];
      expect(codeOf(counting(electing, { counts, candidates }))).toBe('R14.above-roll');
    });
  });

  it('is refused twice, after votes by name, once closed, and where there is no ballot', () => {
    const counted = voting(votingOpened(), ...counting(open, {})());
    expect(codeOf(counting(counted, {}))).toBe('ballot.counted');
    expect(codeOf(counting(voting(votingOpened(), cast('alix', 'for')), {}))).toBe('ballot.votes-cast');
    expect(codeOf(counting(voting(votingOpened(), votingClosed), {}))).toBe('ballot.closed');
    expect(codeOf(counting(voting(), {}))).toBe('unknown-ballot');
  });
});
