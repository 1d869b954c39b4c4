import fc from 'fast-check';
import type { Attendance } from '../domain.js';
import { COUNCIL, History, report, seat } from '../history.js';
import { asking } from '../projected.fixture.js';

type Listed = Attendance['status'] | 'not-listed';

interface Held {
  readonly month: number;
  readonly year: number;
  readonly inOffice: number | null;
  readonly isClosed: boolean;
  readonly seats: readonly {
    readonly listed: Listed;
    readonly mode: Attendance['mode'];
    readonly cameLater: boolean;
  }[];
  readonly affairs: readonly {
    readonly outcome: 'adopted' | 'rejected' | 'noted' | 'postponed' | null;
    readonly class: string | null;
    readonly votes: {
      readonly for: number;
      readonly against: number | null;
      readonly size: number | null;
    } | null;
  }[];
}

const SEATS = 4;

const sittings: fc.Arbitrary<readonly Held[]> = fc.array(
  fc.record({
    month: fc.integer({ min: 1, max: 3 }),
    year: fc.constantFrom(2022, 2023),
    inOffice: fc.constantFrom(null, SEATS, SEATS + 3),
    isClosed: fc.boolean(),
    seats: fc.array(
      fc.record({
        listed: fc.constantFrom<Listed[]>('present', 'represented', 'excused', 'absent', 'not-listed'),
        mode: fc.constantFrom(null, 'in-person' as const, 'remote' as const),
        cameLater: fc.boolean(),
      }),
      { minLength: SEATS, maxLength: SEATS },
    ),
    affairs: fc.array(
      fc.record({
        outcome: fc.constantFrom(
          'adopted' as const,
          'rejected' as const,
          'noted' as const,
          'postponed' as const,
          null,
        ),
        class: fc.constantFrom(null, '5.2', '7.5.1', '7.10'),
        votes: fc.option(
          fc.record({
            for: fc.integer({ min: 1, max: 3 }),
            against: fc.option(fc.integer({ min: 0, max: 1 })),
            size: fc.option(fc.constant(SEATS)),
          }),
        ),
      }),
      { maxLength: 4 },
    ),
  }),
  { maxLength: 5 },
);

const ref = (place: number) => `m${place}`;
const dateOf = ({ year, month }: Held) => `${year}-0${month}-10`;

function historyOf(sitting: readonly Held[]): History {
  const seats = Array.from({ length: SEATS }, (_, place) => seat(ref(place), 'A', `M${place}`, null));
  const history = new History('brindas', { ...COUNCIL, seats });
  sitting.forEach((held, place) =>
    add(history, `s${place}`, held, { ...COUNCIL, seats, inOffice: held.inOffice }),
  );
  return history;
}

function add(history: History, session: string, held: Held, bodyAtSession: typeof COUNCIL): void {
  history.convened(session, dateOf(held));
  const beginnings = { attendance: [], proxies: [], movements: [], secretaries: [] } as const;
  history.add('session', session, 'SessionOpened', {
    bodyAtSession,
    stated: null,
    ...beginnings,
    quorum: null,
  });
  held.seats.forEach(({ listed, mode, cameLater }, place) => {
    const member = ref(place);
    if (listed === 'present') history.add('session', session, 'MemberPresent', { member, mode });
    if (listed === 'represented') history.add('session', session, 'MemberRepresented', { member });
    if (listed === 'excused') history.add('session', session, 'MemberExcused', { member });
    if (listed === 'absent') history.add('session', session, 'MemberAbsent', { member });
    if (cameLater) history.add('session', session, 'MemberArrived', { member, reason: null });
  });
  held.affairs.forEach((affair, place) => addAffair(history, session, `${session}-a${place}`, affair));
  if (held.isClosed) history.closed(session);
}

function addAffair(history: History, session: string, id: string, affair: Held['affairs'][number]): void {
  history.placed(session, id, null, 'Affaire');
  const told = { ...report('Affaire'), classification: affair.class };
  history.add('affair', id, 'ReportSubmitted', { session, report: told, annexes: [] });
  if (affair.votes !== null) addBallot(history, session, id, affair.votes);
  const { outcome } = affair;
  if (outcome === 'adopted' || outcome === 'rejected') {
    const unsaid = { proclaimed: null, computed: null, decidingBallots: null };
    history.add('session', session, 'AffairDecided', { affair: id, outcome, ...unsaid });
  }
  if (outcome === 'noted') history.add('session', session, 'AffairNoted', { affair: id, proclaimed: null });
  if (outcome === 'postponed') {
    const reasons = { reason: null, stated: null, proclaimed: null };
    history.add('session', session, 'AffairPostponed', { affair: id, ...reasons });
  }
}

type Votes = NonNullable<Held['affairs'][number]['votes']>;

function addBallot(history: History, session: string, affair: string, votes: Votes): void {
  const ballot = `${affair}-b`;
  history.add('session', session, 'BallotOpened', {
    ...{ ballot, affair, question: null, method: 'show-of-hands', secrecyWaived: null, waiver: null },
    ...{ round: null, candidates: null, positions: null, accounts: false },
    roll: { seats: null, size: votes.size, exact: true },
  });
  history.add('session', session, 'BallotClosed', {
    ballot,
    tally: {
      counts: { for: votes.for, against: votes.against, abstentions: 0, notTakingPart: 0 },
      ...{ deduced: [], named: { for: null, against: null, abstentions: null, notTakingPart: null } },
      ...{ candidates: null, papers: null, stated: null },
      expressed: votes.against === null ? null : votes.for + votes.against,
    },
    computed:
      votes.against === null
        ? null
        : { outcome: 'adopted', unanimous: votes.against === 0, basis: null, elected: null },
    declared: { outcome: null, proclaimed: null },
  });
}

/** The same counted by hand: a loop and additions. */
function counted(held: Held) {
  const seats = { present: 0, represented: 0, excused: 0, absent: 0, unknown: 0, remote: 0, modeUnknown: 0 };
  for (const { listed, mode, cameLater } of held.seats) {
    const was = cameLater ? 'present' : listed === 'not-listed' ? 'unknown' : listed;
    seats[was] += 1;
    const known = listed === 'present' ? mode : null;
    if (was === 'present' && known === 'remote') seats.remote += 1;
    if (was === 'present' && known === null) seats.modeUnknown += 1;
  }
  seats.unknown += Math.max(0, (held.inOffice ?? 0) - SEATS);
  const ballots = held.affairs.flatMap(({ votes }) => (votes === null ? [] : [votes]));
  const known = ballots.filter(({ against, size }) => against !== null && size !== null);
  const adopted = held.affairs.filter(({ outcome }) => outcome === 'adopted');
  const of = (outcome: string | null) => held.affairs.filter((affair) => affair.outcome === outcome).length;
  return {
    seats,
    ballots: ballots.length,
    counted: known.length,
    roll: known.reduce((sum, { size }) => sum + (size ?? 0), 0),
    voted: known.reduce((sum, votes) => sum + votes.for + (votes.against ?? 0), 0),
    outcomes: {
      ...{
        adopted: adopted.length,
        rejected: of('rejected'),
        noted: of('noted'),
        postponed: of('postponed'),
      },
      unknown: of(null),
      unanimous: adopted.filter(({ votes }) => votes?.against === 0).length,
      divided: adopted.filter(({ votes }) => votes?.against === 1).length,
    },
  };
}

/** Adds what is alike named in two records of numbers, records within them included. */
function added<T extends object>(one: T, other: T): T {
  const sum = Object.entries(one).map(([key, value]) => {
    const more = (other as Readonly<Record<string, unknown>>)[key];
    return [
      key,
      typeof value === 'number' ? value + (more as number) : added(value as object, more as object),
    ];
  });
  return Object.fromEntries(sum) as T;
}

describe('the figures of whatever séances', () => {
  it('are what counting by hand gives, by year, by month and by class', () =>
    fc.assert(
      fc.asyncProperty(sittings, (sitting) => {
        const over = sitting.filter(({ isClosed }) => isClosed);
        return asking(historyOf(sitting), (ask) => {
          for (const by of ['year', 'month'] as const) {
            const groups = Map.groupBy(over, ({ year, month }) =>
              by === 'year' ? `${year}` : `${year}/${month}`,
            );
            const { items } = ask('stats', { on: '2024-01-01', by });
            expect(
              items.map(({ year, month }) => (month === null ? `${year}` : `${year}/${month}`)).toSorted(),
            ).toEqual([...groups.keys()].toSorted());
            for (const line of items) {
              const key = line.month === null ? `${line.year}` : `${line.year}/${line.month}`;
              const group = groups.get(key) ?? [];
              const hand = group.map(counted).reduce(added);
              expect(line.sessions.held).toBe(group.length);
              expect(line.attendance).toMatchObject(hand.seats);
              expect(line.attendance.inOfficeUnknown).toBe(
                group.filter(({ inOffice }) => inOffice === null).length,
              );
              const { ballots, roll, voted } = hand;
              expect(line.participation).toMatchObject({ ballots, counted: hand.counted, roll, voted });
              expect(line.outcomes).toMatchObject(hand.outcomes);
            }
          }
          const affairs = over.flatMap((held) => held.affairs);
          const classes = Map.groupBy(affairs, (affair) => affair.class?.split('.')[0] ?? null);
          const { subjects } = ask('stats', { on: '2024-01-01' });
          expect(new Set(subjects.map(({ classification }) => classification))).toEqual(
            new Set(classes.keys()),
          );
          for (const { classification, outcomes } of subjects) {
            const adopted = (classes.get(classification) ?? []).filter(
              ({ outcome }) => outcome === 'adopted',
            );
            expect(outcomes.adopted).toBe(adopted.length);
          }
        });
      }),
      { numRuns: 40 },
    ));
});
