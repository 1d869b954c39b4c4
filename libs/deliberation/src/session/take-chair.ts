import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { IsOptional } from 'class-validator';
import { CommandBody } from '../command/command-body.js';
import type { Accepted, CommandContext } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { excuse } from '../command/irregularity.js';
import { IsRef, IsText } from '../command/validation.js';
import { changeSession } from './change-session.js';
import { brokenByMandate, nameOf, requireMember, requireOpen } from './preconditions.js';
import { isKnownOut, type SessionEvent, type SessionState } from './session.js';

export class TakeChairBody extends CommandBody {
  @IsRef()
  readonly member!: string;

  /** Why the chair changes, e.g. for the vote on the accounts (L2121-14); null or absent: not said. */
  @IsOptional()
  @IsText(500)
  readonly reason?: string | null;
}

export class TakeChair {
  constructor(
    readonly context: CommandContext,
    readonly session: string,
    readonly body: TakeChairBody,
  ) {}
}

/** Someone takes the chair; one who is known not to be in the room is irregular (R23: the minutes name the chair). */
export function takeChair(state: SessionState, { body }: TakeChair): readonly SessionEvent[] {
  requireOpen(state);
  requireMember(state, body.member);
  if (state.chair === body.member) return [];
  const out = isKnownOut(state, body.member);
  const message = `${nameOf(state, body.member)} n’est pas dans la salle et ne peut pas présider.`;
  const broken = [
    ...(out ? [{ rule: 'presence.chair', message, field: 'member' }] : []),
    ...brokenByMandate(state, body.member),
  ];
  const irregular = excuse(broken, body.despite);
  return [{ type: 'ChairTaken', data: { member: body.member, reason: body.reason ?? null, ...irregular } }];
}

@CommandHandler(TakeChair)
export class TakeChairHandler implements ICommandHandler<TakeChair, Accepted> {
  constructor(private readonly runner: CommandRunner) {}

  execute(command: TakeChair): Promise<Accepted> {
    return changeSession(this.runner, command, (state) => takeChair(state, command));
  }
}
