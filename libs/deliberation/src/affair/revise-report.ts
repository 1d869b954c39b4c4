import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { impossible } from '@registre/platform';
import { Type } from 'class-transformer';
import { IsDefined, IsOptional, ValidateNested } from 'class-validator';
import { CommandBody } from '../command/command-body.js';
import type { Accepted, CommandContext } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { excuse } from '../command/irregularity.js';
import { IsText } from '../command/validation.js';
import { affairOf, requireMember } from '../session/preconditions.js';
import type { SessionState } from '../session/session.js';
import type { AffairEvent, AffairState, Report } from './affair.js';
import { changeAffair, sessionOfAffair } from './change-affair.js';
import { LongTexts } from './long-texts.js';
import { ReportBody, reportOf } from './report-body.js';

export class ReviseReportBody extends CommandBody {
  /** The whole report as it now reads; the earlier one stays readable. */
  @IsDefined()
  @ValidateNested()
  @Type(() => ReportBody)
  readonly report!: ReportBody;

  @IsOptional()
  @IsText(1000)
  readonly reason?: string | null;
}

export class ReviseReport {
  constructor(
    readonly context: CommandContext,
    readonly session: string,
    readonly affair: string,
    readonly body: ReviseReportBody,
  ) {}
}

/**
 * Revises a report, as long as the affair is not dealt with: what was decided stays what it was. A corrected record
 * says what the report was then.
 */
export function reviseReport(
  state: AffairState,
  session: SessionState,
  report: Report,
  { context, affair, body }: ReviseReport,
): readonly AffairEvent[] {
  if (state.report === null)
    throw impossible('report.none', 'Aucun rapport n’a été déposé pour cette affaire.');
  if (affairOf(session, affair).outcome !== null && context.source === undefined) {
    throw impossible('affair.dealt-with', 'Cette affaire a été traitée : son rapport ne change plus.');
  }
  const data = { report, reason: body.reason ?? null, ...excuse([], body.despite) };
  return [{ type: 'ReportRevised', data }];
}

@CommandHandler(ReviseReport)
export class ReviseReportHandler implements ICommandHandler<ReviseReport, Accepted> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly texts: LongTexts,
  ) {}

  async execute(command: ReviseReport): Promise<Accepted> {
    const { report } = command.body;
    const session = await sessionOfAffair(this.runner, command);
    if (report.rapporteur?.member)
      requireMember(session, report.rapporteur.member, 'report.rapporteur.member');
    const text = report.text ? await this.texts.keep(command.context.authority, report.text) : null;
    const revised = reportOf(report, text);
    return changeAffair(this.runner, command, (state) => reviseReport(state, session, revised, command));
  }
}
