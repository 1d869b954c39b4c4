import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { impossible } from '@registre/platform';
import { CommandBody } from '../command/command-body.js';
import type { Accepted, CommandContext } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { excuse, type BrokenRule } from '../command/irregularity.js';
import { IsCalendarDate, OrNull } from '../command/validation.js';
import { lateness, minutesDueOn } from '../rules/delays.js';
import { dateLong } from '../wording/index.js';
import { changeSession } from './change-session.js';
import { notBeforeSession, regimeOfSession, requireClosed } from './preconditions.js';
import type { SessionEvent, SessionState } from './session.js';

export class PublishMinutesBody extends CommandBody {
  /** Day on which they were put online; null: not known. */
  @OrNull()
  @IsCalendarDate()
  readonly on!: string | null;
}

export class PublishMinutes {
  constructor(
    readonly context: CommandContext,
    readonly session: string,
    readonly body: PublishMinutesBody,
  ) {}
}

/** The minutes are put online, once settled and within a week of it (L2121-15, R23). */
export function publishMinutes(state: SessionState, { body }: PublishMinutes): readonly SessionEvent[] {
  const { date } = requireClosed(state);
  const { settled, published } = state.minutes;
  if (published !== null)
    throw impossible('minutes.published', 'La publication du procès-verbal est déjà enregistrée.');
  const { on } = body;
  const broken = [
    ...(on === null ? [] : notBeforeSession('R23.order', date, on)),
    ...unsettled(settled, on),
    ...late(state, on),
  ];
  return [{ type: 'MinutesPublished', data: { on, ...excuse(broken, body.despite) } }];
}

function unsettled(settled: SessionState['minutes']['settled'], on: string | null): readonly BrokenRule[] {
  const told = (message: string): BrokenRule[] => [{ rule: 'R23.order', message, field: 'on' }];
  if (settled === null) return told('Le procès-verbal est publié sans avoir été arrêté.');
  if (on === null || settled.on === null || on >= settled.on) return [];
  return told(
    `Le procès-verbal est publié le ${dateLong(on)}, avant d’être arrêté le ${dateLong(settled.on)}.`,
  );
}

function late(state: SessionState, on: string | null): readonly BrokenRule[] {
  const settledOn = state.minutes.settled?.on ?? null;
  const date = state.convened?.date ?? null;
  if (on === null || settledOn === null || date === null) return [];
  const due = minutesDueOn(regimeOfSession(state), date, settledOn);
  if (due === undefined || on <= due.day) return [];
  return [{ rule: 'R23.minutes-late', message: lateness(due, on), field: 'on' }];
}

@CommandHandler(PublishMinutes)
export class PublishMinutesHandler implements ICommandHandler<PublishMinutes, Accepted> {
  constructor(private readonly runner: CommandRunner) {}

  execute(command: PublishMinutes): Promise<Accepted> {
    return changeSession(this.runner, command, (state) => publishMinutes(state, command));
  }
}
