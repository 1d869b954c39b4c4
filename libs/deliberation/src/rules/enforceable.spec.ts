import fc from 'fast-check';
import { addDays } from '@registre/platform';
import type { Fate, FateKind } from '../affair/affair.js';
import { enforceability, inEffectOn, type EffectFacts, type EnforceabilityFacts } from './enforceable.js';

const DECIDED = '2024-03-21';
const published = (on: string | null) => ({ on, media: null, masked: null });
const facts = (known: Partial<EnforceabilityFacts> = {}): EnforceabilityFacts => ({
  decidedOn: DECIDED,
  publications: [],
  transmission: null,
  mustBeTransmitted: null,
  ...known,
});
const both = facts({
  publications: [published('2024-03-25')],
  transmission: { on: '2024-03-28', identifier: null },
});

const days = fc.option(
  fc.integer({ min: -5, max: 60 }).map((offset) => addDays(DECIDED, offset)),
  { nil: null },
);
const anyFacts: fc.Arbitrary<EnforceabilityFacts> = fc.record({
  decidedOn: fc.constant(DECIDED),
  publications: fc.array(days.map(published), { maxLength: 3 }),
  transmission: fc.option(
    days.map((on) => ({ on, identifier: null })),
    { nil: null },
  ),
  mustBeTransmitted: fc.constantFrom(true, false, null),
});
const day = fc.integer({ min: -10, max: 80 }).map((offset) => addDays(DECIDED, offset));

describe('an act is enforceable', () => {
  it('once published and transmitted, since the later of the two', () => {
    expect(enforceability(both)).toEqual({
      answer: 'yes',
      since: '2024-03-28',
      why: 'Publié le lundi 25 mars 2024, transmis au préfet le jeudi 28 mars 2024.',
    });
    expect(enforceability(both, '2024-03-27').answer).toBe('no');
    expect(enforceability(both, '2024-03-28').answer).toBe('yes');
  });

  it('once published, where it need not be transmitted', () => {
    const { transmission: _, ...unsent } = both;
    const act = { ...unsent, transmission: null, mustBeTransmitted: false };
    expect(enforceability(act)).toMatchObject({ answer: 'yes', since: '2024-03-25' });
    const sameDay = { ...act, publications: [published(DECIDED)] };
    expect(enforceability(sameDay, DECIDED)).toMatchObject({ answer: 'yes', since: DECIDED });
    expect(enforceability(sameDay, addDays(DECIDED, -1)).answer).toBe('no');
  });

  it('or not: nobody knows, while a publicity or a transmission is not recorded', () => {
    expect(enforceability(facts()).answer).toBe('unknown');
    expect(enforceability({ ...both, publications: [] }).answer).toBe('unknown');
    expect(enforceability({ ...both, transmission: null }).answer).toBe('unknown');
    expect(enforceability({ ...both, transmission: null, mustBeTransmitted: true }).answer).toBe('unknown');
  });

  it('since a day that is not known, where one of the two is not dated', () => {
    const undated = { ...both, publications: [published(null)] };
    expect(enforceability(undated)).toMatchObject({ answer: 'yes', since: null });
    expect(enforceability(undated, '2024-04-30').answer).toBe('unknown');
  });

  it('by its first publication', () => {
    const twice = { ...both, publications: [published('2024-04-10'), published('2024-03-25')] };
    expect(enforceability(twice).since).toBe('2024-03-28');
  });

  it('never before it was decided, nor before it was published', () => {
    fc.assert(
      fc.property(anyFacts, day, (act, on) => {
        if (enforceability(act, on).answer !== 'yes') return;
        expect(on >= DECIDED).toBe(true);
        expect(act.publications.some((one) => one.on !== null && one.on <= on)).toBe(true);
      }),
    );
  });

  it('for good: what is enforceable one day is so on the next', () => {
    fc.assert(
      fc.property(anyFacts, day, fc.nat(30), (act, on, later) => {
        if (enforceability(act, on).answer === 'yes')
          expect(enforceability(act, addDays(on, later)).answer).toBe('yes');
      }),
    );
  });

  it('or not: learning a fact turns no « yes » into « unknown »', () => {
    fc.assert(
      fc.property(anyFacts, day, fc.boolean(), (act, on, must) => {
        if (act.mustBeTransmitted !== null) return;
        const learned = enforceability({ ...act, mustBeTransmitted: must }, on).answer;
        if (enforceability(act, on).answer === 'yes') expect(learned).toBe('yes');
      }),
    );
  });
});

describe('an act is in effect', () => {
  const fate = (kind: FateKind, on: string | null, effectiveFrom: string | null = null) => ({
    kind,
    on,
    effectiveFrom,
  });
  const act = (...fates: Pick<Fate, 'kind' | 'on' | 'effectiveFrom'>[]): EffectFacts => ({ ...both, fates });
  const answer = (of: EffectFacts, on: string) => inEffectOn(of, on).answer;

  it('from the day on which it is enforceable', () => {
    expect(answer(act(), '2024-03-20')).toBe('no');
    expect(answer(act(), '2024-03-27')).toBe('no');
    expect(answer(act(), '2024-03-28')).toBe('yes');
    expect(answer({ ...facts(), fates: [] }, '2024-04-30')).toBe('unknown');
  });

  it('no more from its repeal on, by the day of its effect', () => {
    const repealed = act(fate('repealed', '2024-05-02', '2024-06-01'));
    expect(answer(repealed, '2024-05-31')).toBe('yes');
    expect(answer(repealed, '2024-06-01')).toBe('no');
    expect(answer(act(fate('replaced', '2024-05-02')), '2024-05-01')).toBe('yes');
    expect(answer(act(fate('replaced', '2024-05-02')), '2024-05-02')).toBe('no');
    expect(answer(act(fate('repealed', null)), '2024-05-02')).toBe('unknown');
  });

  it('between two days, which are told whatever day is asked about', () => {
    const repealed = act(fate('repealed', '2024-05-02', '2024-06-01'));
    const told = { since: '2024-03-28', until: '2024-06-01' };
    for (const on of ['2024-03-01', '2024-04-01', '2024-07-01']) {
      expect(inEffectOn(repealed, on)).toMatchObject(told);
    }
    expect(inEffectOn(act(fate('withdrawn', DECIDED)), DECIDED)).toMatchObject({ since: null, until: null });
  });

  it.each<FateKind>(['withdrawn', 'annulled'])('never, once it is %s, whatever the day', (kind) => {
    fc.assert(
      fc.property(day, days, (on, when) => {
        expect(answer(act(fate(kind, when)), on)).toBe('no');
      }),
    );
  });

  it.each<FateKind>(['material-error', 'rectified', 'vote-rectified'])(
    'as before, once it is corrected (%s)',
    (kind) => {
      fc.assert(
        fc.property(day, days, (on, when) => {
          expect(answer(act(fate(kind, when)), on)).toBe(answer(act(), on));
        }),
      );
    },
  );
});
