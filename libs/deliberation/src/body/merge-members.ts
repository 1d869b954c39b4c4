import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { impossible } from '@registre/platform';
import { CommandBody } from '../command/command-body.js';
import type { Accepted, CommandContext } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { excuse } from '../command/irregularity.js';
import { IsRef } from '../command/validation.js';
import type { BodyEvent, BodyState } from './body.js';
import { changeBody, seatOfBody } from './change-body.js';

export class MergeMembersBody extends CommandBody {
  /** The ref that is given up. */
  @IsRef()
  readonly from!: string;

  /** The ref that stays. */
  @IsRef()
  readonly into!: string;
}

export class MergeMembers {
  constructor(
    readonly context: CommandContext,
    readonly key: string,
    readonly body: MergeMembersBody,
  ) {}
}

/**
 * Two refs were one person: later séances know one of them only, earlier ones keep what was written. The same again
 * changes nothing.
 */
export function mergeMembers(state: BodyState, { body }: MergeMembers): readonly BodyEvent[] {
  const { from, into } = body;
  excuse([], body.despite);
  if (state.merged[from] === into) return [];
  if (from === into) throw impossible('member.same', 'Les deux désignations sont la même.', 'into');
  seatOfBody(state, from, 'from');
  seatOfBody(state, into, 'into');
  return [{ type: 'MembersMerged', data: { from, into } }];
}

@CommandHandler(MergeMembers)
export class MergeMembersHandler implements ICommandHandler<MergeMembers, Accepted> {
  constructor(private readonly runner: CommandRunner) {}

  execute(command: MergeMembers): Promise<Accepted> {
    return changeBody(this.runner, command, (state) => mergeMembers(state, command));
  }
}
