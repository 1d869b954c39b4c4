import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { IsIn } from 'class-validator';
import { CommandBody } from '../command/command-body.js';
import type { Accepted, CommandContext } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { excuse } from '../command/irregularity.js';
import { IfGiven } from '../command/validation.js';
import { changeSession } from './change-session.js';
import { requireNoOpenBallot, requireOpen } from './preconditions.js';
import type { SessionEvent, SessionState } from './session.js';

export class CloseSessionBody extends CommandBody {
  /** `unknown`: its source does not say on which sheets of the register the affairs stand. */
  @IfGiven()
  @IsIn(['to-be-numbered', 'unknown'])
  readonly sheets?: 'to-be-numbered' | 'unknown';
}

export class CloseSession {
  constructor(
    readonly context: CommandContext,
    readonly session: string,
    readonly body: CloseSessionBody,
  ) {}
}

/** Closes the séance: what was decided is then entered in the register. */
export function closeSession(state: SessionState, { body }: CloseSession): readonly SessionEvent[] {
  requireOpen(state);
  requireNoOpenBallot(state);
  const data = { sheets: body.sheets ?? ('to-be-numbered' as const), ...excuse([], body.despite) };
  return [{ type: 'SessionClosed', data }];
}

@CommandHandler(CloseSession)
export class CloseSessionHandler implements ICommandHandler<CloseSession, Accepted> {
  constructor(private readonly runner: CommandRunner) {}

  execute(command: CloseSession): Promise<Accepted> {
    return changeSession(this.runner, command, (state) => closeSession(state, command));
  }
}
