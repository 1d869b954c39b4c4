import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { affairStream, numberStream } from '@registre/event-store';
import { impossible } from '@registre/platform';
import { CommandBody } from '../command/command-body.js';
import type { Accepted, CommandContext } from '../command/command-context.js';
import { CommandRunner, requireUnchanged } from '../command/command-runner.js';
import { excuse } from '../command/irregularity.js';
import { IsText } from '../command/validation.js';
import { withoutExpectation } from '../processes/open-voting.js';
import { numberAggregate, numberScope, type NumberEvent, type NumberState } from '../register/number.js';
import { convened } from '../session/preconditions.js';
import { affairAggregate, type AffairEvent, type AffairState } from './affair.js';
import { changeAffair, sessionOfAffair } from './change-affair.js';

export class NumberAffairBody extends CommandBody {
  /** The authority's own number: free text. */
  @IsText(100)
  readonly number!: string;
}

export class NumberAffair {
  constructor(
    readonly context: CommandContext,
    readonly session: string,
    readonly affair: string,
    readonly body: NumberAffairBody,
  ) {}
}

/** Takes the number within its scope: one that another affair bears already is irregular, and happens. */
export function takeNumber(state: NumberState, body: string, command: NumberAffair): readonly NumberEvent[] {
  const { session, affair, body: asked } = command;
  if (state.affairs.includes(affair)) return [];
  const message = `Une autre affaire porte déjà le numéro « ${asked.number} ».`;
  const broken = state.affairs.length > 0 ? [{ rule: 'number.taken', message, field: 'number' }] : [];
  const data = { number: asked.number, body, session, affair, ...excuse(broken, asked.despite) };
  return [{ type: 'NumberTaken', data }];
}

/** Gives the affair its number, once: only a corrected record changes it. */
export function numberAffair(
  state: AffairState,
  { context, session, body }: NumberAffair,
): readonly AffairEvent[] {
  if (state.number === body.number) return [];
  const event: AffairEvent = { type: 'AffairNumbered', data: { session, number: body.number } };
  if (context.source !== undefined) return [event];
  if (state.number !== null) {
    throw impossible('affair.numbered', `Cette affaire porte déjà le numéro « ${state.number} ».`, 'number');
  }
  if (state.extract !== null) {
    throw impossible('extract.certified', 'L’extrait est certifié : son numéro ne change plus.', 'number');
  }
  return [event];
}

// A number taken for an affair that then refuses it would be found under that number for ever.
function requireNumberable(paper: { state: AffairState; revision: number }, command: NumberAffair): void {
  const events = numberAffair(paper.state, command);
  if (events.length > 0)
    requireUnchanged(
      command.context,
      affairStream(command.context.authority, command.affair),
      paper.revision,
    );
}

@CommandHandler(NumberAffair)
export class NumberAffairHandler implements ICommandHandler<NumberAffair, Accepted> {
  constructor(private readonly runner: CommandRunner) {}

  async execute(command: NumberAffair): Promise<Accepted> {
    const { context, session, affair, body } = command;
    const held = convened(await sessionOfAffair(this.runner, command));
    const paper = await this.runner.load(affairAggregate, affairStream(context.authority, affair));
    requireNumberable(paper, command);
    await this.runner.change({
      aggregate: numberAggregate,
      stream: numberStream(context.authority, held.body, numberScope(session, held), body.number),
      context: withoutExpectation(context),
      session,
      occurredAt: body.occurredAt,
      decide: (state) => takeNumber(state, held.body, command),
    });
    return changeAffair(this.runner, command, (state) => numberAffair(state, command));
  }
}
