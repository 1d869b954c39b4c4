import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { IsOptional } from 'class-validator';
import { CommandBody } from '../command/command-body.js';
import type { Accepted, CommandContext } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { excuse } from '../command/irregularity.js';
import { IsRef, IsText } from '../command/validation.js';
import { changeSession } from './change-session.js';
import { nameOf, requireMember, requireOpen } from './preconditions.js';
import { presentNow, type SessionEvent, type SessionState } from './session.js';

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

/** A member leaves the room: always accepted, even while a ballot is open, whose roll stays frozen. Leaving while
 * known to be out is irregular. */
export function recordDeparture(state: SessionState, { body }: RecordDeparture): readonly SessionEvent[] {
  requireOpen(state);
  requireMember(state, body.member);
  const inconsistent = presentNow(state)?.includes(body.member) === false;
  const message = `${nameOf(state, body.member)} n’est déjà plus dans la salle.`;
  const broken = inconsistent ? [{ rule: 'movement.alternates', message, field: 'member' }] : [];
  const irregular = excuse(broken, body.despite);
  return [{ type: 'MemberLeft', data: { member: body.member, reason: body.reason ?? null, ...irregular } }];
}

@CommandHandler(RecordDeparture)
export class RecordDepartureHandler implements ICommandHandler<RecordDeparture, Accepted> {
  constructor(private readonly runner: CommandRunner) {}

  execute(command: RecordDeparture): Promise<Accepted> {
    return changeSession(this.runner, command, (state) => recordDeparture(state, command));
  }
}
