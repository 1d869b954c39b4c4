import type { BrokenRule } from '../command/irregularity.js';
import { remoteAttendance } from '../rules/remote.js';
import { regimeOf } from '../rules/rule-set.js';
import { hasSubstitutes } from '../rules/substitutes.js';
import { convened, nameOf } from './preconditions.js';
import { namedInOffice } from './quorum-now.js';
import { presentNow, sessionAggregate, type SessionEvent, type SessionState } from './session.js';

/** The séance as it would be after those events, whenever they happen. */
export const supposing = (state: SessionState, events: readonly SessionEvent[]): SessionState =>
  events.reduce(
    (before, event) => sessionAggregate.evolve(before, event, { date: null, time: null, zone: 'UTC' }),
    state,
  );

/** A member attends at a distance where and when the law does not let them (R6). */
export function brokenByDistance(state: SessionState, member: string, field: string): BrokenRule[] {
  const { bodyAtSession, date } = convened(state);
  const rule = remoteAttendance(regimeOf(bodyAtSession.authority.kind, bodyAtSession.kind), date);
  if (rule === undefined || rule.value) return [];
  const message = `${nameOf(state, member)} ne peut pas siéger à distance dans cette instance ce jour-là (${rule.article}).`;
  return [{ rule: 'R6.remote', message, field }];
}

/**
 * A substitute sits where there are none, or beside the titular (R6, L5211-6).
 *
 * @param after the séance with the member in the room
 */
export function brokenBySubstitute(after: SessionState, member: string, field: string): BrokenRule[] {
  const { authority, kind, rules, seats } = convened(after).bodyAtSession;
  const seat = seats?.find(({ ref }) => ref === member);
  const present = presentNow(after) ?? [];
  const broken: BrokenRule[] = [];
  if (
    seat !== undefined &&
    seat.substituteOf !== null &&
    hasSubstitutes(authority.kind, kind, rules) === false
  ) {
    const message = `${nameOf(after, member)} est suppléant(e), et cette instance n’en a pas (L5211-6).`;
    broken.push({ rule: 'R6.no-substitutes', message, field });
  }
  const substitute = (seats ?? []).find(
    ({ ref, substituteOf }) => substituteOf === member && present.includes(ref),
  );
  const titular = present.includes(seat?.substituteOf ?? '') ? seat?.substituteOf : undefined;
  const beside = titular ?? substitute?.ref;
  if (beside !== undefined) {
    const message = `${nameOf(after, member)} et ${nameOf(after, beside)} siègent ensemble, l’un(e) étant suppléant(e) de l’autre (L5211-6).`;
    broken.push({ rule: 'R6.substitute', message, field });
  }
  return broken;
}

/** More are present, or named, than are in office (R6). Told once: by what brings the number above. */
export function brokenByNumber(before: SessionState, after: SessionState): BrokenRule[] {
  const { inOffice } = convened(after).bodyAtSession;
  const counted = headsIn(after);
  if (inOffice === null || counted <= inOffice || counted <= headsIn(before)) return [];
  const message = `${counted} personnes sont présentes ou nommées, pour ${inOffice} membres en exercice.`;
  return [{ rule: 'R6.above-in-office', message }];
}

const headsIn = (state: SessionState): number => {
  const present = presentNow(state);
  return Math.max(present?.length ?? 0, namedInOffice(state, present) ?? 0);
};
