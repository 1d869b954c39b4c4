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

export class PostponeAffairBody extends CommandBody {
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

export class PostponeAffair {
  constructor(
    readonly context: CommandContext,
    readonly session: string,
    readonly affair: string,
    readonly body: PostponeAffairBody,
  ) {}
}

/** Puts an affair off to another séance, called or not (R7: what a lost quorum leaves). */
export function postponeAffair(
  state: SessionState,
  { affair, body }: PostponeAffair,
): readonly SessionEvent[] {
  // What a séance without quorum was to deal with is put off with it.
  if (state.status !== 'not-quorate') requireOpen(state);
  requireNoOpenBallot(state);
  pendingAffair(state, affair);
  const said = {
    reason: body.reason ?? null,
    stated: statedOf(body.stated),
    proclaimed: body.proclaimed ?? null,
  };
  return [{ type: 'AffairPostponed', data: { affair, ...said, ...excuse([], body.despite) } }];
}

@CommandHandler(PostponeAffair)
export class PostponeAffairHandler implements ICommandHandler<PostponeAffair, Accepted> {
  constructor(private readonly runner: CommandRunner) {}

  execute(command: PostponeAffair): Promise<Accepted> {
    return changeSession(this.runner, command, (state) => postponeAffair(state, command));
  }
}
