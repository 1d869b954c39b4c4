import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { IsOptional } from 'class-validator';
import { CommandBody } from '../command/command-body.js';
import type { Accepted, CommandContext } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { excuse } from '../command/irregularity.js';
import { IsText } from '../command/validation.js';
import { changeSession } from './change-session.js';
import { calledAffair, requireNoOpenBallot, requireSitting } from './preconditions.js';
import type { SessionEvent, SessionState } from './session.js';

export class NoteAffairBody extends CommandBody {
  @IsOptional()
  @IsText(2000)
  readonly proclaimed?: string | null;
}

export class NoteAffair {
  constructor(
    readonly context: CommandContext,
    readonly session: string,
    readonly affair: string,
    readonly body: NoteAffairBody,
  ) {}
}

/** The assembly takes note of an affair, without a vote. */
export function noteAffair(state: SessionState, { affair, body }: NoteAffair): readonly SessionEvent[] {
  requireSitting(state);
  requireNoOpenBallot(state);
  calledAffair(state, affair);
  const data = { affair, proclaimed: body.proclaimed ?? null, ...excuse([], body.despite) };
  return [{ type: 'AffairNoted', data }];
}

@CommandHandler(NoteAffair)
export class NoteAffairHandler implements ICommandHandler<NoteAffair, Accepted> {
  constructor(private readonly runner: CommandRunner) {}

  execute(command: NoteAffair): Promise<Accepted> {
    return changeSession(this.runner, command, (state) => noteAffair(state, command));
  }
}
