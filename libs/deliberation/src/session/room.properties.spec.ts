import fc from 'fast-check';
import { rollNow } from './roll.js';
import {
  absent,
  and,
  arrived,
  called,
  ELEVEN,
  EVENING,
  excused,
  left,
  present,
  presiding,
  proxy,
  recused,
  seance,
  suspended,
} from './seance.fixture.js';
import { presentNow, recusalsOf, roomOf, type SessionEvent } from './session.js';

const member = fc.constantFrom(...ELEVEN);
const affair = fc.constantFrom('budget', 'route');
const happening: fc.Arbitrary<SessionEvent | ReturnType<typeof called>> = fc.oneof(
  member.map(arrived),
  member.map(left),
  member.map(presiding),
  fc.constantFrom(present, excused, absent).chain((status) => member.map((ref) => status(ref)[0]!)),
  fc.tuple(member, fc.option(member)).map(([giver, bearer]) => proxy(giver, bearer)),
  member.map((giver): SessionEvent => ({ type: 'ProxyRevoked', data: { giver, reason: null } })),
  fc
    .tuple(affair, member, fc.option(fc.boolean()))
    .map(([one, ref, out]) => recused(one, ref, { left: out })),
  member.map((ref): SessionEvent => ({ type: 'MemberResigned', data: { member: ref, reason: null } })),
  member.map((ref): SessionEvent => ({
    type: 'EntryCorrected',
    data: { correction: { kind: 'movement', member: ref }, entry: null, on: null, reason: null },
  })),
  fc.constant(suspended),
  fc.tuple(affair, fc.constantFrom<[] | null>([], null)).map(([one, recusals]) => called(one, recusals)),
);

describe('whatever happens in the room', () => {
  it('the roll holds those present, once each, and those represented by someone present; nobody recused', () => {
    fc.assert(
      fc.property(
        fc.array(happening, { maxLength: 40, size: 'max' }),
        fc.constantFrom('budget', 'route', null),
        (events, on) => {
          const state = and(seance(...EVENING), events);
          const seats = rollNow(state, on, null).seats ?? [];
          const room = new Set(presentNow(state));
          const out = new Set(recusalsOf(state, on)?.map((one) => one.member));
          expect(new Set(seats.map(({ seat }) => seat)).size).toBe(seats.length);
          for (const { seat, voter } of seats) {
            expect(out.has(seat)).toBe(false);
            expect(voter === null || (room.has(voter) && !out.has(voter))).toBe(true);
            expect(voter === seat || (!room.has(seat) && isBorne(seat, voter))).toBe(true);
          }

          function isBorne(giver: string, bearer: string | null): boolean {
            const proxies = roomOf(state, on).proxies ?? [];
            return proxies.some((one) => one.giver === giver && one.bearer === bearer);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
