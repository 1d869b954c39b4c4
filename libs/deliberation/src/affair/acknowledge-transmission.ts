import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { impossible, type LocalDate } from '@registre/platform';
import { CommandBody } from '../command/command-body.js';
import type { Accepted, CommandContext } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { excuse, type BrokenRule } from '../command/irregularity.js';
import { IsCalendarDate, IsText, OrNull } from '../command/validation.js';
import { notBeforeSession } from '../session/preconditions.js';
import { dateLong } from '../wording/index.js';
import type { AffairEvent, AffairState } from './affair.js';
import { changeAffair } from './change-affair.js';
import { dayOfAct } from './decided-act.js';

export class AcknowledgeTransmissionBody extends CommandBody {
  /** Day of the acknowledgement; null: not known. */
  @OrNull()
  @IsCalendarDate()
  readonly on!: string | null;

  /** Identifier that the acknowledgement gives the act; null: not known. */
  @OrNull()
  @IsText(200)
  readonly identifier!: string | null;
}

export class AcknowledgeTransmission {
  constructor(
    readonly context: CommandContext,
    readonly session: string,
    readonly affair: string,
    readonly body: AcknowledgeTransmissionBody,
  ) {}
}

/** The préfet acknowledges the transmission: it proves it, and is no condition of anything (R25). */
export function acknowledgeTransmission(
  state: AffairState,
  decidedOn: LocalDate,
  { body }: AcknowledgeTransmission,
): readonly AffairEvent[] {
  if (state.acknowledgement !== null)
    throw impossible('act.acknowledged', 'L’accusé de réception de cet acte est déjà enregistré.');
  const { on, identifier } = body;
  const broken = [
    ...(on === null ? [] : notBeforeSession('R25.order', decidedOn, on)),
    ...untransmitted(state.transmission, on),
  ];
  return [{ type: 'TransmissionAcknowledged', data: { on, identifier, ...excuse(broken, body.despite) } }];
}

function untransmitted(transmission: AffairState['transmission'], on: LocalDate | null): BrokenRule[] {
  const told = (message: string): BrokenRule[] => [{ rule: 'R25.order', message, field: 'on' }];
  if (transmission === null) return told('Aucune transmission de cet acte n’est enregistrée.');
  if (on === null || transmission.on === null || on >= transmission.on) return [];
  return told(
    `L’accusé de réception du ${dateLong(on)} est avant la transmission du ${dateLong(transmission.on)}.`,
  );
}

@CommandHandler(AcknowledgeTransmission)
export class AcknowledgeTransmissionHandler implements ICommandHandler<AcknowledgeTransmission, Accepted> {
  constructor(private readonly runner: CommandRunner) {}

  async execute(command: AcknowledgeTransmission): Promise<Accepted> {
    const decidedOn = await dayOfAct(this.runner, command);
    return changeAffair(this.runner, command, (state) => acknowledgeTransmission(state, decidedOn, command));
  }
}
