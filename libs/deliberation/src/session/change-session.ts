import { sessionStream } from '@registre/event-store';
import type { LocalDate, OccurredAt } from '@registre/platform';
import type { CommandBody } from '../command/command-body.js';
import type { Accepted, CommandContext } from '../command/command-context.js';
import type { CommandRunner } from '../command/command-runner.js';
import { sessionAggregate, type SessionEvent, type SessionState } from './session.js';

/** A command on one séance. */
export interface SessionCommand {
  readonly context: CommandContext;
  readonly session: string;
  readonly body: CommandBody & { readonly on?: LocalDate | null };
}

/** Decides on the séance and appends to its stream. */
export const changeSession = (
  runner: CommandRunner,
  command: SessionCommand,
  decide: (state: SessionState, at: OccurredAt) => readonly SessionEvent[],
): Promise<Accepted> =>
  runner.change({
    aggregate: sessionAggregate,
    stream: sessionStream(command.context.authority, command.session),
    context: command.context,
    session: command.session,
    occurredAt: command.body.occurredAt,
    on: command.body.on,
    decide,
  });
