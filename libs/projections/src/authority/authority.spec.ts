import { BERNARD, COMMUNE, History, MICHELE } from '../history.js';
import { asking } from '../projected.fixture.js';

describe('the authority', () => {
  it('is not there before it is registered', () =>
    asking(new History().convened('s1'), (ask) => expect(ask('authority')).toBeUndefined()));

  it('is described, with its bodies and who sits in them', () => {
    const history = new History().constituted();
    return asking(history, (ask) => {
      expect(ask('authority')).toMatchObject({
        key: 'brindas',
        ...COMMUNE,
        bodies: [{ key: 'cm', name: 'Conseil municipal', kind: 'council', numbering: 'body', revision: 3 }],
        freshness: { ordinal: 4, recordedAt: history.last.metadata.recordedAt, halted: null },
      });
      expect(ask('authority')?.bodies[0]?.seats.map(({ ref }) => ref)).toEqual([
        'bourbier',
        'robert',
        'tanguy',
      ]);
    });
  });

  it('has one seat for each person, as it was last told', () => {
    const history = new History().constituted();
    history.add('body', 'cm', 'MemberSeated', { seat: { ...BERNARD, office: 'Adjoint' } });
    return asking(history, (ask) => {
      const seats = ask('authority')?.bodies[0]?.seats;
      expect(seats?.map(({ ref, office }) => [ref, office])).toEqual([
        ['bourbier', MICHELE.office],
        ['robert', 'Adjoint'],
        ['tanguy', null],
      ]);
    });
  });

  it('gives a body with its own rules and the text of its template', () => {
    const history = new History().constituted();
    history.add('body', 'cm', 'TemplateAdopted', { name: 'Extrait', text: 'Vu…', sha256: 'aa' });
    const rules = { substitutes: null, publication: 'posting' as const };
    history.add('body', 'cm', 'RulesAdopted', { rules, numbering: 'session', on: '2022-06-20' });
    history.add('body', 'cm', 'MembersMerged', { from: 'tanguy', into: 'robert' });
    return asking(history, (ask) => {
      expect(ask('body', 'cm')).toMatchObject({
        numbering: 'session',
        rules,
        templateText: 'Vu…',
        merged: { tanguy: 'robert' },
        revision: 6,
      });
      expect(ask('body', 'cm')?.seats.map(({ ref }) => ref)).toEqual(['bourbier', 'robert']);
      expect(ask('body', 'bm')).toBeUndefined();
    });
  });

  it('names the template in force by its revision, without its text', () => {
    const history = new History().constituted();
    history.add('body', 'cm', 'TemplateAdopted', { name: 'Extrait', text: 'Vu…', sha256: 'aa' });
    return asking(history, (ask) =>
      expect(ask('authority')?.bodies[0]?.template).toEqual({ name: 'Extrait', revision: 4, sha256: 'aa' }),
    );
  });
});
