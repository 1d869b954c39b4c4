import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { impossible } from '@registre/platform';
import type { CommandBody } from '../command/command-body.js';
import type { Accepted, CommandContext } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { excuse } from '../command/irregularity.js';
import { changeSession } from './change-session.js';
import { requireOpen } from './preconditions.js';
import { isBehindClosedDoors, type SessionEvent, type SessionState } from './session.js';

export class ReopenDoors {
  constructor(
    readonly context: CommandContext,
    readonly session: string,
    readonly body: CommandBody,
  ) {}
}

/** The public may come in again (R13). */
export function reopenDoors(state: SessionState, { body }: ReopenDoors): readonly SessionEvent[] {
  requireOpen(state);
  if (!isBehindClosedDoors(state)) {
    throw impossible('doors.open', 'La séance ne se tient pas à huis clos.');
  }
  const affair = state.closedDoors.at(-1)?.affair ?? null;
  return [{ type: 'DoorsReopened', data: { affair, ...excuse([], body.despite) } }];
}

@CommandHandler(ReopenDoors)
export class ReopenDoorsHandler implements ICommandHandler<ReopenDoors, Accepted> {
  constructor(private readonly runner: CommandRunner) {}

  execute(command: ReopenDoors): Promise<Accepted> {
    return changeSession(this.runner, command, (state) => reopenDoors(state, command));
  }
}
