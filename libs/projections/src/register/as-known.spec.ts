import fc from 'fast-check';
import { addDays } from '@registre/platform';
import type { FateKind } from '@registre/deliberation';
import { History, IRREGULARITY, LATER, report } from '../history.js';
import { asking, type Ask } from '../projected.fixture.js';
import type { ComparedLine, RegisterLine } from '../views.js';

const DAY = '2023-10-12';
const PAGE = { limit: 100 };

const maybeDay = fc.option(
  fc.integer({ min: -3, max: 40 }).map((offset) => addDays(DAY, offset)),
  { nil: null },
);
const irregular = (is: boolean) => (is ? { irregularities: [IRREGULARITY] } : {});

const FATES = [
  ['DeliberationWithdrawn', 'withdrawn'],
  ['DeliberationRepealed', 'repealed'],
  ['DeliberationReplaced', 'replaced'],
  ['DeliberationAnnulled', 'annulled'],
  ['MaterialErrorCorrected', 'material-error'],
] as const satisfies readonly (readonly [string, FateKind])[];

type Add = (history: History, session: string, affair: string) => void;

/** Something that follows a séance, or one of its acts. */
const afterwards: fc.Arbitrary<Add> = fc.oneof(
  fc.tuple(maybeDay, fc.boolean()).map(
    ([on, is]): Add =>
      (history, _session, affair) =>
        void history.add('affair', affair, 'DeliberationPublished', {
          on,
          media: null,
          masked: null,
          ...irregular(is),
        }),
  ),
  maybeDay.map(
    (on): Add =>
      (history, _session, affair) =>
        void history.add('affair', affair, 'TransmittedToPrefecture', { on, identifier: null }),
  ),
  fc.tuple(fc.constantFrom(...FATES), maybeDay, maybeDay).map(
    ([[type], on, effectiveFrom]): Add =>
      (history, _session, affair) =>
        void history.add('affair', affair, type, { ...LATER, on, effectiveFrom }),
  ),
  fc.boolean().map(
    (is): Add =>
      (history, session) =>
        void history.add('session', session, 'ListPosted', { on: null, ...irregular(is) }),
  ),
  fc.nat(99).map(
    (number): Add =>
      (history, session, affair) =>
        void history.add('affair', affair, 'AffairNumbered', { session, number: `2023-${number}` }),
  ),
  fc.constant<Add>((history, session, affair) => void history.certified(session, affair)),
  fc.nat(9).map(
    (rank): Add =>
      (history, _session, affair) =>
        void history.add('affair', affair, 'ReportRevised', {
          report: report(`Objet ${rank}`),
          reason: null,
        }),
  ),
);

/** Three séances, each entered after what follows the one before has begun. */
const histories = fc
  .array(fc.array(fc.tuple(fc.nat(2), fc.boolean(), afterwards), { maxLength: 8 }), {
    minLength: 3,
    maxLength: 3,
  })
  .map((rounds) => {
    const history = new History();
    rounds.forEach((round, held) => {
      history.heldSession(`s${held}`, addDays(DAY, 10 * ((held * 2) % 3)));
      for (const [rank, second, add] of round) {
        const session = `s${Math.min(rank, held)}`;
        add(history, session, `${session}-a${second ? 2 : 1}`);
      }
    });
    return history;
  });

const items = (ask: Ask, request: object = {}): readonly RegisterLine[] =>
  ask('register', { ...PAGE, ...request }).items;

describe('the register as it was known at an ordinal', () => {
  it('is what the first events alone give', () =>
    fc.assert(
      fc.asyncProperty(
        histories,
        fc.array(fc.nat(), { minLength: 5, maxLength: 5 }),
        async (history, places) => {
          const inEffectAt = addDays(DAY, (places[0] ?? 0) % 50);
          const ordinals = places.map((place) => place % history.events.length);
          const known = await asking(history, (ask) =>
            ordinals.map((asKnownAt) => items(ask, { asKnownAt, inEffectAt })),
          );
          for (const [index, ordinal] of ordinals.entries()) {
            const folded = await asking(history.until(ordinal), (ask) => items(ask, { inEffectAt }));
            expect(known[index]).toEqual(folded);
          }
        },
      ),
      { numRuns: 25 },
    ));

  it('is at the end of the log what it is now, page by page', () =>
    fc.assert(
      fc.asyncProperty(histories, (history) =>
        asking(history, (ask) => {
          const asKnownAt = history.events.length - 1;
          expect(items(ask, { asKnownAt })).toEqual(items(ask));
          const paged: RegisterLine[] = [];
          let cursor: string | null | undefined;
          while (cursor !== null) {
            const page = ask('register', { limit: 2, asKnownAt, cursor });
            paged.push(...page.items);
            cursor = page.next;
          }
          expect(paged).toEqual(items(ask));
        }),
      ),
      { numRuns: 10 },
    ));

  it('has no line before its first event, and cannot be asked beyond the end of its log', () =>
    asking(new History().heldSession('s1'), (ask) => {
      expect(ask('register', { ...PAGE, asKnownAt: -1 })).toMatchObject({
        items: [],
        asKnown: { ordinal: null, recordedAt: null },
      });
      expect(() => ask('register', { ...PAGE, asKnownAt: 10_000 })).toThrow(
        expect.objectContaining({ kind: 'not-found', code: 'beyond-the-log' }),
      );
    }));

  it('is narrowed by body and year as it is now', () =>
    asking(new History().heldSession('s1'), (ask) => {
      const asKnownAt = ask('register', PAGE).freshness.ordinal ?? -1;
      const affairs = (request: object) => items(ask, { asKnownAt, ...request }).map(({ affair }) => affair);
      expect(affairs({ body: 'cm', year: 2023 })).toEqual(['s1-a1', 's1-a2']);
      expect(affairs({ body: 'bureau' })).toEqual([]);
      expect(affairs({ year: 2024 })).toEqual([]);
    }));

  it('says of each line since when it is known', () => {
    const history = new History().heldSession('s1');
    const { recordedAt } = history.last.metadata;
    history.certified('s1', 's1-a1');
    return asking(history, (ask) =>
      expect(items(ask).map(({ knownSince }) => knownSince)).toEqual([recordedAt, recordedAt]),
    );
  });
});

describe('what changed between two ordinals', () => {
  it('are the lines that are not the same at both, and no others', () =>
    fc.assert(
      fc.asyncProperty(histories, fc.nat(), fc.nat(), (history, one, other) =>
        asking(history, (ask) => {
          const [from = 0, until = 0] = [one, other]
            .map((place) => place % history.events.length)
            .toSorted((a, b) => a - b);
          const lines = (asKnownAt: number) =>
            new Map(items(ask, { asKnownAt }).map((line) => [line.affair, line]));
          const [before, after] = [lines(from), lines(until)];
          const changes = ask('registerChanges', { ...PAGE, from, until }).items;
          for (const change of changes) {
            expect(lineIn(change.before)).toEqual(before.get(change.affair) ?? null);
            expect(lineIn(change.after)).toEqual(after.get(change.affair));
            expect(change.appeared).toBe(!before.has(change.affair));
            expect(change.events.length).toBeGreaterThan(0);
          }
          const told = new Map(changes.map((change) => [change.affair, change]));
          for (const [affair, line] of after) {
            const same = JSON.stringify(line) === JSON.stringify(before.get(affair));
            if (!same) expect(told.get(affair)?.appeared || told.get(affair)?.changed.length).toBeTruthy();
          }
        }),
      ),
      { numRuns: 25 },
    ));

  it('come in pages, by the first event that changed them', () => {
    const history = new History().heldSession('s1');
    const from = history.events.length - 1;
    history.certified('s1', 's1-a2').certified('s1', 's1-a1');
    const until = history.events.length - 1;
    return asking(history, (ask) => {
      const first = ask('registerChanges', { limit: 1, from, until });
      expect(first.items).toMatchObject([{ affair: 's1-a2', changed: ['certified'], appeared: false }]);
      expect(first.items[0]?.events).toMatchObject([{ ordinal: from + 1, type: 'ExtractCertified' }]);
      const second = ask('registerChanges', { limit: 1, from, until, cursor: first.next ?? undefined });
      expect(second).toMatchObject({ items: [{ affair: 's1-a1' }], next: null });
    });
  });

  it('are asked from the earlier to the later', () =>
    asking(new History().heldSession('s1'), (ask) =>
      expect(() => ask('registerChanges', { ...PAGE, from: 5, until: 4 })).toThrow(
        expect.objectContaining({ kind: 'invalid', code: 'from-after-until' }),
      ),
    ));
});

describe('whether a line is in effect on a day', () => {
  interface Facts {
    readonly publications: readonly (string | null)[];
    readonly transmission: { readonly on: string | null } | null;
    readonly fates: readonly { kind: FateKind; on: string | null; effectiveFrom: string | null }[];
  }

  /** The law in plain words, apart from the rule's own code. */
  function plainly({ publications, transmission, fates }: Facts, on: string): RegisterLine['enforceable'] {
    if (fates.some(({ kind }) => kind === 'withdrawn' || kind === 'annulled')) return 'no';
    if (on < DAY) return 'no';
    const begins = [DAY, publications.filter((day) => day !== null).toSorted()[0], transmission?.on];
    const known = begins.every((day) => typeof day === 'string');
    if (known && begins.some((day) => on < day)) return 'no';
    const ends = fates.filter(({ kind }) => kind === 'repealed' || kind === 'replaced');
    const last = ends.map(({ on: day, effectiveFrom }) => effectiveFrom ?? day);
    if (last.some((day) => day !== null && on >= day)) return 'no';
    return !known || last.includes(null) ? 'unknown' : 'yes';
  }

  const facts: fc.Arbitrary<Facts> = fc.record({
    publications: fc.array(maybeDay, { maxLength: 2 }),
    transmission: fc.option(
      maybeDay.map((on) => ({ on })),
      { nil: null },
    ),
    fates: fc.array(
      fc.record({
        kind: fc.constantFrom(...FATES.map(([, kind]) => kind)),
        on: maybeDay,
        effectiveFrom: maybeDay,
      }),
      { maxLength: 2 },
    ),
  });

  it('is what a plain reading of the law says', () =>
    fc.assert(
      fc.asyncProperty(facts, fc.integer({ min: -5, max: 50 }), (of, offset) => {
        const history = new History().heldSession('s1', DAY);
        for (const on of of.publications)
          history.add('affair', 's1-a1', 'DeliberationPublished', { on, media: null, masked: null });
        if (of.transmission !== null)
          history.add('affair', 's1-a1', 'TransmittedToPrefecture', { ...of.transmission, identifier: null });
        for (const { kind, ...fate } of of.fates) {
          const [type] = FATES.find(([, one]) => one === kind) ?? FATES[0];
          history.add('affair', 's1-a1', type, { ...LATER, ...fate });
        }
        const inEffectAt = addDays(DAY, offset);
        return asking(history, (ask) =>
          expect(items(ask, { inEffectAt })[0]?.inEffect).toMatchObject({
            on: inEffectAt,
            answer: plainly(of, inEffectAt),
          }),
        );
      }),
      { numRuns: 100 },
    ));
});

/** The line without what it is compared by. */
function lineIn(compared: ComparedLine | null): RegisterLine | null {
  if (compared === null) return null;
  const { transmission: _sent, publications: _published, fates: _fates, ...line } = compared;
  return line;
}
