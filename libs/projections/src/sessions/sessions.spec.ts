import { History } from '../history.js';
import { asking } from '../projected.fixture.js';

describe('the list of séances', () => {
  const three = () =>
    new History()
      .heldSession('s1', '2022-12-01')
      .heldSession('s2', '2023-03-02')
      .convened('s3', '2023-06-01');

  it('tells how far each has come, the latest first', () =>
    asking(three(), (ask) =>
      expect(ask('sessions', { limit: 10 }).items).toEqual([
        {
          session: 's3',
          body: 'cm',
          bodyName: 'Conseil municipal',
          date: '2023-06-01',
          status: 'convened',
          affairs: 0,
          decided: 0,
          record: null,
        },
        expect.objectContaining({ session: 's2', status: 'closed', affairs: 2, decided: 2 }),
        expect.objectContaining({ session: 's1', status: 'closed' }),
      ]),
    ));

  it('is narrowed by body, year and status', () =>
    asking(three(), (ask) => {
      const found = (request: object) =>
        ask('sessions', { limit: 10, ...request }).items.map(({ session }) => session);
      expect(found({ year: 2022 })).toEqual(['s1']);
      expect(found({ status: 'convened' })).toEqual(['s3']);
      expect(found({ body: 'cm', year: 2023 })).toEqual(['s3', 's2']);
      expect(found({ body: 'bureau' })).toEqual([]);
    }));

  it('comes in pages', () =>
    asking(three(), (ask) => {
      const first = ask('sessions', { limit: 2 });
      const second = ask('sessions', { limit: 2, cursor: first.next ?? '' });
      expect([...first.items, ...second.items].map(({ session }) => session)).toEqual(['s3', 's2', 's1']);
      expect(second.next).toBeNull();
    }));

  it('refuses a cursor of another list', () =>
    asking(three(), (ask) => {
      const elsewhere = ask('auditTrail', { limit: 1 }).next ?? '';
      expect(() => ask('sessions', { limit: 2, cursor: elsewhere })).toThrow('Ce curseur ne vient pas');
      expect(() => ask('sessions', { limit: 2, cursor: 'n’importe quoi' })).toThrow(
        'Ce curseur ne vient pas',
      );
    }));

  it('gives at most 500 and at least one', () =>
    asking(three(), (ask) => expect(ask('sessions', { limit: 0 }).items).toHaveLength(1)));
});

describe('the board of a séance', () => {
  it('is the séance as it stands, with its stream’s revision', () => {
    const history = new History()
      .convened('s1')
      .placed('s1', 'a1', 1, 'Budget')
      .opened('s1')
      .called('s1', 'a1');
    return asking(history, (ask) => {
      const board = ask('sessionBoard', 's1');
      expect(board).toMatchObject({ session: 's1', revision: 8, record: null, disagreements: [] });
      expect(board?.state).toMatchObject({ status: 'open', currentAffair: 'a1', chair: 'bourbier' });
      expect(board?.state.proxies).toEqual([
        { giver: 'robert', bearer: 'bourbier', givenOn: null, reason: null },
      ]);
    });
  });

  it('is not there for a séance that is not', () =>
    asking(new History().convened('s1'), (ask) => expect(ask('sessionBoard', 's2')).toBeUndefined()));

  it.each([
    [
      'last',
      new History().heldSession('s1').disagreed('r1', 'k1').disagreed('r1', null).imported('r1', 's1', {}),
    ],
    [
      'first',
      new History().imported('r1', 's1', {}).disagreed('r1', 'k1').disagreed('r1', null).heldSession('s1'),
    ],
  ])('shows what its record disagrees about, the import being told %s', (_, history) =>
    asking(history, (ask) => {
      expect(ask('sessionBoard', 's1')?.record).toBe('r1');
      expect(ask('sessionBoard', 's1')?.disagreements.map(({ affair }) => affair)).toEqual(['k1', null]);
      expect(ask('sessions', { limit: 1 }).items[0]?.record).toBe('r1');
    }),
  );

  it.each([
    ['affair a9 is not on the agenda', new History().convened('s1').opened('s1').called('s1', 'a9')],
    ['ballot b9 was not opened', new History().convened('s1').opened('s1').ballotClosed('s1', 'b9')],
    ['the séance was not convened', new History().closed('s1')],
  ])('stops where %s', (error, history) =>
    asking(history, (ask) =>
      expect(ask('sessions', { limit: 1 }).freshness.halted).toEqual({
        model: 'sessions',
        recordedAt: expect.any(String) as string,
        ordinal: history.events.length - 1,
        type: history.last.type,
        error,
      }),
    ),
  );
});
