import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { impossible } from '@registre/platform';
import { Type } from 'class-transformer';
import { IsDefined, IsOptional, ValidateNested } from 'class-validator';
import { SeatBody, seatOf } from '../body/seat-members.js';
import { CommandBody } from '../command/command-body.js';
import type { Accepted, CommandContext } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { excuse } from '../command/irregularity.js';
import { IsText } from '../command/validation.js';
import { brokenBySubstitute, supposing } from './attendance-rules.js';
import { changeSession } from './change-session.js';
import { nameOf, requireNoOpenBallot, requireOpen } from './preconditions.js';
import { hasResigned, type SessionEvent, type SessionState } from './session.js';

export class InstallMemberBody extends CommandBody {
  @IsDefined()
  @ValidateNested()
  @Type(() => SeatBody)
  readonly seat!: SeatBody;

  /** No private detail. */
  @IsOptional()
  @IsText(500)
  readonly reason?: string | null;
}

export class InstallMember {
  constructor(
    readonly context: CommandContext,
    readonly session: string,
    readonly body: InstallMemberBody,
  ) {}
}

/** A new member takes a seat during the séance and is in the room from then on (L2121-4, R2121-2). */
export function installMember(state: SessionState, { body }: InstallMember): readonly SessionEvent[] {
  requireOpen(state);
  requireNoOpenBallot(state);
  const seat = seatOf(body.seat);
  const sits = state.bodyAtSession?.seats?.some(({ ref }) => ref === seat.ref) === true;
  if (sits && !hasResigned(state, seat.ref)) {
    const message = `${nameOf(state, seat.ref)} siège déjà dans cette instance : notez une arrivée.`;
    throw impossible('member.already-sits', message, 'seat.ref');
  }
  const data = { seat, reason: body.reason ?? null };
  const after = supposing(state, [{ type: 'MemberInstalled', data }]);
  const irregular = excuse(brokenBySubstitute(after, seat.ref, 'seat.substituteOf'), body.despite);
  return [{ type: 'MemberInstalled', data: { ...data, ...irregular } }];
}

@CommandHandler(InstallMember)
export class InstallMemberHandler implements ICommandHandler<InstallMember, Accepted> {
  constructor(private readonly runner: CommandRunner) {}

  execute(command: InstallMember): Promise<Accepted> {
    return changeSession(this.runner, command, (state) => installMember(state, command));
  }
}
