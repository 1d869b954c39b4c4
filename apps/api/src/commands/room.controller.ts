import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  CorrectEntry,
  CorrectEntryBody,
  InstallMember,
  InstallMemberBody,
  RecuseMember,
  RecuseMemberBody,
  ResignMember,
  ResignMemberBody,
  ResumeSession,
  ResumeSessionBody,
  RevokeProxy,
  RevokeProxyBody,
  SuspendSession,
  SuspendSessionBody,
  type Accepted,
  type CommandContext,
} from '@registre/deliberation';
import { Context } from '../http/command-context.js';
import { RefParameter, UuidParameter } from '../http/parameters.js';
import { AcceptedAnswer } from './answers.js';

/** What happens in the room between the opening and the closing, beside arrivals and departures. */
@ApiTags('session')
@Controller('api/v1/:authority/sessions/:session')
export class RoomController {
  constructor(private readonly commands: CommandBus) {}

  @Post('affairs/:affair/recusals')
  @HttpCode(200)
  @ApiOperation({ operationId: 'recuseMember', summary: 'A member keeps out of an affair' })
  @ApiOkResponse({ type: AcceptedAnswer })
  recuse(
    @Context() context: CommandContext,
    @Param('session', new UuidParameter('session')) session: string,
    @Param('affair', new UuidParameter('affair')) affair: string,
    @Body() body: RecuseMemberBody,
  ): Promise<Accepted> {
    return this.commands.execute(new RecuseMember(context, session, affair, body));
  }

  @Post('suspension')
  @HttpCode(200)
  @ApiOperation({ operationId: 'suspendSession', summary: 'Suspends the séance' })
  @ApiOkResponse({ type: AcceptedAnswer })
  suspend(
    @Context() context: CommandContext,
    @Param('session', new UuidParameter('session')) session: string,
    @Body() body: SuspendSessionBody,
  ): Promise<Accepted> {
    return this.commands.execute(new SuspendSession(context, session, body));
  }

  @Post('resumption')
  @HttpCode(200)
  @ApiOperation({ operationId: 'resumeSession', summary: 'Resumes the séance; the quorum is checked again' })
  @ApiOkResponse({ type: AcceptedAnswer })
  resume(
    @Context() context: CommandContext,
    @Param('session', new UuidParameter('session')) session: string,
    @Body() body: ResumeSessionBody,
  ): Promise<Accepted> {
    return this.commands.execute(new ResumeSession(context, session, body));
  }

  @Post('installations')
  @HttpCode(200)
  @ApiOperation({ operationId: 'installMember', summary: 'A new member takes a seat during the séance' })
  @ApiOkResponse({ type: AcceptedAnswer })
  install(
    @Context() context: CommandContext,
    @Param('session', new UuidParameter('session')) session: string,
    @Body() body: InstallMemberBody,
  ): Promise<Accepted> {
    return this.commands.execute(new InstallMember(context, session, body));
  }

  @Post('resignations')
  @HttpCode(200)
  @ApiOperation({ operationId: 'resignMember', summary: 'A member gives up the seat during the séance' })
  @ApiOkResponse({ type: AcceptedAnswer })
  resign(
    @Context() context: CommandContext,
    @Param('session', new UuidParameter('session')) session: string,
    @Body() body: ResignMemberBody,
  ): Promise<Accepted> {
    return this.commands.execute(new ResignMember(context, session, body));
  }

  @Post('proxies/:giver/revocation')
  @HttpCode(200)
  @ApiOperation({ operationId: 'revokeProxy', summary: 'A proxy ends' })
  @ApiOkResponse({ type: AcceptedAnswer })
  revoke(
    @Context() context: CommandContext,
    @Param('session', new UuidParameter('session')) session: string,
    @Param('giver', new RefParameter('giver')) giver: string,
    @Body() body: RevokeProxyBody,
  ): Promise<Accepted> {
    return this.commands.execute(new RevokeProxy(context, session, giver, body));
  }

  @Post('corrections')
  @HttpCode(200)
  @ApiOperation({ operationId: 'correctEntry', summary: 'Corrects an entry of the séance’s record' })
  @ApiOkResponse({ type: AcceptedAnswer })
  correct(
    @Context() context: CommandContext,
    @Param('session', new UuidParameter('session')) session: string,
    @Body() body: CorrectEntryBody,
  ): Promise<Accepted> {
    return this.commands.execute(new CorrectEntry(context, session, body));
  }
}
