import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { IsUUID } from 'class-validator';
import { CommandBody } from '../command/command-body.js';
import type { Accepted, CommandContext } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { excuse } from '../command/irregularity.js';
import { IsCalendarDate, IsText, OrNull } from '../command/validation.js';
import type { BodyEvent, BodyState } from './body.js';
import { changeBody, seatOfBody } from './change-body.js';

export class AssignOfficeBody extends CommandBody {
  /** e.g. « 1er adjoint »; null: the member holds none any more. */
  @OrNull()
  @IsText(300)
  readonly office!: string | null;

  /** First day of it; null: not known. */
  @OrNull()
  @IsCalendarDate()
  readonly from!: string | null;

  /** The affair that elected to it; null: not known, or not in this register. */
  @OrNull()
  @IsUUID()
  readonly affair!: string | null;
}

export class AssignOffice {
  constructor(
    readonly context: CommandContext,
    readonly key: string,
    readonly member: string,
    readonly body: AssignOfficeBody,
  ) {}
}

/** A member takes an office, or gives it up. The one already held changes nothing. */
export function assignOffice(state: BodyState, { member, body }: AssignOffice): readonly BodyEvent[] {
  const { office: held } = seatOfBody(state, member);
  const { office, from, affair } = body;
  excuse([], body.despite);
  return held === office ? [] : [{ type: 'OfficeAssigned', data: { member, office, from, affair } }];
}

@CommandHandler(AssignOffice)
export class AssignOfficeHandler implements ICommandHandler<AssignOffice, Accepted> {
  constructor(private readonly runner: CommandRunner) {}

  execute(command: AssignOffice): Promise<Accepted> {
    return changeBody(this.runner, command, (state) => assignOffice(state, command));
  }
}
