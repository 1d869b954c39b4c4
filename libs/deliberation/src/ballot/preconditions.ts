import { impossible, notFound } from '@registre/platform';
import type { BallotState } from './ballot.js';
import { namesAll, type Roll } from './tally.js';

/** @throws Refusal unless the ballot is open */
export function requireVoting(state: BallotState): void {
  if (state.status === 'none') throw notFound('unknown-ballot', 'Ce scrutin n’existe pas.');
  if (state.status === 'closed') throw impossible('ballot.closed', 'Ce scrutin est clos.');
  if (state.status === 'void') throw impossible('ballot.void', 'Ce scrutin a été annulé.');
}

/** @throws Refusal in a secret ballot: nothing may tell who voted what (R17) */
export function requirePublic({ method }: BallotState): void {
  if (method !== 'secret') return;
  const message =
    'Ce scrutin est secret : on y émarge, et seuls les totaux du dépouillement y sont enregistrés.';
  throw impossible('R17.secret', message);
}

/** @throws Refusal unless the ballot is secret */
export function requireSecret({ method }: BallotState): void {
  if (method === 'secret') return;
  throw impossible('ballot.not-secret', 'Ce scrutin n’est pas secret : on n’y émarge ni n’y dépouille.');
}

/** @throws Refusal once the ballot was counted */
export function requireUncounted({ counted }: BallotState): void {
  if (counted !== null) throw impossible('ballot.counted', 'Ce scrutin a déjà été dépouillé.');
}

/**
 * Who votes for a seat of the roll; null: not known. On a roll that does not name all its seats, one that is not
 * named may vote.
 *
 * @throws Refusal for a seat that is not on the roll
 */
export function voterOnRoll(roll: Roll | null, seat: string): string | null {
  const found = roll?.seats?.find((one) => one.seat === seat);
  if (found !== undefined) return found.voter;
  if (roll === null || !namesAll(roll)) return null;
  throw impossible('vote.not-on-roll', `« ${seat} » ne vote pas dans ce scrutin.`, 'seat');
}

/** @throws Refusal when someone else than the seat's voter votes for it (R10) */
export function requireBearer(seat: string, onRoll: string | null, voter: string | undefined): void {
  if (voter === undefined || onRoll === null || voter === onRoll) return;
  throw impossible('R10.not-the-bearer', `Seul « ${onRoll} » vote pour « ${seat} ».`, 'voter');
}

/** @throws Refusal for one who keeps out of the affair (R19) */
export function requireNotRecused({ recused }: BallotState, ref: string, field: string): void {
  if (recused?.includes(ref) !== true) return;
  const message = `« ${ref} » s’est déporté(e) de cette affaire et ne prend pas part à son vote (L2131-11).`;
  throw impossible('R19.recused', message, field);
}
