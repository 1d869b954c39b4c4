import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { impossible } from '@registre/platform';
import { IsBoolean, IsUUID } from 'class-validator';
import { CommandBody } from '../command/command-body.js';
import type { Accepted, CommandContext } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { excuse, type BrokenRule } from '../command/irregularity.js';
import { OrNull } from '../command/validation.js';
import { changeSession } from './change-session.js';
import { restsOnUrgency } from './convocation-rules.js';
import { closedBallot, convened, requireSitting } from './preconditions.js';
import type { SessionEvent, SessionState } from './session.js';

export class ConfirmUrgencyBody extends CommandBody {
  /** Whether the assembly agreed that it was urgent; null: not known. */
  @OrNull()
  @IsBoolean()
  readonly confirmed!: boolean | null;

  /** The ballot of the séance on it; null: not known, or none was held. */
  @OrNull()
  @IsUUID()
  readonly ballot!: string | null;
}

export class ConfirmUrgency {
  constructor(
    readonly context: CommandContext,
    readonly session: string,
    readonly body: ConfirmUrgencyBody,
  ) {}
}

/** The assembly rules on the urgency that shortened the notice (R12, L2121-11). Other than its ballot is irregular. */
export function confirmUrgency(state: SessionState, { body }: ConfirmUrgency): readonly SessionEvent[] {
  requireSitting(state);
  if (convened(state).urgency === null) {
    throw impossible('urgency.not-claimed', 'La séance n’a pas été convoquée en urgence.');
  }
  if (state.urgency !== null) {
    throw impossible('urgency.ruled-on', 'L’assemblée s’est déjà prononcée sur l’urgence.');
  }
  const { confirmed, ballot } = body;
  const irregular = excuse(contradiction(state, body), body.despite);
  return [{ type: 'UrgencyConfirmed', data: { confirmed, ballot, ...irregular } }];
}

function contradiction(state: SessionState, { confirmed, ballot }: ConfirmUrgencyBody): BrokenRule[] {
  if (ballot === null) return [];
  const outcome = closedBallot(state, ballot).closed?.computed?.outcome;
  const agreed = outcome === 'adopted' ? true : outcome === 'rejected' ? false : null;
  if (agreed === null || confirmed === null || agreed === confirmed) return [];
  const message = confirmed
    ? 'L’urgence est dite admise et le scrutin l’a rejetée.'
    : 'L’urgence est dite refusée et le scrutin l’a admise.';
  return [{ rule: 'R12.urgency-vote', message, field: 'confirmed' }];
}

/**
 * An affair is discussed though the notice rests on an urgency that the assembly refused, or has not ruled on: it rules
 * at the opening, before anything else, and may send the affairs back to a later séance (L2121-11).
 */
export function withoutUrgency(state: SessionState): BrokenRule[] {
  if (!restsOnUrgency(convened(state))) return [];
  const rule = 'R12.urgency-not-confirmed';
  if (state.urgency === null) {
    return [
      { rule, message: 'L’assemblée ne s’est pas prononcée sur l’urgence de la convocation (L2121-11).' },
    ];
  }
  if (state.urgency.confirmed !== false) return [];
  return [{ rule, message: 'L’assemblée n’a pas admis l’urgence de la convocation (L2121-11).' }];
}

@CommandHandler(ConfirmUrgency)
export class ConfirmUrgencyHandler implements ICommandHandler<ConfirmUrgency, Accepted> {
  constructor(private readonly runner: CommandRunner) {}

  execute(command: ConfirmUrgency): Promise<Accepted> {
    return changeSession(this.runner, command, (state) => confirmUrgency(state, command));
  }
}
