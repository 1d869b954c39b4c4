import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { IsOptional } from 'class-validator';
import { CommandBody } from '../command/command-body.js';
import type { Accepted, CommandContext } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { excuse, type Irregularity } from '../command/irregularity.js';
import { IsRef, IsText } from '../command/validation.js';
import { changeSession } from './change-session.js';
import { nameOf, requireMember, requireOpen } from './preconditions.js';
import { isKnownOut, type SessionEvent, type SessionState } from './session.js';

export class RecordDepartureBody extends CommandBody {
  @IsRef()
  readonly member!: string;

  /** No private detail. */
  @IsOptional()
  @IsText(500)
  readonly reason?: string | null;
}

export class RecordDeparture {
  constructor(
    readonly context: CommandContext,
    readonly session: string,
    readonly body: RecordDepartureBody,
  ) {}
}

/**
 * A member leaves the room. During a ballot it is taken at once: the roll stays frozen and the ballot is flagged.
 * Leaving while known to be out is irregular.
 */
export function recordDeparture(state: SessionState, { body }: RecordDeparture): readonly SessionEvent[] {
  requireOpen(state);
  requireMember(state, body.member);
  const inconsistent = isKnownOut(state, body.member);
  const message = `${nameOf(state, body.member)} n’est déjà plus dans la salle.`;
  const broken = inconsistent ? [{ rule: 'movement.alternates', message, field: 'member' }] : [];
  const { irregularities = [] } = excuse(broken, body.despite);
  const found = [...irregularities, ...duringBallot(state, body)];
  const irregular = found.length === 0 ? {} : { irregularities: found };
  return [{ type: 'MemberLeft', data: { member: body.member, reason: body.reason ?? null, ...irregular } }];
}

function duringBallot(state: SessionState, { member, reason }: RecordDepartureBody): readonly Irregularity[] {
  if (state.openBallot === null) return [];
  const found = `${nameOf(state, member)} est sorti(e) pendant un scrutin, dont la liste des votants reste figée.`;
  return [{ rule: 'movement.during-ballot', reason: reason ?? 'Une sortie est toujours constatée.', found }];
}

@CommandHandler(RecordDeparture)
export class RecordDepartureHandler implements ICommandHandler<RecordDeparture, Accepted> {
  constructor(private readonly runner: CommandRunner) {}

  execute(command: RecordDeparture): Promise<Accepted> {
    return changeSession(this.runner, command, (state) => recordDeparture(state, command));
  }
}
