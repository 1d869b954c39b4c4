import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  AppointSecretary,
  AppointSecretaryBody,
  CloseSession,
  CloseSessionBody,
  ConveneSession,
  ConveneSessionBody,
  GiveProxy,
  GiveProxyBody,
  OpenSession,
  OpenSessionBody,
  RecordArrival,
  RecordArrivalBody,
  RecordAttendance,
  RecordAttendanceBody,
  RecordDeparture,
  RecordDepartureBody,
  TakeChair,
  TakeChairBody,
  PostList,
  PostListBody,
  SettleMinutes,
  SettleMinutesBody,
  PublishMinutes,
  PublishMinutesBody,
  type Accepted,
  type CommandContext,
  type Created,
} from '@registre/deliberation';
import { Context } from '../http/command-context.js';
import { UuidParameter } from '../http/parameters.js';
import { AcceptedAnswer, CreatedAnswer } from './answers.js';

@ApiTags('session')
@Controller('api/v1/:authority/sessions')
export class SessionsController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @HttpCode(201)
  @ApiOperation({ operationId: 'conveneSession', summary: 'Convenes a séance' })
  @ApiCreatedResponse({ type: CreatedAnswer })
  convene(@Context() context: CommandContext, @Body() body: ConveneSessionBody): Promise<Created> {
    return this.commands.execute(new ConveneSession(context, body));
  }

  @Post(':session/opening')
  @HttpCode(200)
  @ApiOperation({ operationId: 'openSession', summary: 'Opens the séance' })
  @ApiOkResponse({ type: AcceptedAnswer })
  open(
    @Context() context: CommandContext,
    @Param('session', new UuidParameter('session')) session: string,
    @Body() body: OpenSessionBody,
  ): Promise<Accepted> {
    return this.commands.execute(new OpenSession(context, session, body));
  }

  @Post(':session/attendance')
  @HttpCode(200)
  @ApiOperation({ operationId: 'recordAttendance', summary: 'Records the roll call' })
  @ApiOkResponse({ type: AcceptedAnswer })
  attendance(
    @Context() context: CommandContext,
    @Param('session', new UuidParameter('session')) session: string,
    @Body() body: RecordAttendanceBody,
  ): Promise<Accepted> {
    return this.commands.execute(new RecordAttendance(context, session, body));
  }

  @Post(':session/chair')
  @HttpCode(200)
  @ApiOperation({ operationId: 'takeChair', summary: 'Somebody takes the chair' })
  @ApiOkResponse({ type: AcceptedAnswer })
  chair(
    @Context() context: CommandContext,
    @Param('session', new UuidParameter('session')) session: string,
    @Body() body: TakeChairBody,
  ): Promise<Accepted> {
    return this.commands.execute(new TakeChair(context, session, body));
  }

  @Post(':session/secretaries')
  @HttpCode(200)
  @ApiOperation({ operationId: 'appointSecretary', summary: 'Appoints a secretary' })
  @ApiOkResponse({ type: AcceptedAnswer })
  secretary(
    @Context() context: CommandContext,
    @Param('session', new UuidParameter('session')) session: string,
    @Body() body: AppointSecretaryBody,
  ): Promise<Accepted> {
    return this.commands.execute(new AppointSecretary(context, session, body));
  }

  @Post(':session/proxies')
  @HttpCode(200)
  @ApiOperation({ operationId: 'giveProxy', summary: 'A member gives a proxy' })
  @ApiOkResponse({ type: AcceptedAnswer })
  proxy(
    @Context() context: CommandContext,
    @Param('session', new UuidParameter('session')) session: string,
    @Body() body: GiveProxyBody,
  ): Promise<Accepted> {
    return this.commands.execute(new GiveProxy(context, session, body));
  }

  @Post(':session/arrivals')
  @HttpCode(200)
  @ApiOperation({ operationId: 'recordArrival', summary: 'A member arrives' })
  @ApiOkResponse({ type: AcceptedAnswer })
  arrival(
    @Context() context: CommandContext,
    @Param('session', new UuidParameter('session')) session: string,
    @Body() body: RecordArrivalBody,
  ): Promise<Accepted> {
    return this.commands.execute(new RecordArrival(context, session, body));
  }

  @Post(':session/departures')
  @HttpCode(200)
  @ApiOperation({ operationId: 'recordDeparture', summary: 'A member leaves' })
  @ApiOkResponse({ type: AcceptedAnswer })
  departure(
    @Context() context: CommandContext,
    @Param('session', new UuidParameter('session')) session: string,
    @Body() body: RecordDepartureBody,
  ): Promise<Accepted> {
    return this.commands.execute(new RecordDeparture(context, session, body));
  }

  @Post(':session/closing')
  @HttpCode(200)
  @ApiOperation({ operationId: 'closeSession', summary: 'Closes the séance' })
  @ApiOkResponse({ type: AcceptedAnswer })
  close(
    @Context() context: CommandContext,
    @Param('session', new UuidParameter('session')) session: string,
    @Body() body: CloseSessionBody,
  ): Promise<Accepted> {
    return this.commands.execute(new CloseSession(context, session, body));
  }

  @Post(':session/list')
  @HttpCode(200)
  @ApiOperation({ operationId: 'postList', summary: 'The list of the deliberations is posted' })
  @ApiOkResponse({ type: AcceptedAnswer })
  list(
    @Context() context: CommandContext,
    @Param('session', new UuidParameter('session')) session: string,
    @Body() body: PostListBody,
  ): Promise<Accepted> {
    return this.commands.execute(new PostList(context, session, body));
  }

  @Post(':session/minutes')
  @HttpCode(200)
  @ApiOperation({ operationId: 'settleMinutes', summary: 'The minutes are settled' })
  @ApiOkResponse({ type: AcceptedAnswer })
  minutes(
    @Context() context: CommandContext,
    @Param('session', new UuidParameter('session')) session: string,
    @Body() body: SettleMinutesBody,
  ): Promise<Accepted> {
    return this.commands.execute(new SettleMinutes(context, session, body));
  }

  @Post(':session/minutes/publication')
  @HttpCode(200)
  @ApiOperation({ operationId: 'publishMinutes', summary: 'The minutes are put online' })
  @ApiOkResponse({ type: AcceptedAnswer })
  publishMinutes(
    @Context() context: CommandContext,
    @Param('session', new UuidParameter('session')) session: string,
    @Body() body: PublishMinutesBody,
  ): Promise<Accepted> {
    return this.commands.execute(new PublishMinutes(context, session, body));
  }
}
