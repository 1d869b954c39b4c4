import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { impossible, type LocalDate } from '@registre/platform';
import { Type } from 'class-transformer';
import { IsOptional, ValidateNested } from 'class-validator';
import { CommandBody } from '../command/command-body.js';
import type { Accepted, CommandContext } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { excuse, type BrokenRule } from '../command/irregularity.js';
import { quorumLong } from '../wording/index.js';
import { changeSession } from './change-session.js';
import { brokenByOtherDay } from './convocation-rules.js';
import { convened, requireNotOver } from './preconditions.js';
import { quorumNow } from './quorum-now.js';
import type { SessionEvent, SessionState } from './session.js';
import { StatedBody, statedOf } from './stated-body.js';

export class RecordQuorumFailureBody extends CommandBody {
  /** What the source states of those who came. */
  @IsOptional()
  @ValidateNested()
  @Type(() => StatedBody)
  readonly stated?: StatedBody | null;
}

export class RecordQuorumFailure {
  constructor(
    readonly context: CommandContext,
    readonly session: string,
    readonly body: RecordQuorumFailureBody,
  ) {}
}

/**
 * The séance could not open for want of a quorum (R8, L2121-17): it is over. One that was convened a second time needs
 * none, and should have sat.
 *
 * @param on the day; null: not known
 */
export function recordQuorumFailure(
  state: SessionState,
  { body }: RecordQuorumFailure,
  on: LocalDate | null,
): readonly SessionEvent[] {
  const { date, secondConvocation } = convened(state);
  requireNotOver(state);
  if (state.status === 'open') throw impossible('session.already-opened', 'La séance a déjà été ouverte.');
  const stated = statedOf(body.stated);
  const quorum = quorumNow({ ...state, stated }, null, stated);
  if (quorum.reached === true) {
    throw impossible('quorum.reached', `Le quorum est atteint : ${quorumLong(quorum)}.`);
  }
  const broken: BrokenRule[] = brokenByOtherDay(date, on);
  if (secondConvocation === true) {
    const message = 'Une séance sur seconde convocation délibère sans condition de quorum (L2121-17).';
    broken.push({ rule: 'R8.no-quorum-needed', message });
  }
  return [{ type: 'SessionNotQuorate', data: { quorum, stated, ...excuse(broken, body.despite) } }];
}

@CommandHandler(RecordQuorumFailure)
export class RecordQuorumFailureHandler implements ICommandHandler<RecordQuorumFailure, Accepted> {
  constructor(private readonly runner: CommandRunner) {}

  execute(command: RecordQuorumFailure): Promise<Accepted> {
    return changeSession(this.runner, command, (state, at) => recordQuorumFailure(state, command, at.date));
  }
}
