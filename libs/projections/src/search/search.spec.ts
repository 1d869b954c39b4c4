import fc from 'fast-check';
import type { Report } from '@registre/deliberation';
import { History, report } from '../history.js';
import { asking, type Ask } from '../projected.fixture.js';
import type { SearchRequest } from './queries.js';

const article = (text: string) => ({ label: null, text });
const budget = (amount: string) => ({
  amount,
  currency: 'EUR' as const,
  year: 2023,
  section: null,
  chapter: null,
  function: null,
  nature: null,
  policy: null,
});

/** An affair of its own séance, with this report. */
function told(
  history: History,
  id: string,
  change: Partial<Report>,
  date = '2023-10-12',
  number?: string,
): void {
  history.convened(id, date).placed(id, `${id}-a`, 1, 'À l’ordre du jour');
  const submitted = { ...report('Sans objet'), text: null, ...change };
  history.add('affair', `${id}-a`, 'ReportSubmitted', { session: id, report: submitted, annexes: [] });
  if (number !== undefined) history.add('affair', `${id}-a`, 'AffairNumbered', { session: id, number });
}

function library(): History {
  const history = new History();
  told(history, 'ecole', { subject: 'Rénovation des écoles élémentaires', classification: '7.5.1' });
  told(history, 'travaux', {
    subject: 'Marché de travaux',
    text: 'Réfection de la voirie à l’Œuvre-Notre-Dame.',
  });
  told(
    history,
    'aide',
    {
      subject: 'Attribution d’une subvention',
      articles: [article('Approuve l’attribution d’une aide de 75 000 €.')],
      budget: [budget('75000.00')],
      subsidies: [
        {
          beneficiary: 'Association Les Lumières',
          siret: null,
          rna: null,
          amount: '75000.00',
          shareOfBudget: null,
          agreementDate: null,
        },
      ],
    },
    '2024-05-16',
    '13913/23/BM',
  );
  told(history, 'long', { subject: 'Un long rapport', text: { id: '00', salt: 'AAAA', size: 90_000 } });
  return history;
}

const found = (ask: Ask, request: Partial<SearchRequest>): string[] =>
  ask('search', { limit: 20, ...request }).items.map(({ affair }) => affair.replace(/-a$/, ''));

describe('a search', () => {
  it.each([
    ['école', ['ecole']],
    ['ecoles elementaires', ['ecole']],
    ['ÉCOLE ÉLÉMENTAIRE', ['ecole']],
    ['les écoles', ['ecole']],
    ['l’école', ['ecole']],
    ['subventions attribuées', ['aide']],
    ['attribuer subvention', ['aide']],
    ['approuvee', ['aide']],
    ['travail', ['travaux']],
    ['voiries', ['travaux']],
    ['oeuvre', ['travaux']],
    ['œuvre notre-dame', ['travaux']],
    ['lumiere', ['aide']],
    ['13913/23/BM', ['aide']],
    ['13913', ['aide']],
    ['13913/23', ['aide']],
    ['23 subvention', ['aide']],
    ['75 000', ['aide']],
    ['75\u00a0000', ['aide']],
    ['75\u202f000 €', ['aide']],
    ['75000,00', ['aide']],
    ['75000.00', ['aide']],
    ['75 001', []],
    ['bourbier réfection', ['travaux']],
    ['subvention école', []],
    ['élém', ['ecole']],
    ['réno', ['ecole']],
    ['réno écoles', []],
    ['introuvable', []],
  ])('for « %s » finds %j', (q, affairs) =>
    asking(library(), (ask) => expect(found(ask, { q })).toEqual(affairs)),
  );

  it.each([
    '"',
    '*',
    'NEAR(',
    'a AND',
    'subject:',
    '^',
    '-',
    "'; DROP TABLE search_document; --",
    '{}',
    '()',
    '%_',
  ])('reads nothing of « %s » as syntax', (q) =>
    asking(library(), (ask) => expect(() => found(ask, { q })).not.toThrow()),
  );

  it('takes any text for words, and finds each affair by each word of its subject', () =>
    asking(library(), (ask) => {
      fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (q) => void found(ask, { q })));
      for (const q of 'Rénovation des écoles élémentaires'.split(' ')) {
        expect(found(ask, { q })).toContain('ecole');
      }
    }));

  it('is narrowed by its filters, with words or without', () =>
    asking(library(), (ask) => {
      expect(found(ask, { classification: '7.5' })).toEqual(['ecole']);
      expect(found(ask, { classification: '7' })).toEqual(['ecole']);
      expect(found(ask, { classification: '7.5.1.2' })).toEqual([]);
      expect(found(ask, { classification: '%' })).toEqual([]);
      expect(found(ask, { from: '2024-01-01' })).toEqual(['aide']);
      expect(found(ask, { until: '2023-12-31', q: 'travaux' })).toEqual(['travaux']);
      expect(found(ask, { amountFrom: 74_999.99, amountUntil: 75_000 })).toEqual(['aide']);
      expect(found(ask, { amountFrom: 75_000.01 })).toEqual([]);
      expect(found(ask, { amountFrom: 70_000, amountUntil: 74_999.99 })).toEqual([]);
      expect(found(ask, { amountUntil: 75_000 })).toEqual(['aide']);
      expect(found(ask, { body: 'bureau' })).toEqual([]);
      expect(found(ask, { member: 'bourbier', q: 'école' })).toEqual(['ecole']);
      expect(found(ask, { member: 'robert' })).toEqual([]);
      expect(found(ask, { outcome: 'adopted' })).toEqual([]);
    }));

  it('keeps the first and the last of the days that it is asked for', () =>
    asking(library(), (ask) => {
      expect(found(ask, { from: '2023-10-12', until: '2023-10-12', q: 'travaux' })).toEqual(['travaux']);
      expect(found(ask, { from: '2024-05-16', until: '2024-05-16' })).toEqual(['aide']);
      expect(found(ask, { from: '2023-10-13', until: '2024-05-15' })).toEqual([]);
    }));

  it('takes for one class neither the next ten nor the one above', () => {
    const history = new History();
    told(history, 'tenth', { subject: 'Dixième', classification: '7.10.1' });
    return asking(history, (ask) => {
      expect(found(ask, { classification: '7.1' })).toEqual([]);
      expect(found(ask, { classification: '7.10' })).toEqual(['tenth']);
      expect(found(ask, { classification: '7.10.1.1' })).toEqual([]);
    });
  });

  it('finds the acts of a member: reported, voted on by name, kept out of, presided', () => {
    const history = new History().heldSession('s1');
    history.convened('s2', '2023-11-09').placed('s2', 's2-a', 1, 'Déport').opened('s2').called('s2', 's2-a');
    history.add('session', 's2', 'MemberRecused', {
      affair: 's2-a',
      member: 'tanguy',
      ground: null,
      left: null,
      note: null,
    });
    history.decided('s2', 's2-a').closed('s2').entered('s2', 's2-a');
    told(history, 's3', { subject: 'Rapportée par une autre' });
    return asking(history, (ask) => {
      const acts = (request: object) =>
        ask('search', { limit: 9, ...request }).items.map(({ affair, memberAs }) => [affair, memberAs]);
      expect(acts({ member: 'tanguy' })).toEqual([
        ['s2-a', ['recused']],
        ['s1-a2', ['voter']],
        ['s1-a1', ['voter']],
      ]);
      expect(acts({ member: 'tanguy', memberAs: 'recused' })).toEqual([['s2-a', ['recused']]]);
      expect(acts({ member: 'bourbier', memberAs: 'chair', from: '2023-11-01' })).toEqual([
        ['s2-a', ['chair']],
      ]);
      expect(acts({ member: 'bourbier', memberAs: 'rapporteur' })).toEqual([['s3-a', ['rapporteur']]]);
      expect(acts({ member: 'robert' })).toEqual([]);
      expect(acts({ q: 'autre' })).toEqual([['s3-a', null]]);
    });
  });

  it('counts what it finds, and nothing that its reader may not read', () =>
    asking(library().heldSession('s1'), (ask) => {
      const counted = (request: object) => ask('search', { limit: 1, ...request }).total;
      expect(counted({})).toEqual({ count: 6, isExact: true });
      expect(counted({ q: 'affaire' })).toEqual({ count: 2, isExact: true });
      expect(counted({ q: 'écoles', unclosedOf: [] })).toEqual({ count: 0, isExact: true });
      expect(counted({ unclosedOf: ['autre'] })).toEqual({ count: 2, isExact: true });
      expect(counted({ unclosedOf: ['cm'] })).toEqual({ count: 6, isExact: true });
      expect(ask('search', { limit: 1, unclosedOf: [] }).notIndexed).toEqual({ reports: 0 });
      const { next } = ask('search', { limit: 1 });
      expect(ask('search', { limit: 1, cursor: next ?? '' }).total).toBeNull();
    }));

  it('shows where the words stand, and marks them', () =>
    asking(library(), (ask) => {
      const [hit] = ask('search', { limit: 1, q: 'attribution aides' }).items;
      const marked = hit?.snippets.map(({ part, pieces }) => [
        part,
        pieces.filter((piece) => piece.found).map(({ text }) => text),
      ]);
      expect(marked).toEqual([
        ['subject', ['Attribution']],
        ['articles', ['attribution', 'aide']],
      ]);
      const [, article] = hit?.snippets ?? [];
      expect(article?.pieces.map(({ text }) => text).join('')).toBe(
        'Approuve l’attribution d’une aide de 75 000 €.',
      );
    }));

  it('comes in pages, each affair once', () => {
    const history = new History();
    for (let held = 0; held < 25; held++) {
      told(
        history,
        `s${held}`,
        { subject: held % 2 ? 'Budget' : 'Budget primitif du budget' },
        `2023-10-${10 + (held % 9)}`,
      );
    }
    return asking(history, (ask) => {
      for (const q of ['budget', undefined]) {
        const seen: string[] = [];
        let cursor: string | undefined;
        do {
          const page = ask('search', { limit: 4, q, cursor });
          seen.push(...page.items.map(({ affair }) => affair));
          cursor = page.next ?? undefined;
        } while (cursor !== undefined);
        expect(seen).toHaveLength(25);
        expect(new Set(seen).size).toBe(25);
      }
    });
  });

  it('follows what is revised, numbered and decided', () => {
    const history = library();
    history.add('affair', 'ecole-a', 'ReportRevised', {
      report: report('Rénovation du gymnase'),
      reason: null,
    });
    history.add('session', 'ecole', 'AffairDecided', {
      affair: 'ecole-a',
      outcome: 'rejected',
      proclaimed: null,
      computed: null,
      decidingBallots: null,
    });
    return asking(history, (ask) => {
      expect(found(ask, { q: 'école' })).toEqual([]);
      expect(found(ask, { q: 'gymnases' })).toEqual(['ecole']);
      expect(found(ask, { outcome: 'rejected' })).toEqual(['ecole']);
    });
  });

  it('says which reports it does not look into', () =>
    asking(library(), (ask) => {
      const page = ask('search', { limit: 5, q: 'long rapport' });
      expect(page.notIndexed).toEqual({ reports: 1 });
      expect(page.items).toMatchObject([{ affair: 'long-a', isWhole: false }]);
    }));
});
