import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { impossible } from '@registre/platform';
import { Type } from 'class-transformer';
import { IsOptional, ValidateNested } from 'class-validator';
import { CommandBody } from '../command/command-body.js';
import type { Accepted, CommandContext } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { excuse } from '../command/irregularity.js';
import { IsBeginning } from '../command/validation.js';
import { changeSession } from './change-session.js';
import { withoutUrgency } from './confirm-urgency.js';
import { pendingAffair, requireNoOpenBallot, requireSitting } from './preconditions.js';
import { quorumNow, withoutQuorum } from './quorum-now.js';
import type { SessionEvent, SessionState } from './session.js';
import { StatedBody, statedOf } from './stated-body.js';

export class CallAffairBody extends CommandBody {
  /** What the source states at this affair. */
  @IsOptional()
  @ValidateNested()
  @Type(() => StatedBody)
  readonly stated?: StatedBody | null;

  /** Begins empty (none so far), or null: whether anybody kept out of it is not known. */
  @IsBeginning()
  readonly recusals!: [] | null;
}

export class CallAffair {
  constructor(
    readonly context: CommandContext,
    readonly session: string,
    readonly affair: string,
    readonly body: CallAffairBody,
  ) {}
}

/** Puts an affair into discussion. The quorum is checked then, not at the vote (R7). */
export function callAffair(state: SessionState, { affair: id, body }: CallAffair): readonly SessionEvent[] {
  requireSitting(state);
  requireNoOpenBallot(state);
  const affair = pendingAffair(state, id);
  if (affair.called !== null) throw impossible('affair.already-called', 'Cette affaire a déjà été appelée.');
  const stated = statedOf(body.stated);
  const quorum = quorumNow(state, id, stated);
  const irregular = excuse([...withoutUrgency(state), ...withoutQuorum(state, quorum)], body.despite);
  const data = { affair: id, quorum, stated, recusals: body.recusals, ...irregular };
  return [{ type: 'AffairCalled', data }];
}

@CommandHandler(CallAffair)
export class CallAffairHandler implements ICommandHandler<CallAffair, Accepted> {
  constructor(private readonly runner: CommandRunner) {}

  execute(command: CallAffair): Promise<Accepted> {
    return changeSession(this.runner, command, (state) => callAffair(state, command));
  }
}
