import { COUNCIL, History, LATER } from '../history.js';
import { asking, type Ask } from '../projected.fixture.js';

const asked = (ask: Ask, on: string) => ask('delays', { on, limit: 100 }).items;
const lines = (ask: Ask, on: string) =>
  asked(ask, on).map(({ kind, affair, due, late }) => [kind, affair, due, late]);

describe('what is to be done after a séance', () => {
  it('is the list within the week; then each act is to be published and transmitted, by no given day', () =>
    asking(new History().heldSession('s1'), (ask) => {
      expect(lines(ask, '2023-10-11')).toEqual([]);
      expect(lines(ask, '2023-10-19')).toEqual([
        ['list', null, '2023-10-19', false],
        ['publication', 's1-a1', null, false],
        ['transmission', 's1-a1', null, false],
        ['publication', 's1-a2', null, false],
        ['transmission', 's1-a2', null, false],
      ]);
      expect(lines(ask, '2023-10-20')[0]).toEqual(['list', null, '2023-10-19', true]);
      expect(asked(ask, '2023-10-20')[2]).toMatchObject({
        subject: 'Affaire de s1-a1',
        what: 'Transmettre l’acte au préfet',
        dueIfIndividual: '2023-10-27',
        article: 'L2131-1',
        rule: 'R25',
        record: null,
      });
    }));

  it('is done once it is recorded, from the day it was done on', () => {
    const history = new History().heldSession('s1').add('session', 's1', 'ListPosted', { on: '2023-10-16' });
    history.add('affair', 's1-a1', 'DeliberationPublished', { on: null, media: null, masked: null });
    history.add('affair', 's1-a1', 'TransmittedToPrefecture', { on: '2023-10-18', identifier: null });
    return asking(history, (ask) => {
      expect(lines(ask, '2023-10-15').map(([kind, affair]) => [kind, affair])).toEqual([
        ['list', null],
        ['transmission', 's1-a1'],
        ['publication', 's1-a2'],
        ['transmission', 's1-a2'],
      ]);
      expect(lines(ask, '2023-10-18').map(([, affair]) => affair)).toEqual(['s1-a2', 's1-a2']);
    });
  });

  it('is the minutes online within the week after they are settled', () => {
    const settled = { on: '2023-11-16', session: null, text: null, signedBy: null };
    const history = new History().heldSession('s1').add('session', 's1', 'MinutesSettled', settled);
    const minutes = (ask: Ask, on: string) => lines(ask, on).filter(([kind]) => kind === 'minutes');
    return asking(history, (ask) => {
      expect(minutes(ask, '2023-11-15')).toEqual([]);
      expect(minutes(ask, '2023-11-23')).toEqual([['minutes', null, '2023-11-23', false]]);
      expect(minutes(ask, '2023-11-24')).toEqual([['minutes', null, '2023-11-23', true]]);
    }).then(() =>
      asking(history.add('session', 's1', 'MinutesPublished', { on: '2023-11-20' }), (ask) =>
        expect(minutes(ask, '2023-11-24')).toEqual([]),
      ),
    );
  });

  it('was a summary, within eight days, before July 2022', () =>
    asking(new History().heldSession('s1', '2022-06-30'), (ask) =>
      expect(asked(ask, '2022-07-09')[0]).toMatchObject({
        what: 'Afficher le compte rendu de la séance',
        due: '2022-07-08',
        late: true,
      }),
    ));

  it('is nothing more for an act that was undone', () => {
    const undone = new History().heldSession('s1').add('affair', 's1-a1', 'DeliberationWithdrawn', {
      ...LATER,
      on: '2023-10-14',
    });
    return asking(undone, (ask) => {
      expect(lines(ask, '2023-10-13').filter(([, affair]) => affair === 's1-a1')).toHaveLength(2);
      expect(lines(ask, '2023-10-14').filter(([, affair]) => affair === 's1-a1')).toEqual([]);
    });
  });

  it('is to be done again once the mention that it was done is struck out', () => {
    const history = new History().heldSession('s1');
    const published = (on: string) => ({ on, media: null, masked: null });
    const struck = (kind: 'fate' | 'publication', place: number) => ({
      kind,
      place,
      entry: 0,
      reason: 'Jour mal saisi',
    });
    const left = (ask: Ask, on: string) =>
      lines(ask, on).flatMap(([kind, affair]) => (affair === 's1-a1' ? [kind] : []));
    history.add('affair', 's1-a1', 'DeliberationPublished', published('2023-10-14'));
    history.add('affair', 's1-a1', 'DeliberationPublished', published('2023-10-16'));
    history.add('affair', 's1-a1', 'MaterialErrorCorrected', { ...LATER, on: '2023-10-15' });
    history.add('affair', 's1-a1', 'DeliberationWithdrawn', { ...LATER, on: '2023-10-17' });
    return asking(history, (ask) => {
      expect(left(ask, '2023-10-14')).toEqual(['transmission']);
      expect(left(ask, '2023-10-17')).toEqual([]);
    }).then(() => {
      history.add('affair', 's1-a1', 'MentionStruckOut', struck('fate', 2));
      history.add('affair', 's1-a1', 'MentionStruckOut', struck('publication', 1));
      return asking(history, (ask) => {
        expect(left(ask, '2023-10-15')).toEqual(['publication', 'transmission']);
        expect(left(ask, '2023-10-17')).toEqual(['transmission']);
      });
    });
  });

  it('is not known for a kind of authority that no rule is known of', () => {
    const other = { ...COUNCIL, authority: { ...COUNCIL.authority, kind: 'ccas' as const } };
    return asking(new History('brindas', other).heldSession('s1'), (ask) =>
      expect(asked(ask, '2024-10-12')).toEqual([]),
    );
  });

  it('is told page by page, the most pressing first', () => {
    const history = new History().heldSession('s1').heldSession('s2', '2023-09-01');
    return asking(history, (ask) => {
      const all = asked(ask, '2023-10-20');
      const first = ask('delays', { on: '2023-10-20', limit: 3 });
      const rest = ask('delays', { on: '2023-10-20', limit: 100, cursor: first.next as string });
      expect([...first.items, ...rest.items]).toEqual(all);
      expect(all.map(({ session }) => session).slice(0, 2)).toEqual(['s2', 's1']);
      expect(rest.next).toBeNull();
    });
  });
});
