import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { impossible, type LocalDate } from '@registre/platform';
import { CommandBody } from '../command/command-body.js';
import type { Accepted, CommandContext } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { excuse } from '../command/irregularity.js';
import { IsCalendarDate, IsText, OrNull } from '../command/validation.js';
import { notBeforeSession } from '../session/preconditions.js';
import type { AffairEvent, AffairState } from './affair.js';
import { changeAffair } from './change-affair.js';
import { dayOfAct } from './decided-act.js';

export class TransmitDeliberationBody extends CommandBody {
  /** Day on which the act was sent to the préfet; null: not known. */
  @OrNull()
  @IsCalendarDate()
  readonly on!: string | null;

  /** Identifier of the act in @CTES; null: not known, or sent on paper. */
  @OrNull()
  @IsText(200)
  readonly identifier!: string | null;
}

export class TransmitDeliberation {
  constructor(
    readonly context: CommandContext,
    readonly session: string,
    readonly affair: string,
    readonly body: TransmitDeliberationBody,
  ) {}
}

/** The act is transmitted to the préfet (L2131-1, R25). */
export function transmitDeliberation(
  state: AffairState,
  decidedOn: LocalDate,
  { body }: TransmitDeliberation,
): readonly AffairEvent[] {
  if (state.transmission !== null)
    throw impossible('act.transmitted', 'La transmission de cet acte est déjà enregistrée.');
  const { on, identifier } = body;
  const broken = on === null ? [] : notBeforeSession('R25.order', decidedOn, on);
  return [{ type: 'TransmittedToPrefecture', data: { on, identifier, ...excuse(broken, body.despite) } }];
}

@CommandHandler(TransmitDeliberation)
export class TransmitDeliberationHandler implements ICommandHandler<TransmitDeliberation, Accepted> {
  constructor(private readonly runner: CommandRunner) {}

  async execute(command: TransmitDeliberation): Promise<Accepted> {
    const decidedOn = await dayOfAct(this.runner, command);
    return changeAffair(this.runner, command, (state) => transmitDeliberation(state, decidedOn, command));
  }
}
