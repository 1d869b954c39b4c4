import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { impossible } from '@registre/platform';
import { Type } from 'class-transformer';
import { IsOptional, ValidateNested } from 'class-validator';
import { CommandBody } from '../command/command-body.js';
import type { Accepted, CommandContext } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { excuse } from '../command/irregularity.js';
import { changeSession } from './change-session.js';
import { requireOpen } from './preconditions.js';
import { quorumNow, withoutQuorum } from './quorum-now.js';
import { isSuspended, type SessionEvent, type SessionState } from './session.js';
import { StatedBody, statedOf } from './stated-body.js';

export class ResumeSessionBody extends CommandBody {
  /** What the source states at the resumption. */
  @IsOptional()
  @ValidateNested()
  @Type(() => StatedBody)
  readonly stated?: StatedBody | null;
}

export class ResumeSession {
  constructor(
    readonly context: CommandContext,
    readonly session: string,
    readonly body: ResumeSessionBody,
  ) {}
}

/** The séance resumes, with the quorum checked again (R7): that of the affair under discussion, where there is one. */
export function resumeSession(state: SessionState, { body }: ResumeSession): readonly SessionEvent[] {
  requireOpen(state);
  if (!isSuspended(state)) throw impossible('session.not-suspended', 'La séance n’est pas suspendue.');
  const stated = statedOf(body.stated);
  const quorum = quorumNow(state, state.currentAffair, stated);
  const irregular = excuse(withoutQuorum(state, quorum), body.despite);
  return [{ type: 'SessionResumed', data: { quorum, stated, ...irregular } }];
}

@CommandHandler(ResumeSession)
export class ResumeSessionHandler implements ICommandHandler<ResumeSession, Accepted> {
  constructor(private readonly runner: CommandRunner) {}

  execute(command: ResumeSession): Promise<Accepted> {
    return changeSession(this.runner, command, (state) => resumeSession(state, command));
  }
}
