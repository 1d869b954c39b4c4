import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { LocalDate } from '@registre/platform';
import { ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsIn } from 'class-validator';
import { CommandBody } from '../command/command-body.js';
import type { Accepted, CommandContext } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { excuse } from '../command/irregularity.js';
import { IsCalendarDate, OrNull } from '../command/validation.js';
import { notBeforeSession } from '../session/preconditions.js';
import { PUBLICATION_MEDIA, type AffairEvent, type PublicationMedium } from './affair.js';
import { changeAffair } from './change-affair.js';
import { dayOfAct } from './decided-act.js';

export class PublishDeliberationBody extends CommandBody {
  /** First day of the publication; null: not known. */
  @OrNull()
  @IsCalendarDate()
  readonly on!: string | null;

  /** Null: by what means is not known. */
  @OrNull()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(PUBLICATION_MEDIA, { each: true })
  readonly media!: PublicationMedium[] | null;

  /** Whether personal data are masked in what is published (CRPA L312-1-2); null: not known. */
  @OrNull()
  @IsBoolean()
  readonly masked!: boolean | null;
}

export class PublishDeliberation {
  constructor(
    readonly context: CommandContext,
    readonly session: string,
    readonly affair: string,
    readonly body: PublishDeliberationBody,
  ) {}
}

/** The act is published; it may be by several means, on several days (R2131-1, R24). */
export function publishDeliberation(
  decidedOn: LocalDate,
  { body }: PublishDeliberation,
): readonly AffairEvent[] {
  const { on, media, masked } = body;
  const broken = on === null ? [] : notBeforeSession('R25.order', decidedOn, on);
  return [{ type: 'DeliberationPublished', data: { on, media, masked, ...excuse(broken, body.despite) } }];
}

@CommandHandler(PublishDeliberation)
export class PublishDeliberationHandler implements ICommandHandler<PublishDeliberation, Accepted> {
  constructor(private readonly runner: CommandRunner) {}

  async execute(command: PublishDeliberation): Promise<Accepted> {
    const decidedOn = await dayOfAct(this.runner, command);
    return changeAffair(this.runner, command, () => publishDeliberation(decidedOn, command));
  }
}
