import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsIn } from 'class-validator';
import { CommandBody } from '../command/command-body.js';
import type { Accepted, CommandContext } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { excuse } from '../command/irregularity.js';
import { IsCalendarDate, IsRef, OrNull } from '../command/validation.js';
import { changeSession } from './change-session.js';
import { brokenByNotice, brokenByPapers } from './convocation-rules.js';
import { convened, requireMember, requireNotOver } from './preconditions.js';
import type { SessionEvent, SessionState } from './session.js';

export class SendConvocationBody extends CommandBody {
  /** Day on which it was sent; null: not known. */
  @OrNull()
  @IsCalendarDate()
  readonly on!: string | null;

  @OrNull()
  @IsIn(['electronic', 'paper'])
  readonly medium!: 'electronic' | 'paper' | null;

  /** Members to whom it went; null: not known. */
  @OrNull()
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(1000)
  @IsRef({ each: true })
  readonly recipients!: string[] | null;

  /** Whether a note on each affair went with it or, in departments and regions, the reports; null: not known. */
  @OrNull()
  @IsBoolean()
  readonly note!: boolean | null;
}

export class SendConvocation {
  constructor(
    readonly context: CommandContext,
    readonly session: string,
    readonly body: SendConvocationBody,
  ) {}
}

/**
 * A convocation went to members (R12, L2121-10). Several may: those whom none of them reached are told at the opening.
 * Too late, or without the note that the law asks for, is irregular.
 */
export function sendConvocation(state: SessionState, { body }: SendConvocation): readonly SessionEvent[] {
  requireNotOver(state);
  const { bodyAtSession, ...session } = convened(state);
  const { on, medium, recipients, note } = body;
  recipients?.forEach((ref, place) => requireMember(state, ref, `recipients.${place}`));
  const broken = [
    ...brokenByNotice(bodyAtSession, session, on, 'on'),
    ...brokenByPapers(bodyAtSession, session, { on, note }),
  ];
  const irregular = excuse(broken, body.despite);
  return [{ type: 'ConvocationSent', data: { on, medium, recipients, note, ...irregular } }];
}

@CommandHandler(SendConvocation)
export class SendConvocationHandler implements ICommandHandler<SendConvocation, Accepted> {
  constructor(private readonly runner: CommandRunner) {}

  execute(command: SendConvocation): Promise<Accepted> {
    return changeSession(this.runner, command, (state) => sendConvocation(state, command));
  }
}
