import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { impossible } from '@registre/platform';
import { IsIn, IsInt, IsOptional, Min } from 'class-validator';
import { CommandBody } from '../command/command-body.js';
import type { Accepted, CommandContext } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { excuse } from '../command/irregularity.js';
import { IsText } from '../command/validation.js';
import { MENTION_KINDS, type AffairEvent, type AffairState, type MentionKind } from './affair.js';
import { changeAffair } from './change-affair.js';
import { dayOfAct } from './decided-act.js';

export class StrikeOutMentionBody extends CommandBody {
  @IsIn(MENTION_KINDS)
  readonly kind!: MentionKind;

  /** Rank among the mentions of its kind that stand, from 1 on, oldest first; absent: the last one. */
  @IsOptional()
  @IsInt()
  @Min(1)
  readonly place?: number;

  @IsText(1000)
  readonly reason!: string;
}

export class StrikeOutMention {
  constructor(
    readonly context: CommandContext,
    readonly session: string,
    readonly affair: string,
    readonly body: StrikeOutMentionBody,
  ) {}
}

/**
 * Strikes out what was noted of an act after its séance by a slip (a mistyped day, the wrong act), so that it can be
 * noted as it was. The struck mention stays in the history, with the reason; the irregularities it was recorded with
 * stay told.
 */
export function strikeOutMention(
  state: AffairState,
  { body: { kind, place, reason, despite } }: StrikeOutMention,
): readonly AffairEvent[] {
  const standing = state.mentions.filter((mention) => mention.kind === kind);
  const rank = place ?? standing.length;
  const struck = standing[rank - 1];
  if (struck === undefined) {
    const field = standing.length === 0 || place === undefined ? 'kind' : 'place';
    throw impossible('act.no-mention', 'L’acte ne porte pas une telle mention.', field);
  }
  const data = { kind, place: rank, entry: struck.entry, reason, ...excuse([], despite) };
  return [{ type: 'MentionStruckOut', data }];
}

@CommandHandler(StrikeOutMention)
export class StrikeOutMentionHandler implements ICommandHandler<StrikeOutMention, Accepted> {
  constructor(private readonly runner: CommandRunner) {}

  async execute(command: StrikeOutMention): Promise<Accepted> {
    await dayOfAct(this.runner, command);
    return changeAffair(this.runner, command, (state) => strikeOutMention(state, command));
  }
}
