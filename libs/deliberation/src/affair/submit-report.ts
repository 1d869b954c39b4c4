import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { impossible } from '@registre/platform';
import { Type } from 'class-transformer';
import { IsDefined, ValidateNested } from 'class-validator';
import { CommandBody } from '../command/command-body.js';
import type { Accepted, CommandContext } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { excuse } from '../command/irregularity.js';
import { IsBeginning } from '../command/validation.js';
import { requireMember } from '../session/preconditions.js';
import type { AffairEvent, AffairState, Report } from './affair.js';
import { changeAffair, sessionOfAffair } from './change-affair.js';
import { LongTexts } from './long-texts.js';
import { ReportBody, reportOf } from './report-body.js';

export class SubmitReportBody extends CommandBody {
  @IsDefined()
  @ValidateNested()
  @Type(() => ReportBody)
  readonly report!: ReportBody;

  /** Begins empty (none so far), or null: whether there are annexes is not known. */
  @IsBeginning()
  readonly annexes!: [] | null;
}

export class SubmitReport {
  constructor(
    readonly context: CommandContext,
    readonly session: string,
    readonly affair: string,
    readonly body: SubmitReportBody,
  ) {}
}

/** Submits the report of an affair; a second one is a revision. */
export function submitReport(
  state: AffairState,
  report: Report,
  { session, body }: SubmitReport,
): readonly AffairEvent[] {
  if (state.report !== null)
    throw impossible('report.submitted', 'Le rapport a déjà été déposé : révisez-le.');
  if (state.extract !== null)
    throw impossible('extract.certified', 'L’extrait est certifié : il n’y a plus de rapport à déposer.');
  const data = { session, report, annexes: body.annexes, ...excuse([], body.despite) };
  return [{ type: 'ReportSubmitted', data }];
}

@CommandHandler(SubmitReport)
export class SubmitReportHandler implements ICommandHandler<SubmitReport, Accepted> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly texts: LongTexts,
  ) {}

  async execute(command: SubmitReport): Promise<Accepted> {
    const { report } = command.body;
    const session = await sessionOfAffair(this.runner, command);
    if (report.rapporteur?.member)
      requireMember(session, report.rapporteur.member, 'report.rapporteur.member');
    const text = report.text ? await this.texts.keep(command.context.authority, report.text) : null;
    return changeAffair(this.runner, command, (state) =>
      submitReport(state, reportOf(report, text), command),
    );
  }
}
