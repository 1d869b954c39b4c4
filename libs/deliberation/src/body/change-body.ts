import { bodyStream } from '@registre/event-store';
import { notFound } from '@registre/platform';
import type { CommandBody } from '../command/command-body.js';
import type { Accepted, CommandContext } from '../command/command-context.js';
import type { CommandRunner } from '../command/command-runner.js';
import { bodyAggregate, type BodyEvent, type BodyState } from './body.js';

/** Decides on a body that is constituted and appends to its stream. */
export const changeBody = (
  runner: CommandRunner,
  command: { readonly context: CommandContext; readonly key: string; readonly body: CommandBody },
  decide: (state: BodyState) => readonly BodyEvent[],
): Promise<Accepted> =>
  runner.change({
    aggregate: bodyAggregate,
    stream: bodyStream(command.context.authority, command.key),
    context: command.context,
    occurredAt: command.body.occurredAt,
    decide: (state) => {
      if (state.constituted === null) throw notFound('unknown-body', 'Cette instance n’existe pas.');
      return decide(state);
    },
  });
