import fc from 'fast-check';
import { History, IRREGULARITY } from '../history.js';
import { asking, type Ask } from '../projected.fixture.js';
import type { AuditFilter } from './filters.js';

/** Two séances a month apart, the second learned a day later by somebody else; a correction, and what was irregular. */
function history(): History {
  const told = new History().constituted().heldSession('s1', '2023-10-12');
  told.convened('s2', '2023-11-09', [IRREGULARITY]);
  for (const [place, date] of ['2023-11-09', '2023-11-10', null].entries()) {
    const recordedAt = `2024-02-0${place + 1}T09:00:00.000Z`;
    told.add(
      'session',
      's2',
      'MemberPresent',
      { member: 'tanguy', mode: null },
      {
        date,
        recordedAt,
        actor: 'greffe',
      },
    );
  }
  return told;
}

const found = (ask: Ask, filter: AuditFilter) => ask('auditTrail', { limit: 500, ...filter }).items;

const FILTERS: readonly AuditFilter[] = [
  {},
  { actor: 'greffe' },
  { type: 'MemberPresent' },
  { session: 's2' },
  { affair: 's1-a1' },
  { stream: 'session-brindas_s1' },
  { corrections: true },
  { irregular: true },
  { occurredFrom: '2023-11-01' },
  { occurredUntil: '2023-11-09' },
  { occurredFrom: '2023-11-10', occurredUntil: '2023-11-30', actor: 'greffe' },
  { from: '2024-02-01T00:00:00.000Z' },
  { until: '2024-02-01T09:00:00.000Z', irregular: true },
  { after: 3, upTo: 9 },
  { type: 'NeverHeardOf' },
];

describe('the summary of the history', () => {
  it.each(FILTERS)('counts the events that %o finds, by either clock', (filter) =>
    asking(history(), (ask) => {
      const events = found(ask, filter);
      const recorded = ask('historySummary', { by: 'recorded', ...filter });
      expect(recorded.total).toBe(events.length);
      for (const { from, until, count } of recorded.buckets) {
        const within = events.filter(({ recordedAt }) => recordedAt >= from && recordedAt <= until);
        expect(count).toBe(within.length);
      }
      const occurred = ask('historySummary', { by: 'occurred', ...filter });
      expect(occurred.total).toBe(events.length);
      expect(occurred.undated).toBe(events.filter(({ occurredAt }) => occurredAt.date === null).length);
      for (const { from, until, count } of occurred.buckets) {
        const within = events.filter(
          ({ occurredAt: { date } }) => date !== null && date >= from && date <= until,
        );
        expect(count).toBe(within.length);
      }
    }),
  );

  it('names the types and actors that there are', () =>
    asking(history(), (ask) => {
      const { types, actors } = ask('historySummary', { by: 'recorded', type: 'VoteCast' });
      expect(actors).toEqual(['greffe', 'local']);
      expect(types).toEqual([...new Set(history().events.map(({ type }) => type))].sort());
    }));

  it('of an empty history holds nothing', () =>
    asking(new History(), (ask) => {
      expect(ask('historySummary', { by: 'recorded' })).toMatchObject({ total: 0, buckets: [], types: [] });
      expect(ask('historySummary', { by: 'occurred' })).toMatchObject({ total: 0, buckets: [], actors: [] });
    }));
});

describe('the filters of the history', () => {
  it('find what corrects something, what was irregular, and what was true in a period', () =>
    asking(history(), (ask) => {
      const [first, second, third] = history().events.slice(-3);
      expect(found(ask, { corrections: true }).map(({ id, corrects }) => [id, corrects])).toEqual([
        [second?.id, history().events.length - 3],
        [third?.id, history().events.length - 2],
      ]);
      expect(found(ask, { irregular: true }).map(({ type }) => type)).toEqual(['SessionConvened']);
      expect(found(ask, { occurredFrom: '2023-11-10' }).map(({ id }) => id)).toEqual([second?.id]);
      const upTo = (occurredUntil: string) => found(ask, { occurredFrom: '2023-11-09', occurredUntil });
      expect(upTo('2023-11-09').map(({ id }) => id)).toContain(first?.id);
      expect(upTo('2023-11-09').map(({ id }) => id)).not.toContain(second?.id);
      expect(upTo('2023-11-10').map(({ id }) => id)).toContain(second?.id);
      expect(
        found(ask, { from: '2024-02-01T00:00:00.000Z', upTo: history().events.length - 3 }),
      ).toMatchObject([{ id: first?.id }]);
    }));

  it('page back and forth to the same events', () =>
    asking(history(), (ask) => {
      const all = found(ask, { session: 's1' }).map(({ ordinal }) => ordinal);
      fc.assert(
        fc.property(
          fc.integer({ min: 1, max: 9 }),
          fc.constantFrom('forward', 'backward'),
          (limit, direction) => {
            const seen: number[] = [];
            let cursor: string | undefined;
            do {
              const page = ask('auditTrail', { session: 's1', limit, direction, cursor });
              seen.push(...page.items.map(({ ordinal }) => ordinal));
              cursor = page.next ?? undefined;
            } while (cursor !== undefined);
            expect(direction === 'forward' ? seen : seen.toReversed()).toEqual(all);
          },
        ),
        { numRuns: 20 },
      );
    }));
});
