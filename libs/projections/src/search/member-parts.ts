import type { ReadSnapshot } from '../engine/read-snapshot.js';
import { bodies, mergedInto } from '../members/queries.js';
import type { MemberAtSession } from '../sessions/member-rows.js';
import type { MemberPart } from '../views.js';
import type { DocumentRow } from './search.js';

/** Of one member, also under the refs that were merged into it: `:refs` holds pairs of a body (null: any) and a ref. */
const TOLD = `
FROM json_each(:refs) AS ref JOIN session_member AS told
  ON told.member = ref.value ->> 1 AND (ref.value ->> 0 IS NULL OR told.body = ref.value ->> 0)`;

/** The affairs that closed séances tell of a member: voted on by name, kept out of, presided. */
export const PARTS_OF_MEMBER = `
SELECT vote.value ->> 'affair' ${TOLD} JOIN json_each(told.state, '$.votes') AS vote
  WHERE coalesce(:as, 'voter') = 'voter' AND vote.value ->> 'seat' = told.member
UNION SELECT recusal.value ->> 'affair' ${TOLD} JOIN json_each(told.state, '$.recusals') AS recusal
  WHERE coalesce(:as, 'recused') = 'recused'
UNION SELECT presided.value ${TOLD} JOIN json_each(told.state, '$.presided') AS presided
  WHERE coalesce(:as, 'chair') = 'chair'`;

/** What `:refs` is for a member. */
export const refsOf = (snapshot: ReadSnapshot, member: string): string =>
  JSON.stringify([[null, member], ...mergedInto(bodies(snapshot), member)]);

/** What a member is to an affair. */
export function partsOf(
  snapshot: ReadSnapshot,
  { session, report }: DocumentRow,
  affair: string,
  refs: string,
): readonly MemberPart[] {
  const names = (JSON.parse(refs) as readonly (readonly [string | null, string])[]).map(([, ref]) => ref);
  const told = snapshot
    .named(`SELECT told.state AS state ${TOLD} WHERE told.session = :session`, { refs, session })
    .map(({ state }) => JSON.parse(state as string) as MemberAtSession);
  const rapporteur = report?.rapporteur?.member ?? null;
  const parts: { readonly [part in MemberPart]: boolean } = {
    rapporteur: rapporteur !== null && names.includes(rapporteur),
    voter: told.some(({ votes }) => votes.some((one) => one.affair === affair && names.includes(one.seat))),
    recused: told.some(({ recusals }) => recusals.some((one) => one.affair === affair)),
    chair: told.some(({ presided }) => presided.includes(affair)),
  };
  return (Object.keys(parts) as MemberPart[]).filter((part) => parts[part]);
}
