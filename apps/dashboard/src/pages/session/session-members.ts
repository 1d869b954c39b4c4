import type { SessionState } from '@registre/deliberation';
import type { Members } from '../../wording/members';

/** Those who are known to hold a seat that day, by ref. */
export const membersOf = ({ bodyAtSession }: SessionState): Members =>
  Object.fromEntries((bodyAtSession?.seats ?? []).map((seat) => [seat.ref, seat]));
