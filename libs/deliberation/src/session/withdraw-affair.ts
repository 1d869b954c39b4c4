import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Type } from 'class-transformer';
import { IsOptional, ValidateNested } from 'class-validator';
import { CommandBody } from '../command/command-body.js';
import type { Accepted, CommandContext } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { excuse } from '../command/irregularity.js';
import { IsText } from '../command/validation.js';
import { changeSession } from './change-session.js';
import { pendingAffair, requireNoOpenBallot, requireOpen } from './preconditions.js';
import type { SessionEvent, SessionState } from './session.js';
import { StatedBody, statedOf } from './stated-body.js';

export class WithdrawAffairBody extends CommandBody {
  @IsOptional()
  @IsText(500)
  readonly reason?: string | null;

  /** What was said of it, in the words of the chair or the source. */
  @IsOptional()
  @IsText(2000)
  readonly proclaimed?: string | null;

  /** What the source states at this affair. */
  @IsOptional()
  @ValidateNested()
  @Type(() => StatedBody)
  readonly stated?: StatedBody | null;
}

export class WithdrawAffair {
  constructor(
    readonly context: CommandContext,
    readonly session: string,
    readonly affair: string,
    readonly body: WithdrawAffairBody,
  ) {}
}

/** Takes an affair off the agenda, called or not. */
export function withdrawAffair(
  state: SessionState,
  { affair, body }: WithdrawAffair,
): readonly SessionEvent[] {
  requireOpen(state);
  requireNoOpenBallot(state);
  pendingAffair(state, affair);
  const said = {
    reason: body.reason ?? null,
    stated: statedOf(body.stated),
    proclaimed: body.proclaimed ?? null,
  };
  return [{ type: 'AffairWithdrawn', data: { affair, ...said, ...excuse([], body.despite) } }];
}

@CommandHandler(WithdrawAffair)
export class WithdrawAffairHandler implements ICommandHandler<WithdrawAffair, Accepted> {
  constructor(private readonly runner: CommandRunner) {}

  execute(command: WithdrawAffair): Promise<Accepted> {
    return changeSession(this.runner, command, (state) => withdrawAffair(state, command));
  }
}
