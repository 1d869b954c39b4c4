import { isDeepStrictEqual } from 'node:util';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { impossible, Refusal } from '@registre/platform';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsDefined, IsOptional, ValidateNested } from 'class-validator';
import { CommandBody } from '../command/command-body.js';
import type { Accepted, CommandContext } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { excuse } from '../command/irregularity.js';
import { IsCalendarDate, IsRef, IsText, OrNull } from '../command/validation.js';
import { EnterInRegister } from '../processes/enter-in-register.js';
import { affairOf, requireMember } from '../session/preconditions.js';
import type { SessionState } from '../session/session.js';
import type { AffairEvent, AffairState } from './affair.js';
import { changeAffair, sessionOfAffair } from './change-affair.js';
import { ExtractSubjects } from './extract-subject.js';
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

  @IsDefined()
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
  if (state.extract !== null) alreadyCertified();
  const irregular = excuse([], command.body.despite);
  const data = { session: command.session, ...certificationOf(command.body), ...rendered, ...irregular };
  return [{ type: 'ExtractCertified', data }];
}

function alreadyCertified(): never {
  throw impossible('extract.certified', 'L’extrait de cette affaire est déjà certifié : il ne change plus.');
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

// What was written on the paper while its extract was being printed is not in the extract.
function requirePrinted(state: AffairState, printed: AffairState): void {
  if (state.extract !== null || isDeepStrictEqual(state, printed)) return;
  throw new Refusal(
    'conflict',
    'changed-since',
    'L’affaire a été modifiée pendant l’impression de l’extrait : relisez avant de recommencer.',
  );
}

@CommandHandler(CertifyExtract)
export class CertifyExtractHandler implements ICommandHandler<CertifyExtract, Accepted> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly subjects: ExtractSubjects,
    private readonly renderer: ExtractRenderer,
    private readonly register: EnterInRegister,
  ) {}

  async execute(command: CertifyExtract): Promise<Accepted> {
    const { context, session: id, affair, body } = command;
    requireExtractable(await sessionOfAffair(this.runner, command), affair, body);
    await this.register.complete(context, id);
    const subject = await this.subjects.of(context.authority, id, affair);
    // Nothing is printed for a certification sent again: its answer is known, or it is refused.
    if (subject.paper.extract !== null) return changeAffair(this.runner, command, alreadyCertified);
    const template = await this.subjects.template(context.authority, subject.session);
    if (template === null) {
      throw impossible('extract.no-template', 'L’instance n’a pas adopté de modèle d’extrait.');
    }
    const rendered = await this.renderer.render(subject, template, certificationOf(body));
    return changeAffair(this.runner, command, (state) => {
      requirePrinted(state, subject.paper);
      return certifyExtract(state, rendered, command);
    });
  }
}
