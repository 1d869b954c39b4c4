import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { bodyStream, sessionStream } from '@registre/event-store';
import { impossible, type LocalDate } from '@registre/platform';
import { Type } from 'class-transformer';
import { IsOptional, ValidateNested } from 'class-validator';
import { bodyAggregate } from '../body/body.js';
import { CommandBody } from '../command/command-body.js';
import type { Accepted, CommandContext } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { excuse } from '../command/irregularity.js';
import { IsBeginning } from '../command/validation.js';
import { changeSession } from './change-session.js';
import { bodyAtSessionOf } from './convene-session.js';
import { brokenByOtherDay, brokenByRecipients } from './convocation-rules.js';
import { convened, requireNotOver } from './preconditions.js';
import { quorumNow, withoutQuorum } from './quorum-now.js';
import { sessionAggregate, type BodyAtSession, type SessionEvent, type SessionState } from './session.js';
import { StatedBody, statedOf } from './stated-body.js';

/** The four lists begin empty (none so far), or with null: not known, and never taken for none. */
export class OpenSessionBody extends CommandBody {
  @IsBeginning()
  readonly attendance!: [] | null;

  @IsBeginning()
  readonly proxies!: [] | null;

  @IsBeginning()
  readonly movements!: [] | null;

  @IsBeginning()
  readonly secretaries!: [] | null;

  /** What the source states of the opening. */
  @IsOptional()
  @ValidateNested()
  @Type(() => StatedBody)
  readonly stated?: StatedBody | null;
}

export class OpenSession {
  constructor(
    readonly context: CommandContext,
    readonly session: string,
    readonly body: OpenSessionBody,
  ) {}
}

/**
 * Opens the séance, with the body as it is that day. The quorum is that of the attendance taken before, where it was
 * taken (R7). Another day than that of the convocation is irregular, and so is a member who was not convened (R12).
 *
 * @param on the day on which it opens; null: not known
 */
export function openSession(
  state: SessionState,
  bodyAtSession: BodyAtSession,
  { body }: OpenSession,
  on: LocalDate | null,
): readonly SessionEvent[] {
  const { date } = convened(state);
  requireNotOver(state);
  if (state.status === 'open') throw impossible('session.already-opened', 'La séance a déjà été ouverte.');
  const { attendance, proxies, movements, secretaries } = body;
  const beginnings = { attendance, proxies, movements, secretaries };
  const stated = statedOf(body.stated);
  const listed = (state.attendance ?? []).length > 0;
  const quorum = listed ? quorumNow({ ...state, bodyAtSession, stated }, null, stated) : null;
  const broken = [
    ...brokenByOtherDay(date, on),
    ...brokenByRecipients({ ...state, bodyAtSession }),
    ...(quorum === null ? [] : withoutQuorum(state, quorum)),
  ];
  const data = { bodyAtSession, stated, ...beginnings, quorum, ...excuse(broken, body.despite) };
  return [{ type: 'SessionOpened', data }];
}

@CommandHandler(OpenSession)
export class OpenSessionHandler implements ICommandHandler<OpenSession, Accepted> {
  constructor(private readonly runner: CommandRunner) {}

  async execute(command: OpenSession): Promise<Accepted> {
    const { authority: key } = command.context;
    const { state } = await this.runner.load(sessionAggregate, sessionStream(key, command.session));
    const { body, date, bodyAtSession } = convened(state);
    const described = await this.runner.authority(key);
    const today = await this.runner.load(bodyAggregate, bodyStream(key, body));
    const renewed = bodyAtSessionOf(described, today.state, date, bodyAtSession.inOffice);
    return changeSession(this.runner, command, (session, at) =>
      openSession(session, renewed, command, at.date),
    );
  }
}
