import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { bodyStream, sessionStream } from '@registre/event-store';
import { notFound } from '@registre/platform';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, Min, ValidateNested } from 'class-validator';
import { bodyAggregate, type BodyState, type Seat } from '../body/body.js';
import type { AuthorityDescription } from '../authority/authority.js';
import { CommandBody } from '../command/command-body.js';
import { idOfCreated, type CommandContext, type Created } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { excuse, type BrokenRule } from '../command/irregularity.js';
import { IsBodyKey, IsCalendarDate, IsText, OrNull } from '../command/validation.js';
import { brokenByNotice, brokenBySecondConvocation } from './convocation-rules.js';
import { OtherSessions, type FailedSession } from './other-sessions.js';
import {
  sessionAggregate,
  type BodyAtSession,
  type ConvenedSession,
  type SessionEvent,
  type SessionState,
} from './session.js';

export class UrgencyBody {
  /** Null: not known. */
  @OrNull()
  @IsText(1000)
  readonly reason!: string | null;
}

export class ConveneSessionBody extends CommandBody {
  /** Key of the body that is convened. */
  @IsBodyKey()
  readonly body!: string;

  /** Day on which the séance opens. */
  @IsCalendarDate()
  readonly date!: string;

  /** Members in office that day; null: unknown, and not deduced from those who are named. */
  @OrNull()
  @IsInt()
  @Min(1)
  readonly inOffice!: number | null;

  /** When the convocation was sent; null or absent: unknown. */
  @IsOptional()
  @IsCalendarDate()
  readonly convenedOn?: string | null;

  @IsOptional()
  @IsIn(['ordinary', 'extraordinary'])
  readonly kind?: 'ordinary' | 'extraordinary' | null;

  /** Open to the public. */
  @IsOptional()
  @IsBoolean()
  readonly public?: boolean | null;

  @IsOptional()
  @IsText(200)
  readonly place?: string | null;

  /** Sits without quorum after a first séance that had none (L2121-17). */
  @IsOptional()
  @IsBoolean()
  readonly secondConvocation?: boolean | null;

  /** Day of the first séance, which had no quorum: says that this one is on second convocation. */
  @IsOptional()
  @IsCalendarDate()
  readonly secondConvocationOf?: string | null;

  /** Convened at shorter notice because it is urgent (L2121-11); null or absent: no urgency is claimed. */
  @IsOptional()
  @ValidateNested()
  @Type(() => UrgencyBody)
  readonly urgency?: UrgencyBody | null;
}

export class ConveneSession {
  constructor(
    readonly context: CommandContext,
    readonly body: ConveneSessionBody,
  ) {}
}

/**
 * Convenes a séance. Too short a notice is irregular (R12, L2121-11), urgency shortening the period; a second
 * convocation has one of its own, after the séance that had no quorum (R8, L2121-17).
 *
 * @param first what the register holds of that séance
 */
export function conveneSession(
  state: SessionState,
  bodyAtSession: BodyAtSession,
  first: FailedSession | 'none' | null,
  { body }: ConveneSession,
): readonly SessionEvent[] {
  if (state.status !== 'none') return [];
  const { secondConvocationOf = null, urgency = null } = body;
  const convened: ConvenedSession = {
    body: body.body,
    date: body.date,
    kind: body.kind ?? null,
    public: body.public ?? null,
    place: body.place ?? null,
    convenedOn: body.convenedOn ?? null,
    secondConvocation: body.secondConvocation ?? (secondConvocationOf === null ? null : true),
    secondConvocationOf,
    urgency: urgency && { reason: urgency.reason },
  };
  const broken = [
    ...brokenByNotice(bodyAtSession, convened, convened.convenedOn, 'convenedOn'),
    ...brokenBySecondConvocation(bodyAtSession, convened),
    ...(first === 'none' ? [NO_FAILED_SESSION] : []),
  ];
  return [{ type: 'SessionConvened', data: { ...convened, bodyAtSession, ...excuse(broken, body.despite) } }];
}

const NO_FAILED_SESSION: BrokenRule = {
  rule: 'R8.no-failed-session',
  message: 'Le registre ne tient aucune séance de cette instance restée sans quorum ce jour-là (L2121-17).',
  field: 'secondConvocationOf',
};

/** What a séance of that day takes from its body and authority. @throws Refusal `not-found` */
export function bodyAtSessionOf(
  authority: AuthorityDescription,
  body: BodyState,
  date: string,
  inOffice: number | null,
): BodyAtSession {
  if (body.constituted === null) throw notFound('unknown-body', 'Cette instance n’existe pas.');
  const inMandate = ({ mandateFrom, mandateUntil }: Seat): boolean =>
    (mandateFrom === null || mandateFrom <= date) && (mandateUntil === null || date <= mandateUntil);
  const named = body.seats.length > 0;
  const { template, rules } = body;
  return {
    authority,
    ...body.constituted,
    seats: named ? body.seats.filter(inMandate) : null,
    outOfMandate: named ? body.seats.filter((seat) => !inMandate(seat)) : null,
    inOffice,
    template: template && { name: template.name, revision: template.revision, sha256: template.sha256 },
    rules,
  };
}

@CommandHandler(ConveneSession)
export class ConveneSessionHandler implements ICommandHandler<ConveneSession, Created> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly otherSessions: OtherSessions,
  ) {}

  async execute(command: ConveneSession): Promise<Created> {
    const { context, body } = command;
    const id = idOfCreated(context, 'session');
    const authority = await this.runner.authority(context.authority);
    const { state } = await this.runner.load(bodyAggregate, bodyStream(context.authority, body.body));
    const bodyAtSession = bodyAtSessionOf(authority, state, body.date, body.inOffice);
    const on = body.secondConvocationOf ?? null;
    const asked = { authority: context.authority, body: body.body };
    const first = on === null ? null : await this.otherSessions.failedSession({ ...asked, on });
    const accepted = await this.runner.change({
      aggregate: sessionAggregate,
      stream: sessionStream(context.authority, id),
      context,
      session: id,
      occurredAt: body.occurredAt,
      decide: (session) => conveneSession(session, bodyAtSession, first, command),
    });
    return { ...accepted, id };
  }
}
