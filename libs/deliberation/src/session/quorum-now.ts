import { quorumOf, type Quorum } from '../rules/quorum.js';
import { regimeOf } from '../rules/rule-set.js';
import { convened } from './preconditions.js';
import { roomOf, type SessionState } from './session.js';
import type { Stated } from './stated.js';

/**
 * The quorum as it stands in the room now, by the rule of the séance's day (R6, R7). Names count; where there are
 * none, what the source states at the affair does, and what it states at the opening as long as nobody moved.
 */
export function quorumNow(state: SessionState, statedNow: Stated | null = null): Quorum {
  const { bodyAtSession, date } = convened(state);
  const { authority, kind, inOffice } = bodyAtSession;
  const { present, proxies } = roomOf(state);
  const opening = (state.movements ?? []).length === 0 ? state.stated : null;
  return quorumOf({
    regime: regimeOf(authority.kind, kind),
    date,
    inOffice,
    named: namedInOffice(state, present),
    present: present?.length ?? statedNow?.present ?? opening?.present ?? null,
    represented: proxies?.length ?? statedNow?.represented ?? opening?.represented ?? null,
  });
}

function namedInOffice(state: SessionState, present: readonly string[] | null): number | null {
  const substitutes = new Set(
    state.bodyAtSession?.seats?.filter(({ substituteOf }) => substituteOf !== null).map(({ ref }) => ref),
  );
  const listed = new Set([...(state.attendance ?? []).map(({ member }) => member), ...(present ?? [])]);
  return [...listed].filter((member) => !substitutes.has(member)).length || null;
}
