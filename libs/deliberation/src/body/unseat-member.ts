import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { impossible } from '@registre/platform';
import { IsOptional } from 'class-validator';
import { CommandBody } from '../command/command-body.js';
import type { Accepted, CommandContext } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { excuse } from '../command/irregularity.js';
import { IsCalendarDate, IsText } from '../command/validation.js';
import type { BodyEvent, BodyState } from './body.js';
import { changeBody, seatOfBody } from './change-body.js';

export class UnseatMemberBody extends CommandBody {
  /** Last day in office. */
  @IsCalendarDate()
  readonly until!: string;

  /** End of term, resignation, death…; no private detail. */
  @IsOptional()
  @IsText(500)
  readonly reason?: string | null;
}

export class UnseatMember {
  constructor(
    readonly context: CommandContext,
    readonly key: string,
    readonly member: string,
    readonly body: UnseatMemberBody,
  ) {}
}

/** A mandate ends: séances after that day no longer count the seat. The same last day again changes nothing. */
export function unseatMember(state: BodyState, { member, body }: UnseatMember): readonly BodyEvent[] {
  const { mandateFrom, mandateUntil } = seatOfBody(state, member);
  const { until, reason = null } = body;
  if (mandateFrom !== null && until < mandateFrom) {
    throw impossible('mandate.ends-before-it-begins', 'Le mandat finirait avant d’avoir commencé.', 'until');
  }
  excuse([], body.despite);
  return mandateUntil === until ? [] : [{ type: 'MemberUnseated', data: { member, until, reason } }];
}

@CommandHandler(UnseatMember)
export class UnseatMemberHandler implements ICommandHandler<UnseatMember, Accepted> {
  constructor(private readonly runner: CommandRunner) {}

  execute(command: UnseatMember): Promise<Accepted> {
    return changeBody(this.runner, command, (state) => unseatMember(state, command));
  }
}
