import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { bodyStream, sessionStream } from '@registre/event-store';
import { notFound } from '@registre/platform';
import { IsBoolean, IsIn, IsInt, IsOptional, Matches, Min } from 'class-validator';
import { bodyAggregate, type BodyState } from '../body/body.js';
import type { AuthorityDescription } from '../authority/authority.js';
import { CommandBody } from '../command/command-body.js';
import { idOfCreated, type CommandContext, type Created } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { excuse, type BrokenRule } from '../command/irregularity.js';
import { IsCalendarDate, IsText, OrNull } from '../command/validation.js';
import { clearDays, convocationRule } from '../rules/convocation.js';
import { regimeOf } from '../rules/rule-set.js';
import { sessionAggregate, type BodyAtSession, type SessionEvent, type SessionState } from './session.js';

export class ConveneSessionBody extends CommandBody {
  /** Key of the body that is convened. */
  @Matches(/^[A-Za-z0-9-]{1,20}$/)
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
}

export class ConveneSession {
  constructor(
    readonly context: CommandContext,
    readonly body: ConveneSessionBody,
  ) {}
}

/** Convenes a séance (R12): too short a notice is irregular, save for a second convocation (R8). */
export function conveneSession(
  state: SessionState,
  bodyAtSession: BodyAtSession,
  { body }: ConveneSession,
): readonly SessionEvent[] {
  if (state.status !== 'none') return [];
  const irregular = excuse(shortNotice(bodyAtSession, body), body.despite);
  return [
    {
      type: 'SessionConvened',
      data: {
        body: body.body,
        date: body.date,
        kind: body.kind ?? null,
        public: body.public ?? null,
        place: body.place ?? null,
        convenedOn: body.convenedOn ?? null,
        secondConvocation: body.secondConvocation ?? null,
        secondConvocationOf: null,
        urgency: null,
        bodyAtSession,
        ...irregular,
      },
    },
  ];
}

function shortNotice({ authority, kind }: BodyAtSession, body: ConveneSessionBody): BrokenRule[] {
  if (body.convenedOn === undefined || body.convenedOn === null || body.secondConvocation) return [];
  const rule = convocationRule(regimeOf(authority.kind, kind), body.date, authority);
  const given = clearDays(body.convenedOn, body.date);
  if (rule === undefined || given >= rule.clearDays) return [];
  const found =
    given <= 0
      ? 'ne laisse aucun jour franc'
      : `laisse ${given} jour${given > 1 ? 's' : ''} franc${given > 1 ? 's' : ''}`;
  const message = `La convocation ${found} ; il en faut ${rule.clearDays} (${rule.article}).`;
  return [{ rule: 'R12.notice', message, field: 'convenedOn' }];
}

/** What a séance of that day takes from its body and authority. @throws Refusal `not-found` */
export function bodyAtSessionOf(
  authority: AuthorityDescription,
  body: BodyState,
  date: string,
  inOffice: number | null,
): BodyAtSession {
  if (body.constituted === null) throw notFound('unknown-body', 'Cette instance n’existe pas.');
  const sits = body.seats.filter(
    ({ mandateFrom, mandateUntil }) =>
      (mandateFrom === null || mandateFrom <= date) && (mandateUntil === null || date <= mandateUntil),
  );
  const { template, rules } = body;
  return {
    authority,
    ...body.constituted,
    seats: body.seats.length === 0 ? null : sits,
    inOffice,
    template: template && { name: template.name, revision: template.revision, sha256: template.sha256 },
    rules,
  };
}

@CommandHandler(ConveneSession)
export class ConveneSessionHandler implements ICommandHandler<ConveneSession, Created> {
  constructor(private readonly runner: CommandRunner) {}

  async execute(command: ConveneSession): Promise<Created> {
    const { context, body } = command;
    const id = idOfCreated(context, 'session');
    const authority = await this.runner.authority(context.authority);
    const { state } = await this.runner.load(bodyAggregate, bodyStream(context.authority, body.body));
    const bodyAtSession = bodyAtSessionOf(authority, state, body.date, body.inOffice);
    const accepted = await this.runner.change({
      aggregate: sessionAggregate,
      stream: sessionStream(context.authority, id),
      context,
      session: id,
      occurredAt: body.occurredAt,
      decide: (session) => conveneSession(session, bodyAtSession, command),
    });
    return { ...accepted, id };
  }
}
