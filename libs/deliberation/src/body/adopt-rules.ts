import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { IsBoolean, IsIn } from 'class-validator';
import { CommandBody } from '../command/command-body.js';
import type { Accepted, CommandContext } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { excuse } from '../command/irregularity.js';
import { IfGiven, IsCalendarDate, OrNull } from '../command/validation.js';
import { NUMBERINGS, type BodyEvent, type BodyRules, type BodyState, type Numbering } from './body.js';
import { changeBody } from './change-body.js';

export class AdoptRulesBody extends CommandBody {
  /** Whether titulars have substitutes (suppléants); null: the rules do not say, or nobody knows. */
  @OrNull()
  @IsBoolean()
  readonly substitutes!: boolean | null;

  /** How a commune under 3,500 inhabitants publishes its acts (L2131-1); null: the rules do not say. */
  @OrNull()
  @IsIn(['electronic', 'posting', 'paper'])
  readonly publication!: BodyRules['publication'];

  /** Within what an affair's number is unique; absent: as before. */
  @IfGiven()
  @IsIn(NUMBERINGS)
  readonly numbering?: Numbering;

  /** Day on which they were adopted; null: not known. */
  @OrNull()
  @IsCalendarDate()
  readonly on!: string | null;
}

export class AdoptRules {
  constructor(
    readonly context: CommandContext,
    readonly key: string,
    readonly body: AdoptRulesBody,
  ) {}
}

/**
 * The body adopts its own rules (règlement intérieur, L2121-8): séances convened or opened afterwards go by them. The
 * ones in force again change nothing.
 */
export function adoptRules(state: BodyState, { body }: AdoptRules): readonly BodyEvent[] {
  excuse([], body.despite);
  const { substitutes, publication, on } = body;
  const before = state.constituted?.numbering ?? 'body';
  const numbering = body.numbering ?? before;
  const same = state.rules?.substitutes === substitutes && state.rules.publication === publication;
  if (same && numbering === before) return [];
  return [{ type: 'RulesAdopted', data: { rules: { substitutes, publication }, numbering, on } }];
}

@CommandHandler(AdoptRules)
export class AdoptRulesHandler implements ICommandHandler<AdoptRules, Accepted> {
  constructor(private readonly runner: CommandRunner) {}

  execute(command: AdoptRules): Promise<Accepted> {
    return changeBody(this.runner, command, (state) => adoptRules(state, command));
  }
}
