import fc from 'fast-check';
import { addDays } from '@registre/platform';
import { codeOf, CONTEXT, expectIrregular, expectRegular, folded } from '../given.fixture.js';
import { called, closed, decided, EVENING, postponed, seance } from '../session/seance.fixture.js';
import { AcknowledgeTransmission, acknowledgeTransmission } from './acknowledge-transmission.js';
import {
  affairAggregate,
  FATE_KINDS,
  MENTION_KINDS,
  UNDOING,
  type AffairEvent,
  type AffairState,
  type MentionKind,
} from './affair.js';
import { dayOfDecision } from './decided-act.js';
import { EraseContent, eraseContent, type EraseContentBody } from './erase-content.js';
import { PublishDeliberation, publishDeliberation } from './publish-deliberation.js';
import { RecordFate, recordFate, type RecordFateBody } from './record-fate.js';
import { reportOf } from './report-body.js';
import { StrikeOutMention, strikeOutMention } from './strike-out-mention.js';
import { TransmitDeliberation, transmitDeliberation } from './transmit-deliberation.js';

type Despite = { rule: string; reason: string }[];
const DECIDED = '2024-03-21';
const paper = (...events: AffairEvent[]): AffairState => folded(affairAggregate, events);
const transmitted = (on: string | null): AffairEvent => ({
  type: 'TransmittedToPrefecture',
  data: { on, identifier: null },
});
const LATER = { on: null, effectiveFrom: null, byNumber: null, byAffair: null, by: null, note: null };

describe('an act', () => {
  it('is what a closed séance decided, or took note of', () => {
    const evening = seance(...EVENING, called('budget'), decided('budget', 'rejected'), postponed('route'));
    expect(codeOf(() => dayOfDecision(evening, 'budget'))).toBe('session.not-closed');
    const after = seance(
      ...EVENING,
      called('budget'),
      decided('budget', 'rejected'),
      postponed('route'),
      closed,
    );
    expect(dayOfDecision(after, 'budget')).toBe(DECIDED);
    expect(codeOf(() => dayOfDecision(after, 'route'))).toBe('act.undecided');
    expect(codeOf(() => dayOfDecision(after, 'pont'))).toBe('unknown-affair');
  });
});

describe('a transmission', () => {
  const transmitting = (state: AffairState, on: string | null) => (despite?: Despite) =>
    transmitDeliberation(
      state,
      DECIDED,
      new TransmitDeliberation(CONTEXT, 's', 'budget', { on, identifier: null, despite }),
    );
  const acknowledging = (state: AffairState, on: string | null) => (despite?: Despite) =>
    acknowledgeTransmission(
      state,
      DECIDED,
      new AcknowledgeTransmission(CONTEXT, 's', 'budget', { on, identifier: null, despite }),
    );

  it('follows the séance, and happens once', () => {
    expect(expectRegular(transmitting(paper(), DECIDED))).toEqual([transmitted(DECIDED)]);
    expectIrregular(transmitting(paper(), '2024-03-20'), ['R25.order']);
    expect(codeOf(transmitting(paper(transmitted(null)), null))).toBe('act.transmitted');
  });

  it('is acknowledged after it, and once', () => {
    const [event] = expectRegular(acknowledging(paper(transmitted('2024-03-25')), '2024-03-25'));
    expect(event).toEqual({ type: 'TransmissionAcknowledged', data: { on: '2024-03-25', identifier: null } });
    expectIrregular(acknowledging(paper(transmitted('2024-03-25')), '2024-03-24'), ['R25.order']);
    expectIrregular(acknowledging(paper(), '2024-03-25'), ['R25.order']);
    expectRegular(acknowledging(paper(transmitted(null)), '2024-03-25'));
    const done = paper(transmitted(null), event as AffairEvent);
    expect(codeOf(acknowledging(done, null))).toBe('act.acknowledged');
  });
});

describe('a publication', () => {
  const publishing = (on: string | null) => (despite?: Despite) =>
    publishDeliberation(
      DECIDED,
      new PublishDeliberation(CONTEXT, 's', 'budget', { on, media: ['website'], masked: false, despite }),
    );

  it('follows the séance, and may be followed by another', () => {
    const [event] = expectRegular(publishing('2024-03-22'));
    expect(paper(event as AffairEvent, event as AffairEvent).publications).toHaveLength(2);
    expectIrregular(publishing('2024-03-20'), ['R25.order']);
    expectRegular(publishing(null));
  });
});

describe('a later fate', () => {
  const telling =
    (state: AffairState, body: Partial<RecordFateBody> & Pick<RecordFateBody, 'kind'>) =>
    (despite?: Despite) =>
      recordFate(state, DECIDED, new RecordFate(CONTEXT, 's', 'budget', { ...LATER, ...body, despite }));
  const repealed = (on: string | null): AffairEvent => ({
    type: 'DeliberationRepealed',
    data: { ...LATER, on },
  });
  const annulled: AffairEvent = { type: 'DeliberationAnnulled', data: { ...LATER, by: 'tribunal' } };

  it.each(FATE_KINDS)('is told as it is: %s', (kind) => {
    const counts = { for: 7, against: 1 };
    const known = kind === 'vote-rectified' ? { counts } : {};
    const events = expectRegular(telling(paper(), { kind, by: 'le juge', on: '2024-06-01', ...known }));
    expect(paper(...events).fates).toEqual([
      {
        ...LATER,
        kind,
        on: '2024-06-01',
        by: 'le juge',
        counts:
          kind === 'vote-rectified' ? { for: 7, against: 1, abstentions: null, notTakingPart: null } : null,
      },
    ]);
  });

  it('has counts for a corrected vote, and for it only', () => {
    expect(codeOf(telling(paper(), { kind: 'vote-rectified' }))).toBe('fate.no-counts');
    expect(codeOf(telling(paper(), { kind: 'repealed', counts: {} }))).toBe('fate.counts');
    expect(codeOf(telling(paper(), { kind: 'replaced', byAffair: 'budget' }))).toBe('fate.own-affair');
  });

  it('before the séance, or before an earlier one, is irregular', () => {
    expectIrregular(telling(paper(), { kind: 'repealed', on: '2024-03-20' }), ['R26.order']);
    const error: AffairEvent = { type: 'MaterialErrorCorrected', data: { ...LATER, on: '2024-06-01' } };
    expectIrregular(telling(paper(error), { kind: 'repealed', on: '2024-05-31' }), ['R26.order']);
    expectRegular(telling(paper(error), { kind: 'repealed', on: '2024-06-01' }));
    expectRegular(telling(paper(error), { kind: 'repealed' }));
  });

  it('that annuls names the court', () => {
    expectIrregular(telling(paper(), { kind: 'annulled' }), ['R26.court']);
  });

  it('after the act was undone is irregular, whatever it is', () => {
    expectIrregular(telling(paper(annulled), { kind: 'material-error' }), ['R26.after-undoing']);
    expectRegular(telling(paper(repealed(null)), { kind: 'withdrawn' }));
  });

  it('breaks no rule only in the order of the days, with nothing after an undoing', () => {
    const fate = fc.record({
      kind: fc.constantFrom(...FATE_KINDS.filter((kind) => kind !== 'vote-rectified')),
      on: fc.option(
        fc.integer({ min: -3, max: 20 }).map((days) => addDays(DECIDED, days)),
        { nil: null },
      ),
    });
    fc.assert(
      fc.property(fc.array(fate, { maxLength: 5 }), (fates) => {
        const events: AffairEvent[] = [];
        for (const { kind, on } of fates) {
          const state = paper(...events);
          const earlier = state.fates.flatMap((one) => (one.on === null ? [] : [one.on]));
          const inOrder = on === null || [DECIDED, ...earlier].every((day) => day <= on);
          const undone = state.fates.some((one) => UNDOING.includes(one.kind));
          const fateOf = telling(state, { kind, on, by: 'le juge' });
          expect(codeOf(fateOf) === 'accepted').toBe(inOrder && !undone);
          if (inOrder && !undone) events.push(...fateOf());
        }
      }),
    );
  });
});

describe('a mention noted by a slip', () => {
  const published = (on: string): AffairEvent => ({
    type: 'DeliberationPublished',
    data: { on, media: null, masked: null },
  });
  const striking = (state: AffairState, kind: MentionKind, place?: number) => (despite?: Despite) => {
    const body = { kind, reason: 'Jour mal saisi', despite, ...(place !== undefined && { place }) };
    return strikeOutMention(state, new StrikeOutMention(CONTEXT, 's', 'budget', body));
  };
  const history = [transmitted('2024-03-29'), published('2024-03-22'), published('2024-04-02')];

  it('is struck out, and can then be noted as it was', () => {
    const state = paper(...history);
    const [struck] = expectRegular(striking(state, 'transmission'));
    expect(struck).toEqual({
      type: 'MentionStruckOut',
      data: { kind: 'transmission', place: 1, entry: 0, reason: 'Jour mal saisi' },
    });
    const after = paper(...history, struck as AffairEvent);
    expect(after).toMatchObject({
      transmission: null,
      publications: [{ on: '2024-03-22' }, { on: '2024-04-02' }],
    });
    expect(codeOf(striking(after, 'transmission'))).toBe('act.no-mention');
    const again = transmitDeliberation(
      after,
      DECIDED,
      new TransmitDeliberation(CONTEXT, 's', 'budget', { on: '2024-03-25', identifier: null }),
    );
    expect(paper(...history, struck as AffairEvent, ...again).transmission?.on).toBe('2024-03-25');
  });

  it('is the one of its kind that is named, or else the last; the others stay', () => {
    const [last] = expectRegular(striking(paper(...history), 'publication'));
    expect(last?.data).toMatchObject({ place: 2, entry: 2 });
    const [first] = expectRegular(striking(paper(...history), 'publication', 1));
    expect(paper(...history, first as AffairEvent).publications.map(({ on }) => on)).toEqual(['2024-04-02']);
    expect(codeOf(striking(paper(...history), 'publication', 3))).toBe('act.no-mention');
    expect(codeOf(striking(paper(...history), 'fate'))).toBe('act.no-mention');
  });

  it('of what became of the act leaves the act as if it had not been noted', () => {
    const error: AffairEvent = { type: 'MaterialErrorCorrected', data: { ...LATER, on: '2024-06-01' } };
    const withdrawn: AffairEvent = { type: 'DeliberationWithdrawn', data: { ...LATER, on: '2024-07-01' } };
    const [struck] = expectRegular(striking(paper(error, withdrawn), 'fate', 2));
    const { mentions: _, length: __, ...after } = paper(error, withdrawn, struck as AffairEvent);
    expect(paper(error)).toMatchObject(after);
  });

  it('is the same one by its rank and by its entry, whatever was noted and struck before', () => {
    const noted = fc.constantFrom<AffairEvent>(transmitted('2024-03-25'), published('2024-03-22'), {
      type: 'DeliberationRepealed',
      data: LATER,
    });
    const step = fc.oneof(noted, fc.record({ kind: fc.constantFrom(...MENTION_KINDS), place: fc.nat(3) }));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const events: AffairEvent[] = [];
        for (const one of steps) {
          const state = paper(...events);
          if ('type' in one) {
            if (one.type !== 'TransmittedToPrefecture' || state.transmission === null) events.push(one);
          } else if (codeOf(() => striking(state, one.kind, one.place)()) === 'accepted') {
            events.push(...striking(state, one.kind, one.place)());
          }
        }
        const { mentions, publications, fates, transmission } = paper(...events);
        const count = (kind: MentionKind) => mentions.filter((mention) => mention.kind === kind).length;
        expect([count('publication'), count('fate'), count('transmission')]).toEqual([
          publications.length,
          fates.length,
          transmission === null ? 0 : 1,
        ]);
      }),
    );
  });
});

describe('a content', () => {
  const file = (id: string) => ({ id: id.repeat(64), salt: 'AAAAAAAAAAAAAAAAAAAAAA==', size: 3 });
  const report = (text: Parameters<typeof reportOf>[1]) => reportOf({ subject: 'Budget' }, text);
  const submitted = (text: Parameters<typeof reportOf>[1]): AffairEvent => ({
    type: 'ReportSubmitted',
    data: { session: 's', report: report(text), annexes: [] },
  });
  const annexed = (id: string): AffairEvent => ({
    type: 'AnnexAttached',
    data: { title: 'Liste', file: file(id), sha256: null },
  });
  const erasing =
    (state: AffairState, body: Partial<EraseContentBody> = {}) =>
    (despite?: Despite) =>
      eraseContent(
        state,
        new EraseContent(CONTEXT, 's', 'budget', {
          what: 'report',
          content: null,
          basis: 'RGPD, article 17',
          ...body,
          despite,
        }),
      );

  it('of the file store is erased, with the legal basis, once', () => {
    const state = paper(submitted(file('a')));
    const [event] = expectRegular(erasing(state));
    expect(event).toEqual({
      type: 'ContentErased',
      data: { what: 'report', content: 'a'.repeat(64), basis: 'RGPD, article 17' },
    });
    const erased = paper(submitted(file('a')), event as AffairEvent);
    expect(codeOf(erasing(erased))).toBe('content.erased');
    expect(codeOf(erasing(erased, { content: 'a'.repeat(64) }))).toBe('content.erased');
  });

  it('of an earlier version of the report is erased too', () => {
    const revised: AffairEvent = {
      type: 'ReportRevised',
      data: { report: report('corrigé'), reason: null },
    };
    expectRegular(erasing(paper(submitted(file('a')), revised)));
  });

  it('that stands in the log itself is not: it would be another history', () => {
    expect(codeOf(erasing(paper(submitted('quelques mots'))))).toBe('content.in-the-log');
    expect(codeOf(erasing(paper()))).toBe('content.none');
  });

  it('must be named where there are several, and be one of the affair’s', () => {
    const state = paper(annexed('a'), annexed('b'));
    expect(codeOf(erasing(state, { what: 'annex' }))).toBe('content.which');
    expectRegular(erasing(state, { what: 'annex', content: 'b'.repeat(64) }));
    expect(codeOf(erasing(state, { what: 'annex', content: 'c'.repeat(64) }))).toBe('content.unknown');
    expect(codeOf(erasing(state, { what: 'extract', content: 'b'.repeat(64) }))).toBe('content.unknown');
  });
});
