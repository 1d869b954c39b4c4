import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { IsOptional } from 'class-validator';
import { CommandBody } from '../command/command-body.js';
import type { Accepted, CommandContext } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { excuse } from '../command/irregularity.js';
import { IsRef, IsText } from '../command/validation.js';
import { brokenByNumber, brokenBySubstitute, supposing } from './attendance-rules.js';
import { changeSession } from './change-session.js';
import { brokenByMandate, nameOf, requireMember, requireOpen } from './preconditions.js';
import { presentNow, type SessionEvent, type SessionState } from './session.js';

export class RecordArrivalBody extends CommandBody {
  @IsRef()
  readonly member!: string;

  /** No private detail. */
  @IsOptional()
  @IsText(500)
  readonly reason?: string | null;
}

export class RecordArrival {
  constructor(
    readonly context: CommandContext,
    readonly session: string,
    readonly body: RecordArrivalBody,
  ) {}
}

/** A member comes into the room; the proxy that the member gave ends (R11). Arriving while present is irregular. */
export function recordArrival(state: SessionState, { body }: RecordArrival): readonly SessionEvent[] {
  requireOpen(state);
  requireMember(state, body.member);
  const inconsistent = presentNow(state)?.includes(body.member) === true;
  const message = `${nameOf(state, body.member)} est déjà dans la salle.`;
  const broken = inconsistent ? [{ rule: 'movement.alternates', message, field: 'member' }] : [];
  const data = { member: body.member, reason: body.reason ?? null };
  const after = supposing(state, [{ type: 'MemberArrived', data }]);
  const inRoom = [...brokenBySubstitute(after, body.member, 'member'), ...brokenByNumber(state, after)];
  const mandate = brokenByMandate(state, body.member);
  const irregular = excuse([...broken, ...mandate, ...inRoom], body.despite);
  return [{ type: 'MemberArrived', data: { ...data, ...irregular } }];
}

@CommandHandler(RecordArrival)
export class RecordArrivalHandler implements ICommandHandler<RecordArrival, Accepted> {
  constructor(private readonly runner: CommandRunner) {}

  execute(command: RecordArrival): Promise<Accepted> {
    return changeSession(this.runner, command, (state) => recordArrival(state, command));
  }
}
