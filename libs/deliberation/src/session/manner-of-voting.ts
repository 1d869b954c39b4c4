import { impossible } from '@registre/platform';
import type { BallotMethod } from '../ballot/tally.js';
import type { BrokenRule } from '../command/irregularity.js';
import { regimeOf } from '../rules/rule-set.js';
import { methodLong } from '../wording/index.js';
import { convened } from './preconditions.js';
import { roomOf, type BallotInSession, type SessionState } from './session.js';

/** A ballot that is about to be opened. */
export type Opening = Pick<
  BallotInSession,
  'affair' | 'question' | 'method' | 'secrecyWaived' | 'waiver' | 'round' | 'candidates' | 'accounts'
>;

/** What the law would not have in the way a ballot is to be held. @throws Refusal */
export const mannerBroken = (state: SessionState, opening: Opening): readonly BrokenRule[] => [
  ...requestIgnored(state, opening),
  ...secrecyBroken(state, opening),
  ...waiverBroken(state, opening),
  ...roundBroken(state, opening),
  ...accountsBroken(state, opening),
];

/** Enough members asked for another manner; a request for the secret prevails over one for a public vote (L2121-21). */
function requestIgnored(state: SessionState, { affair, method, candidates }: Opening): BrokenRule[] {
  const asked = state.ballotRequests
    .filter((one) => one.affair === affair && one.sufficient === true)
    .map((one) => one.method);
  const prevailing = asked.includes('secret') ? 'secret' : asked[0];
  // A nomination is secret whoever asks for a public vote.
  const isNomination = candidates !== null && method === 'secret';
  if (prevailing === undefined || method === null || method === prevailing || isNomination) return [];
  const message = `Le ${methodLong(prevailing)} a été demandé par assez de membres présents.`;
  return [{ rule: 'R16.method', message, field: 'method' }];
}

const isPublic = (method: BallotMethod | null): boolean => method !== null && method !== 'secret';

/** A nomination is secret, unless the assembly gave that up unanimously (L2121-21). */
function secrecyBroken(state: SessionState, { method, candidates, secrecyWaived }: Opening): BrokenRule[] {
  const { authority, kind } = convened(state).bodyAtSession;
  const regime = regimeOf(authority.kind, kind);
  const applies = regime === 'C' || regime === 'E' || regime === 'B';
  if (!applies || candidates === null || !isPublic(method) || secrecyWaived !== false) return [];
  const message = 'Une nomination se vote au scrutin secret, sauf renoncement unanime.';
  return [{ rule: 'R16.secrecy', message, field: 'secrecyWaived' }];
}

function waiverBroken(state: SessionState, { waiver }: Opening): BrokenRule[] {
  if (waiver === null) return [];
  const ballot = state.ballots.find(({ id }) => id === waiver);
  if (ballot === undefined || ballot.closed === null || ballot.voided !== null) {
    const message = 'Le renoncement au secret n’est pas un scrutin clos de la séance.';
    throw impossible('ballot.waiver', message, 'waiver');
  }
  const { computed } = ballot.closed;
  if (computed === null || (computed.outcome === 'adopted' && computed.unanimous !== false)) return [];
  const message = 'Il n’est renoncé au scrutin secret qu’à l’unanimité, que ce vote n’a pas.';
  return [{ rule: 'R16.waiver', message, field: 'waiver' }];
}

/** A second or third round follows the one before, which elected nobody, or not enough (R16). */
function roundBroken(state: SessionState, { affair, question, round, candidates }: Opening): BrokenRule[] {
  if (round === null || round === 1 || candidates === null) return [];
  const before = state.ballots.findLast(
    (one) =>
      one.affair === affair && one.question === question && one.candidates !== null && one.voided === null,
  );
  const broken = (message: string): BrokenRule[] => [{ rule: 'R16.rounds', message, field: 'round' }];
  if (before === undefined) return broken(`Aucun tour ne précède le tour ${round} de cette élection.`);
  if (before.round !== null && before.round !== round - 1) {
    return broken(`Le tour ${round} suit le tour ${before.round}.`);
  }
  const outcome = before.closed?.computed?.outcome ?? before.closed?.declared.outcome;
  return outcome === 'elected' ? broken('Le tour précédent a donné un élu.') : [];
}

/** The ordinary chair neither presides nor stays when the accounts are put to the vote (L2121-14, R20). */
function accountsBroken(state: SessionState, { accounts, affair }: Opening): BrokenRule[] {
  const ordinary = state.openingChair;
  if (!accounts || ordinary === null) return [];
  if (state.chair === ordinary) {
    const message =
      'Le vote des comptes ne se tient pas sous la présidence de celui qui préside d’ordinaire.';
    return [{ rule: 'R20.chair', message }];
  }
  if (!roomOf(state, affair).present?.includes(ordinary)) return [];
  const message = 'Celui qui préside d’ordinaire doit se retirer au moment du vote des comptes.';
  return [{ rule: 'R20.present', message }];
}
