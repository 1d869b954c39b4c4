import { affairStream, sessionStream } from '@registre/event-store';
import type { CommandBody } from '../command/command-body.js';
import type { LocalDate } from '@registre/platform';
import type { Accepted, CommandContext } from '../command/command-context.js';
import type { CommandRunner } from '../command/command-runner.js';
import { affairOf } from '../session/preconditions.js';
import { sessionAggregate, type SessionState } from '../session/session.js';
import { affairAggregate, type AffairEvent, type AffairState } from './affair.js';

/** A command on the paper of an affair that stands on a séance's agenda. */
export interface AffairCommand {
  readonly context: CommandContext;
  readonly session: string;
  readonly affair: string;
  readonly body: CommandBody & { readonly on?: LocalDate | null };
}

/** The séance, on whose agenda the affair stands. @throws Refusal `not-found` */
export async function sessionOfAffair(runner: CommandRunner, command: AffairCommand): Promise<SessionState> {
  const { context, session, affair } = command;
  const { state } = await runner.load(sessionAggregate, sessionStream(context.authority, session));
  affairOf(state, affair);
  return state;
}

/** Decides on the affair and appends to its stream. */
export const changeAffair = (
  runner: CommandRunner,
  command: AffairCommand,
  decide: (state: AffairState) => readonly AffairEvent[],
): Promise<Accepted> =>
  runner.change({
    aggregate: affairAggregate,
    stream: affairStream(command.context.authority, command.affair),
    context: command.context,
    session: command.session,
    occurredAt: command.body.occurredAt,
    on: command.body.on,
    decide,
  });
