import { bodyStream } from '@registre/event-store';
import { impossible, notFound } from '@registre/platform';
import type { CommandBody } from '../command/command-body.js';
import type { Accepted, CommandContext } from '../command/command-context.js';
import type { CommandRunner } from '../command/command-runner.js';
import { bodyAggregate, type BodyEvent, type BodyState, type Seat } from './body.js';

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

/** The seat of a member of the body. @throws Refusal for someone who holds none, or whose ref was given up for another */
export function seatOfBody(state: BodyState, ref: string, field = 'member'): Seat {
  requireNotMerged(state, ref, field);
  const seat = state.seats.find((one) => one.ref === ref);
  if (seat !== undefined) return seat;
  throw impossible('member.unknown', `« ${ref} » ne siège pas dans cette instance.`, field);
}

/** @throws Refusal for a ref that was given up for another */
export function requireNotMerged({ merged }: BodyState, ref: string, field: string): void {
  const into = merged[ref];
  if (into === undefined) return;
  const message = `« ${ref} » et « ${into} » sont une même personne : nommez « ${into} ».`;
  throw impossible('member.merged', message, field);
}
