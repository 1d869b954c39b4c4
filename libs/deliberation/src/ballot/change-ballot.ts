import { ballotStream } from '@registre/event-store';
import type { CommandBody } from '../command/command-body.js';
import type { Accepted, CommandContext } from '../command/command-context.js';
import type { CommandRunner } from '../command/command-runner.js';
import { ballotAggregate, type BallotEvent, type BallotState } from './ballot.js';

/**
 * Decides on the votes of one ballot and appends to its stream.
 *
 * @param options `together`: those who do the same at the same time are recorded in one append
 */
export const changeBallot = (
  runner: CommandRunner,
  command: { readonly context: CommandContext; readonly ballot: string; readonly body: CommandBody },
  decide: (state: BallotState) => readonly BallotEvent[],
  options: { readonly together?: true } = {},
): Promise<Accepted> =>
  runner.change({
    aggregate: ballotAggregate,
    stream: ballotStream(command.context.authority, command.ballot),
    context: command.context,
    session: (voting) => voting.session,
    occurredAt: command.body.occurredAt,
    decide,
    ...options,
  });
