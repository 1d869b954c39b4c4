import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { IsOptional } from 'class-validator';
import { CommandBody } from '../command/command-body.js';
import type { Accepted, CommandContext } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { excuse } from '../command/irregularity.js';
import { IsRef, IsText } from '../command/validation.js';
import { changeSession } from './change-session.js';
import { requireMember, requireNoOpenBallot, requireOpen } from './preconditions.js';
import type { SessionEvent, SessionState } from './session.js';

export class ResignMemberBody extends CommandBody {
  @IsRef()
  readonly member!: string;

  /** No private detail. */
  @IsOptional()
  @IsText(500)
  readonly reason?: string | null;
}

export class ResignMember {
  constructor(
    readonly context: CommandContext,
    readonly session: string,
    readonly body: ResignMemberBody,
  ) {}
}

/** A member gives up the seat during the séance: out of the room, the members in office are one fewer (L2121-4). */
export function resignMember(state: SessionState, { body }: ResignMember): readonly SessionEvent[] {
  requireOpen(state);
  requireNoOpenBallot(state);
  requireMember(state, body.member);
  const irregular = excuse([], body.despite);
  return [
    { type: 'MemberResigned', data: { member: body.member, reason: body.reason ?? null, ...irregular } },
  ];
}

@CommandHandler(ResignMember)
export class ResignMemberHandler implements ICommandHandler<ResignMember, Accepted> {
  constructor(private readonly runner: CommandRunner) {}

  execute(command: ResignMember): Promise<Accepted> {
    return changeSession(this.runner, command, (state) => resignMember(state, command));
  }
}
