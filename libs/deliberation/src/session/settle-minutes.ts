import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { impossible } from '@registre/platform';
import { ArrayMaxSize, ArrayUnique, IsArray, IsUUID } from 'class-validator';
import type { FileReference } from '../affair/file-reference.js';
import { LongTexts } from '../affair/long-texts.js';
import { CommandBody } from '../command/command-body.js';
import type { Accepted, CommandContext } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { excuse } from '../command/irregularity.js';
import { IsCalendarDate, IsRef, IsText, OrNull } from '../command/validation.js';
import { changeSession } from './change-session.js';
import { notBeforeSession, requireClosed, requireMember } from './preconditions.js';
import type { SessionEvent, SessionState } from './session.js';

export class SettleMinutesBody extends CommandBody {
  /** Day of the later séance that settled them; null: not known. */
  @OrNull()
  @IsCalendarDate()
  readonly on!: string | null;

  /** Id of that séance; null: the register does not hold it. */
  @OrNull()
  @IsUUID()
  readonly session!: string | null;

  /** Null: the text is not here. */
  @OrNull()
  @IsText(900_000)
  readonly text!: string | null;

  /** refs of those who signed; null: not known. */
  @OrNull()
  @IsArray()
  @ArrayMaxSize(1000)
  @ArrayUnique()
  @IsRef({ each: true })
  readonly signedBy!: string[] | null;
}

export class SettleMinutes {
  constructor(
    readonly context: CommandContext,
    readonly session: string,
    readonly body: SettleMinutesBody,
  ) {}
}

/** The minutes (procès-verbal) are settled by a later séance (L2121-15, R23). */
export function settleMinutes(
  state: SessionState,
  text: string | FileReference | null,
  { session: id, body }: SettleMinutes,
): readonly SessionEvent[] {
  const { date } = requireClosed(state);
  if (state.minutes.settled !== null)
    throw impossible('minutes.settled', 'Le procès-verbal de cette séance est déjà arrêté.');
  const { on, session, signedBy } = body;
  if (session === id)
    throw impossible('minutes.same-session', 'Une séance n’arrête pas son propre procès-verbal.', 'session');
  (signedBy ?? []).forEach((ref, index) => requireMember(state, ref, `signedBy.${index}`));
  const broken = on === null ? [] : notBeforeSession('R23.order', date, on);
  return [{ type: 'MinutesSettled', data: { on, session, text, signedBy, ...excuse(broken, body.despite) } }];
}

@CommandHandler(SettleMinutes)
export class SettleMinutesHandler implements ICommandHandler<SettleMinutes, Accepted> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly texts: LongTexts,
  ) {}

  async execute(command: SettleMinutes): Promise<Accepted> {
    const { context, body } = command;
    const text = body.text === null ? null : await this.texts.keep(context.authority, body.text);
    return changeSession(this.runner, command, (state) => settleMinutes(state, text, command));
  }
}
