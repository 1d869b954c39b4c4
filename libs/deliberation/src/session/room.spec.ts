import { rollNow } from './roll.js';
import {
  absent,
  and,
  arrived,
  called,
  convened,
  council,
  EVENING,
  excused,
  left,
  opened,
  present,
  presiding,
  proxy,
  recused,
  seance,
  seat,
  theAffair,
} from './seance.fixture.js';
import { roomOf, type SessionState } from './session.js';
import { quorumNow } from './quorum-now.js';

const bearers = (state: SessionState) =>
  roomOf(state).proxies?.map(({ giver, bearer }) => `${giver} → ${bearer}`) ?? null;

describe('the room', () => {
  const evening = seance(...EVENING, proxy('ines', 'david'));

  it('holds who came, in the order of the list, and tells who is away and how', () => {
    expect(roomOf(evening)).toMatchObject({
      present: ['alix', 'basile', 'chloe', 'david', 'elsa', 'farid', 'gaelle', 'hugo'],
      excused: ['jules'],
      absent: ['karima'],
      chair: 'alix',
    });
    expect(bearers(evening)).toEqual(['ines → david']);
  });

  it('follows arrivals and departures', () => {
    const later = and(evening, [left('basile'), arrived('karima'), arrived('jules')]);
    expect(roomOf(later).present).toEqual([
      'alix',
      'chloe',
      'david',
      'elsa',
      'farid',
      'gaelle',
      'hugo',
      'jules',
      'karima',
    ]);
    expect(roomOf(later)).toMatchObject({ excused: [], absent: [] });
  });

  it('of an affair is that of when it was called', () => {
    const state = and(evening, [called('budget'), left('basile')]);
    expect(theAffair(state, 'budget').called?.room.present).toContain('basile');
    expect(roomOf(state).present).not.toContain('basile');
  });

  it('is not known where nobody is named', () => {
    const state = seance(convened(), opened({ attendance: null, proxies: null }));
    expect(roomOf(state)).toEqual({ present: null, excused: null, absent: null, proxies: null, chair: null });
  });

  it('keeps a movement with the affair that was called last, whatever its place on the agenda', () => {
    const state = and(evening, [called('route'), called('budget'), left('basile')]);
    expect(state.movements?.at(-1)?.affair).toBe('budget');
  });
});

describe('a proxy', () => {
  const evening = seance(...EVENING, proxy('ines', 'david'));

  it('is idle while its bearer is out', () => {
    const out = and(evening, [left('david')]);
    expect(bearers(out)).toEqual([]);
    expect(roomOf(out).excused).toEqual(['ines', 'jules']);
    expect(bearers(and(out, [arrived('david')]))).toEqual(['ines → david']);
  });

  it('ends when its giver comes, and does not come back when the giver leaves', () => {
    const come = and(evening, [arrived('ines')]);
    expect(bearers(come)).toEqual([]);
    expect(bearers(and(come, [left('ines')]))).toEqual([]);
    expect(come.proxies).toHaveLength(1);
  });

  it('given on leaving, by someone who came late, is in force', () => {
    const gone = and(evening, [arrived('ines'), left('ines'), proxy('ines', 'elsa')]);
    expect(bearers(gone)).toEqual(['ines → elsa']);
  });

  it('replaces the giver’s earlier one: a seat votes once', () => {
    const state = and(evening, [proxy('ines', 'elsa')]);
    expect(bearers(state)).toEqual(['ines → elsa']);
    expect(rollNow(state, null, null).seats?.filter(({ seat }) => seat === 'ines')).toEqual([
      { seat: 'ines', voter: 'elsa' },
    ]);
  });

  it('by an unknown bearer is in force', () => {
    expect(bearers(seance(...EVENING, proxy('ines', null)))).toEqual(['ines → null']);
  });
});

describe('the roll', () => {
  const evening = seance(...EVENING, proxy('ines', 'david'), called('budget'), called('route', null));

  it('has those in the room, and those whose proxies they bear', () => {
    const { seats, ...size } = rollNow(evening, 'budget', null);
    expect(size).toEqual({ size: 9, exact: true });
    expect(seats?.slice(-2)).toEqual([
      { seat: 'hugo', voter: 'hugo' },
      { seat: 'ines', voter: 'david' },
    ]);
  });

  it('is a ceiling where it is not known who keeps out of the affair', () => {
    expect(rollNow(evening, 'route', null)).toMatchObject({ size: 9, exact: false });
  });

  it('is exact for a ballot of the séance itself', () => {
    expect(rollNow(evening, null, null)).toMatchObject({ size: 9, exact: true });
  });

  it('of the Bureau of 4 May 2023, whose proxies are unknown, has no size', () => {
    const bureau = seance(convened(), opened({ proxies: null }), present('alix', 'basile'));
    expect(rollNow(bureau, null, null)).toEqual({
      seats: [
        { seat: 'alix', voter: 'alix' },
        { seat: 'basile', voter: 'basile' },
      ],
      size: null,
      exact: false,
    });
  });

  it('is as the source states it', () => {
    expect(rollNow(evening, 'route', 7)).toMatchObject({ size: 7, exact: true });
    const unnamed = seance(convened(), opened({ attendance: null }));
    expect(rollNow(unnamed, null, 15)).toEqual({ seats: null, size: 15, exact: true });
    expect(rollNow(unnamed, null, null)).toEqual({ seats: null, size: null, exact: false });
  });
});

describe('who keeps out of an affair', () => {
  const evening = seance(...EVENING, proxy('ines', 'david'), proxy('jules', 'elsa'), called('budget'));
  const seatsOf = (state: SessionState, affair: string | null = 'budget') =>
    rollNow(state, affair, null).seats?.map(({ seat: one }) => one);

  it('has no seat on its roll, in the room or not, and bears no proxy for it', () => {
    for (const known of [{ left: true }, { left: false }, {}]) {
      const state = and(evening, [recused('budget', 'david', known)]);
      const roll = rollNow(state, 'budget', null);
      expect(roll).toMatchObject({ size: 8, exact: true });
      expect(roll.seats?.flatMap(({ seat: one, voter }) => [one, voter])).not.toContain('david');
      expect(seatsOf(state)).not.toContain('ines');
    }
  });

  it('is not voted for by the bearer of its proxy', () => {
    expect(seatsOf(and(evening, [recused('budget', 'jules')]))).not.toContain('jules');
  });

  it('votes on every other affair, and on the séance’s own questions', () => {
    const state = and(evening, [recused('budget', 'david', { left: true }), called('route')]);
    expect(seatsOf(state, 'route')).toEqual(expect.arrayContaining(['david', 'ines']));
    expect(seatsOf(state, null)).toEqual(expect.arrayContaining(['david', 'ines']));
  });

  it('before it is called too: the call does not undo it', () => {
    const state = seance(...EVENING, recused('route', 'david'), called('route'));
    expect(rollNow(state, 'route', null)).toMatchObject({ size: 7, exact: true });
    const unknown = seance(...EVENING, recused('route', 'david'), called('route', null));
    expect(rollNow(unknown, 'route', null)).toMatchObject({ size: 7, exact: false });
  });

  it('counts as absent for its quorum, and stays among the members in office', () => {
    const state = and(evening, [recused('route', 'david'), recused('route', 'elsa', { left: true })]);
    expect(quorumNow(state, 'route')).toMatchObject({ inOffice: 11, required: 6, present: 6, reached: true });
    const one = and(state, [recused('route', 'farid', { left: false })]);
    expect(quorumNow(one, 'route')).toMatchObject({ required: 6, present: 5, reached: false });
    expect(quorumNow(one, 'budget')).toMatchObject({ present: 8 });
  });

  it('is not counted for its quorum by a proxy either, on the days when proxies are', () => {
    const proxies = [proxy('ines', 'david'), proxy('jules', 'elsa')];
    const state = seance(convened({ date: '2020-05-15' }), ...EVENING.slice(1), ...proxies);
    expect(quorumNow(state, 'route')).toMatchObject({ present: 10 });
    const without = and(state, [recused('route', 'jules')]);
    expect(quorumNow(without, 'route')).toMatchObject({ present: 9 });
    expect(quorumNow(without, 'budget')).toMatchObject({ present: 10 });
  });

  it('by designation is no longer counted among them, since the law says so', () => {
    const designated = { ground: 'designated-representative' } as const;
    const happened = [
      ...EVENING.slice(1),
      recused('route', 'david', designated),
      recused('route', 'elsa', designated),
      recused('route', 'farid'),
    ];
    const after = seance(convened(), ...happened);
    expect(quorumNow(after, 'route')).toMatchObject({ inOffice: 11, required: 5, present: 5, reached: true });
    const before = seance(convened({ date: '2021-10-15' }), ...happened);
    expect(quorumNow(before, 'route')).toMatchObject({
      inOffice: 11,
      required: 6,
      present: 5,
      reached: false,
    });
  });

  it('by designation is not counted among those who are named either, where the members in office are not known', () => {
    const designated = { ground: 'designated-representative' } as const;
    const bodyAtSession = council({ inOffice: null });
    const happened = [opened({ bodyAtSession }), ...EVENING.slice(4), recused('route', 'farid')];
    const state = seance(convened({ bodyAtSession }), ...EVENING.slice(1, 3), ...happened);
    const five = and(state, [recused('route', 'david', designated), recused('route', 'elsa', designated)]);
    expect(quorumNow(five, 'route')).toMatchObject({
      named: 11,
      requiredIfNamed: 5,
      present: 5,
      reached: null,
    });
    const personal = and(state, [recused('route', 'david'), recused('route', 'elsa')]);
    expect(quorumNow(personal, 'route')).toMatchObject({ requiredIfNamed: 6, present: 5, reached: false });
  });
});

describe('the quorum in the room', () => {
  it('counts who is there now, not who was at the opening', () => {
    const evening = seance(...EVENING);
    expect(quorumNow(evening)).toMatchObject({ inOffice: 11, required: 6, present: 8, reached: true });
    const fewer = and(evening, [left('alix'), left('basile'), left('chloe')]);
    expect(quorumNow(fewer)).toMatchObject({ present: 5, reached: false });
  });

  it('takes everybody named, substitutes aside, for a seat at least', () => {
    const bodyAtSession = council({
      inOffice: null,
      seats: [seat('alix'), seat('zoe', { substituteOf: 'basile' })],
    });
    const state = seance(
      convened({ bodyAtSession }),
      opened({ bodyAtSession }),
      present('alix', 'zoe'),
      excused('basile'),
      absent('chloe'),
      arrived('david'),
    );
    expect(quorumNow(state)).toMatchObject({ inOffice: null, named: 4, present: 3, requiredIfNamed: 3 });
  });

  it('falls back on what the source states: at the affair, else at the opening while nobody moved', () => {
    const stated = {
      inOffice: null,
      present: 32,
      represented: null,
      excused: null,
      absent: null,
      voters: null,
      quorumRequired: null,
      quorumReached: null,
      substitutesPresent: null,
    };
    const state = seance(convened(), opened({ attendance: null, stated }));
    expect(quorumNow(state).present).toBe(32);
    expect(quorumNow(state, null, { ...stated, present: 5 })).toMatchObject({ present: 5, reached: false });
    expect(quorumNow(and(state, [left('alix')]))).toMatchObject({ present: null, reached: null });
  });

  it('is not known where nobody is named or counted, and nobody is not nought', () => {
    const unknown = seance(convened(), opened({ attendance: null }));
    expect(quorumNow(unknown)).toMatchObject({ present: null, reached: null });
    const nobody = seance(convened(), opened(), presiding('alix'));
    expect(quorumNow(nobody)).toMatchObject({ present: 0, reached: false });
  });
});
