import type { SessionState } from '@registre/deliberation';
import type { Members } from '../../wording/members';

/** All whom the séance can name, by ref: those without a mandate that day too. */
export const membersOf = ({ bodyAtSession }: SessionState): Members =>
  Object.fromEntries(
    [...(bodyAtSession?.outOfMandate ?? []), ...(bodyAtSession?.seats ?? [])].map((seat) => [seat.ref, seat]),
  );
