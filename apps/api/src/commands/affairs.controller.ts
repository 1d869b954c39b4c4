import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  AttachAnnex,
  AttachAnnexBody,
  CallAffair,
  CallAffairBody,
  CertifyExtract,
  CertifyExtractBody,
  DecideAffair,
  DecideAffairBody,
  NoteAffair,
  NoteAffairBody,
  NoteDebate,
  NoteDebateBody,
  NumberAffair,
  NumberAffairBody,
  PlaceAffair,
  PlaceAffairBody,
  PostponeAffair,
  PostponeAffairBody,
  ReviseReport,
  ReviseReportBody,
  SubmitReport,
  SubmitReportBody,
  WithdrawAffair,
  WithdrawAffairBody,
  StrikeOutMention,
  StrikeOutMentionBody,
  TransmitDeliberation,
  TransmitDeliberationBody,
  AcknowledgeTransmission,
  AcknowledgeTransmissionBody,
  PublishDeliberation,
  PublishDeliberationBody,
  RecordFate,
  RecordFateBody,
  EraseContent,
  EraseContentBody,
  type Accepted,
  type CommandContext,
  type Created,
} from '@registre/deliberation';
import { Context } from '../http/command-context.js';
import { UuidParameter } from '../http/parameters.js';
import { AcceptedAnswer, CreatedAnswer } from './answers.js';

@ApiTags('affair')
@Controller('api/v1/:authority/sessions/:session/affairs')
export class AffairsController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @HttpCode(201)
  @ApiOperation({ operationId: 'placeAffair', summary: 'Puts an affair on the agenda' })
  @ApiCreatedResponse({ type: CreatedAnswer })
  place(
    @Context() context: CommandContext,
    @Param('session', new UuidParameter('session')) session: string,
    @Body() body: PlaceAffairBody,
  ): Promise<Created> {
    return this.commands.execute(new PlaceAffair(context, session, body));
  }

  @Post(':affair/report')
  @HttpCode(200)
  @ApiOperation({ operationId: 'submitReport', summary: 'Submits the report' })
  @ApiOkResponse({ type: AcceptedAnswer })
  submit(
    @Context() context: CommandContext,
    @Param('session', new UuidParameter('session')) session: string,
    @Param('affair', new UuidParameter('affair')) affair: string,
    @Body() body: SubmitReportBody,
  ): Promise<Accepted> {
    return this.commands.execute(new SubmitReport(context, session, affair, body));
  }

  @Post(':affair/report/revisions')
  @HttpCode(200)
  @ApiOperation({ operationId: 'reviseReport', summary: 'Revises the report' })
  @ApiOkResponse({ type: AcceptedAnswer })
  revise(
    @Context() context: CommandContext,
    @Param('session', new UuidParameter('session')) session: string,
    @Param('affair', new UuidParameter('affair')) affair: string,
    @Body() body: ReviseReportBody,
  ): Promise<Accepted> {
    return this.commands.execute(new ReviseReport(context, session, affair, body));
  }

  @Post(':affair/annexes')
  @HttpCode(200)
  @ApiOperation({ operationId: 'attachAnnex', summary: 'Attaches an annex, by its title' })
  @ApiOkResponse({ type: AcceptedAnswer })
  annex(
    @Context() context: CommandContext,
    @Param('session', new UuidParameter('session')) session: string,
    @Param('affair', new UuidParameter('affair')) affair: string,
    @Body() body: AttachAnnexBody,
  ): Promise<Accepted> {
    return this.commands.execute(new AttachAnnex(context, session, affair, body));
  }

  @Post(':affair/number')
  @HttpCode(200)
  @ApiOperation({ operationId: 'numberAffair', summary: 'Gives the affair its number' })
  @ApiOkResponse({ type: AcceptedAnswer })
  number(
    @Context() context: CommandContext,
    @Param('session', new UuidParameter('session')) session: string,
    @Param('affair', new UuidParameter('affair')) affair: string,
    @Body() body: NumberAffairBody,
  ): Promise<Accepted> {
    return this.commands.execute(new NumberAffair(context, session, affair, body));
  }

  @Post(':affair/call')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'callAffair',
    summary: 'Puts the affair into discussion: the quorum is checked',
  })
  @ApiOkResponse({ type: AcceptedAnswer })
  call(
    @Context() context: CommandContext,
    @Param('session', new UuidParameter('session')) session: string,
    @Param('affair', new UuidParameter('affair')) affair: string,
    @Body() body: CallAffairBody,
  ): Promise<Accepted> {
    return this.commands.execute(new CallAffair(context, session, affair, body));
  }

  @Post(':affair/debate')
  @HttpCode(200)
  @ApiOperation({ operationId: 'noteDebate', summary: 'Notes the tenor of the debate' })
  @ApiOkResponse({ type: AcceptedAnswer })
  debate(
    @Context() context: CommandContext,
    @Param('session', new UuidParameter('session')) session: string,
    @Param('affair', new UuidParameter('affair')) affair: string,
    @Body() body: NoteDebateBody,
  ): Promise<Accepted> {
    return this.commands.execute(new NoteDebate(context, session, affair, body));
  }

  @Post(':affair/decision')
  @HttpCode(200)
  @ApiOperation({ operationId: 'decideAffair', summary: 'Decides the affair' })
  @ApiOkResponse({ type: AcceptedAnswer })
  decide(
    @Context() context: CommandContext,
    @Param('session', new UuidParameter('session')) session: string,
    @Param('affair', new UuidParameter('affair')) affair: string,
    @Body() body: DecideAffairBody,
  ): Promise<Accepted> {
    return this.commands.execute(new DecideAffair(context, session, affair, body));
  }

  @Post(':affair/note')
  @HttpCode(200)
  @ApiOperation({ operationId: 'noteAffair', summary: 'The assembly takes note' })
  @ApiOkResponse({ type: AcceptedAnswer })
  note(
    @Context() context: CommandContext,
    @Param('session', new UuidParameter('session')) session: string,
    @Param('affair', new UuidParameter('affair')) affair: string,
    @Body() body: NoteAffairBody,
  ): Promise<Accepted> {
    return this.commands.execute(new NoteAffair(context, session, affair, body));
  }

  @Post(':affair/postponement')
  @HttpCode(200)
  @ApiOperation({ operationId: 'postponeAffair', summary: 'Puts the affair off' })
  @ApiOkResponse({ type: AcceptedAnswer })
  postpone(
    @Context() context: CommandContext,
    @Param('session', new UuidParameter('session')) session: string,
    @Param('affair', new UuidParameter('affair')) affair: string,
    @Body() body: PostponeAffairBody,
  ): Promise<Accepted> {
    return this.commands.execute(new PostponeAffair(context, session, affair, body));
  }

  @Post(':affair/withdrawal')
  @HttpCode(200)
  @ApiOperation({ operationId: 'withdrawAffair', summary: 'Takes the affair off the agenda' })
  @ApiOkResponse({ type: AcceptedAnswer })
  withdraw(
    @Context() context: CommandContext,
    @Param('session', new UuidParameter('session')) session: string,
    @Param('affair', new UuidParameter('affair')) affair: string,
    @Body() body: WithdrawAffairBody,
  ): Promise<Accepted> {
    return this.commands.execute(new WithdrawAffair(context, session, affair, body));
  }

  @Post(':affair/extract')
  @HttpCode(200)
  @ApiOperation({ operationId: 'certifyExtract', summary: 'Certifies the extract, once and for ever' })
  @ApiOkResponse({ type: AcceptedAnswer })
  certify(
    @Context() context: CommandContext,
    @Param('session', new UuidParameter('session')) session: string,
    @Param('affair', new UuidParameter('affair')) affair: string,
    @Body() body: CertifyExtractBody,
  ): Promise<Accepted> {
    return this.commands.execute(new CertifyExtract(context, session, affair, body));
  }

  @Post(':affair/transmission')
  @HttpCode(200)
  @ApiOperation({ operationId: 'transmitDeliberation', summary: 'The act is transmitted to the préfet' })
  @ApiOkResponse({ type: AcceptedAnswer })
  transmit(
    @Context() context: CommandContext,
    @Param('session', new UuidParameter('session')) session: string,
    @Param('affair', new UuidParameter('affair')) affair: string,
    @Body() body: TransmitDeliberationBody,
  ): Promise<Accepted> {
    return this.commands.execute(new TransmitDeliberation(context, session, affair, body));
  }

  @Post(':affair/acknowledgement')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'acknowledgeTransmission',
    summary: 'The préfet acknowledges the transmission',
  })
  @ApiOkResponse({ type: AcceptedAnswer })
  acknowledge(
    @Context() context: CommandContext,
    @Param('session', new UuidParameter('session')) session: string,
    @Param('affair', new UuidParameter('affair')) affair: string,
    @Body() body: AcknowledgeTransmissionBody,
  ): Promise<Accepted> {
    return this.commands.execute(new AcknowledgeTransmission(context, session, affair, body));
  }

  @Post(':affair/publication')
  @HttpCode(200)
  @ApiOperation({ operationId: 'publishDeliberation', summary: 'The act is published' })
  @ApiOkResponse({ type: AcceptedAnswer })
  publish(
    @Context() context: CommandContext,
    @Param('session', new UuidParameter('session')) session: string,
    @Param('affair', new UuidParameter('affair')) affair: string,
    @Body() body: PublishDeliberationBody,
  ): Promise<Accepted> {
    return this.commands.execute(new PublishDeliberation(context, session, affair, body));
  }

  @Post(':affair/fates')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'recordFate',
    summary: 'What became of the act later; its first version stays',
  })
  @ApiOkResponse({ type: AcceptedAnswer })
  fate(
    @Context() context: CommandContext,
    @Param('session', new UuidParameter('session')) session: string,
    @Param('affair', new UuidParameter('affair')) affair: string,
    @Body() body: RecordFateBody,
  ): Promise<Accepted> {
    return this.commands.execute(new RecordFate(context, session, affair, body));
  }

  @Post(':affair/strikings')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'strikeOutMention',
    summary: 'Strikes out what was noted of the act by a slip; it stays in the history',
  })
  @ApiOkResponse({ type: AcceptedAnswer })
  strikeOut(
    @Context() context: CommandContext,
    @Param('session', new UuidParameter('session')) session: string,
    @Param('affair', new UuidParameter('affair')) affair: string,
    @Body() body: StrikeOutMentionBody,
  ): Promise<Accepted> {
    return this.commands.execute(new StrikeOutMention(context, session, affair, body));
  }

  @Post(':affair/erasures')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'eraseContent',
    summary: 'Erases a content of the file store; that it was there stays known',
  })
  @ApiOkResponse({ type: AcceptedAnswer })
  erase(
    @Context() context: CommandContext,
    @Param('session', new UuidParameter('session')) session: string,
    @Param('affair', new UuidParameter('affair')) affair: string,
    @Body() body: EraseContentBody,
  ): Promise<Accepted> {
    return this.commands.execute(new EraseContent(context, session, affair, body));
  }
}
