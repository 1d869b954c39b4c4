import { impossible, type LocalDate } from '@registre/platform';
import type { CommandRunner } from '../command/command-runner.js';
import { affairOf, requireClosed } from '../session/preconditions.js';
import type { Outcome, SessionState } from '../session/session.js';
import { sessionOfAffair, type AffairCommand } from './change-affair.js';

/** Whether such an outcome makes an act, which enters the register. */
export const makesAnAct = (outcome: Outcome | null): boolean =>
  outcome === 'adopted' || outcome === 'rejected' || outcome === 'noted';

/** Day of the séance that decided the act. @throws Refusal for an affair that was not decided in a closed séance */
export function dayOfDecision(session: SessionState, affair: string): LocalDate {
  if (!makesAnAct(affairOf(session, affair).outcome)) {
    throw impossible('act.undecided', 'Cette affaire n’a pas été décidée : il n’y a pas d’acte.');
  }
  return requireClosed(session).date;
}

/** Day of the séance that decided the act that a command is about. @throws Refusal */
export const dayOfAct = async (runner: CommandRunner, command: AffairCommand): Promise<LocalDate> =>
  dayOfDecision(await sessionOfAffair(runner, command), command.affair);
