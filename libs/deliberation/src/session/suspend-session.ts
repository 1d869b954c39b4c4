import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { IsOptional } from 'class-validator';
import { CommandBody } from '../command/command-body.js';
import type { Accepted, CommandContext } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { excuse } from '../command/irregularity.js';
import { IsText } from '../command/validation.js';
import { changeSession } from './change-session.js';
import { requireNoOpenBallot, requireSitting } from './preconditions.js';
import type { SessionEvent, SessionState } from './session.js';

export class SuspendSessionBody extends CommandBody {
  /** No private detail. */
  @IsOptional()
  @IsText(500)
  readonly reason?: string | null;
}

export class SuspendSession {
  constructor(
    readonly context: CommandContext,
    readonly session: string,
    readonly body: SuspendSessionBody,
  ) {}
}

/** The séance is suspended: nothing is discussed, voted on or decided until it resumes (R7, L2121-16). */
export function suspendSession(state: SessionState, { body }: SuspendSession): readonly SessionEvent[] {
  requireSitting(state);
  requireNoOpenBallot(state);
  return [{ type: 'SessionSuspended', data: { reason: body.reason ?? null, ...excuse([], body.despite) } }];
}

@CommandHandler(SuspendSession)
export class SuspendSessionHandler implements ICommandHandler<SuspendSession, Accepted> {
  constructor(private readonly runner: CommandRunner) {}

  execute(command: SuspendSession): Promise<Accepted> {
    return changeSession(this.runner, command, (state) => suspendSession(state, command));
  }
}
