import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandBody } from '../command/command-body.js';
import type { Accepted, CommandContext } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { excuse } from '../command/irregularity.js';
import { IsText } from '../command/validation.js';
import { changeSession } from './change-session.js';
import { affairOf, requireCalled, requireSitting } from './preconditions.js';
import type { SessionEvent, SessionState } from './session.js';

export class NoteDebateBody extends CommandBody {
  /** Tenor of the discussion. */
  @IsText(60_000)
  readonly text!: string;
}

export class NoteDebate {
  constructor(
    readonly context: CommandContext,
    readonly session: string,
    readonly affair: string,
    readonly body: NoteDebateBody,
  ) {}
}

/** Notes the tenor of the debate on an affair (L2121-15): as it is held, or once it is over. */
export function noteDebate(state: SessionState, { affair, body }: NoteDebate): readonly SessionEvent[] {
  requireSitting(state);
  requireCalled(affairOf(state, affair));
  return [{ type: 'DebateNoted', data: { affair, text: body.text, ...excuse([], body.despite) } }];
}

@CommandHandler(NoteDebate)
export class NoteDebateHandler implements ICommandHandler<NoteDebate, Accepted> {
  constructor(private readonly runner: CommandRunner) {}

  execute(command: NoteDebate): Promise<Accepted> {
    return changeSession(this.runner, command, (state) => noteDebate(state, command));
  }
}
