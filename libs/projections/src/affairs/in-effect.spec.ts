import type { AffairDossier } from '../views.js';
import { withEffectOn } from './in-effect.js';

const dossier = (outcome: string | null): AffairDossier =>
  ({
    agenda: { outcome },
    date: '2024-03-21',
    publications: [{ on: '2024-03-27', media: ['website'], masked: false }],
    transmission: { on: '2024-03-25', identifier: null },
    fates: [],
  }) as unknown as AffairDossier;

describe('whether an affair’s act is in effect', () => {
  it.each(['postponed', 'withdrawn', null])(
    'is no for one whose outcome is %s: there is no act, whatever was published',
    (outcome) =>
      expect(withEffectOn(dossier(outcome), '2024-06-30').inEffect).toEqual({
        on: '2024-06-30',
        answer: 'no',
        since: null,
        until: null,
        why: 'L’affaire n’a pas été décidée\u00a0: il n’y a pas d’acte.',
      }),
  );

  it('is yes for one that was adopted, from the day on which it was both published and transmitted', () => {
    expect(withEffectOn(dossier('adopted'), '2024-03-26').inEffect).toMatchObject({ answer: 'no' });
    expect(withEffectOn(dossier('adopted'), '2024-03-27').inEffect).toMatchObject({
      answer: 'yes',
      since: '2024-03-27',
    });
  });
});
