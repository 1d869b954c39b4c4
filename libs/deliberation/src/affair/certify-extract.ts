import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { affairStream, bodyStream, EventStore, registerStream } from '@registre/event-store';
import { impossible } from '@registre/platform';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsOptional, ValidateNested } from 'class-validator';
import type { BodyEvent } from '../body/body.js';
import { bodyAggregate } from '../body/body.js';
import { CommandBody } from '../command/command-body.js';
import type { Accepted, CommandContext } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { excuse } from '../command/irregularity.js';
import { IsCalendarDate, IsRef, IsText, OrNull } from '../command/validation.js';
import { EnterInRegister } from '../processes/enter-in-register.js';
import { registerAggregate, registerYear } from '../register/register.js';
import { affairOf, convened, requireMember } from '../session/preconditions.js';
import type { SessionState } from '../session/session.js';
import { affairAggregate, type AffairEvent, type AffairState } from './affair.js';
import { changeAffair, sessionOfAffair } from './change-affair.js';
import { ExtractRenderer, type Certification, type RenderedExtract } from './extract-renderer.js';

export class SignatoryBody {
  @IsOptional() @IsRef() readonly member?: string | null;
  /** As written above the signature. */
  @IsOptional() @IsText(300) readonly office?: string | null;
  /** Matters delegated to the signatory, one a line. */
  @IsOptional() @IsArray() @ArrayMaxSize(20) @IsText(300, { each: true }) readonly remit?: string[] | null;
}

export class CertifyExtractBody extends CommandBody {
  /** e.g. « Pour extrait conforme ». */
  @IsOptional()
  @IsText(300)
  readonly formula?: string | null;

  @ValidateNested()
  @Type(() => SignatoryBody)
  readonly signatory!: SignatoryBody;

  /** Null: the source does not say when. */
  @OrNull()
  @IsCalendarDate()
  readonly certifiedOn!: string | null;
}

export class CertifyExtract {
  constructor(
    readonly context: CommandContext,
    readonly session: string,
    readonly affair: string,
    readonly body: CertifyExtractBody,
  ) {}
}

/** Certifies the extract of a decided affair, once and for ever. */
export function certifyExtract(
  state: AffairState,
  rendered: RenderedExtract,
  command: CertifyExtract,
): readonly AffairEvent[] {
  if (state.extract !== null) {
    throw impossible(
      'extract.certified',
      'L’extrait de cette affaire est déjà certifié : il ne change plus.',
    );
  }
  const irregular = excuse([], command.body.despite);
  const data = { session: command.session, ...certificationOf(command.body), ...rendered, ...irregular };
  return [{ type: 'ExtractCertified', data }];
}

const certificationOf = ({ formula, signatory, certifiedOn }: CertifyExtractBody): Certification => ({
  formula: formula ?? null,
  signatory: {
    member: signatory.member ?? null,
    office: signatory.office ?? null,
    remit: signatory.remit ?? null,
  },
  certifiedOn,
});

/** @throws Refusal for an affair that was not decided, or whose séance is not closed */
function requireExtractable(session: SessionState, affair: string, body: CertifyExtractBody): void {
  const { outcome } = affairOf(session, affair);
  if (outcome !== 'adopted' && outcome !== 'rejected' && outcome !== 'noted') {
    throw impossible(
      'extract.undecided',
      'Cette affaire n’a pas été décidée : il n’y a pas d’extrait à certifier.',
    );
  }
  if (session.status !== 'closed') {
    throw impossible(
      'session.not-closed',
      'La séance n’est pas levée : l’extrait ne peut pas être certifié.',
    );
  }
  if (body.signatory.member) requireMember(session, body.signatory.member, 'signatory.member');
}

@CommandHandler(CertifyExtract)
export class CertifyExtractHandler implements ICommandHandler<CertifyExtract, Accepted> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly store: EventStore,
    private readonly renderer: ExtractRenderer,
    private readonly register: EnterInRegister,
  ) {}

  async execute(command: CertifyExtract): Promise<Accepted> {
    const { context, affair, body } = command;
    const session = await sessionOfAffair(this.runner, command);
    requireExtractable(session, affair, body);
    await this.register.complete(context, command.session);
    const sheet = await this.sheetOf(session, command);
    const { state: paper } = await this.runner.load(affairAggregate, affairStream(context.authority, affair));
    const template = await this.templateOf(session, context.authority);
    const subject = { authority: context.authority, affair, sheet, session, paper };
    const rendered = await this.renderer.render(subject, template, certificationOf(body));
    return changeAffair(this.runner, command, (state) => certifyExtract(state, rendered, command));
  }

  private async sheetOf(session: SessionState, { context, affair }: CertifyExtract): Promise<number | null> {
    const { body, date } = convened(session);
    const stream = registerStream(context.authority, body, registerYear(date));
    const { state } = await this.runner.load(registerAggregate, stream);
    return state.sheets[affair] ?? null;
  }

  /** The text of the template that the séance took from its body, else of the one in force now. */
  private async templateOf(session: SessionState, authority: string): Promise<string> {
    const { body, bodyAtSession } = convened(session);
    const stream = bodyStream(authority, body);
    const { state } = await this.runner.load(bodyAggregate, stream);
    const revision = bodyAtSession.template?.revision ?? state.template?.revision;
    if (revision === undefined) {
      throw impossible('extract.no-template', 'L’instance n’a pas adopté de modèle d’extrait.');
    }
    if (revision === state.template?.revision) return state.template.text;
    for await (const [event] of this.store.readStream(stream, { from: revision, limit: 1 })) {
      const adopted = event as unknown as BodyEvent | undefined;
      if (adopted?.type === 'TemplateAdopted') return adopted.data.text;
    }
    throw new Error(`no template at ${stream}@${revision}`);
  }
}
