import { quorumOf, type Quorum } from '../rules/quorum.js';
import { regimeOf } from '../rules/rule-set.js';
import { convened } from './preconditions.js';
import { roomOf, type SessionState } from './session.js';

/** The quorum as it stands in the room now, by the rule of the séance's day (R6, R7). */
export function quorumNow(state: SessionState): Quorum {
  const { bodyAtSession, date } = convened(state);
  const { authority, kind, inOffice, seats } = bodyAtSession;
  const { present, proxies } = roomOf(state);
  const substitutes = new Set(
    seats?.filter(({ substituteOf }) => substituteOf !== null).map(({ ref }) => ref),
  );
  const listed = state.attendance?.filter(({ member }) => !substitutes.has(member)).length ?? null;
  return quorumOf({
    regime: regimeOf(authority.kind, kind),
    date,
    inOffice,
    named: listed === 0 ? null : listed,
    present: present?.length ?? state.stated?.present ?? null,
    represented: proxies?.length ?? state.stated?.represented ?? null,
  });
}
