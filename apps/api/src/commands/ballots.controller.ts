import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  CloseBallot,
  CloseBallotBody,
  OpenBallot,
  OpenBallotBody,
  VoidBallot,
  VoidBallotBody,
  type Accepted,
  type CommandContext,
  type Created,
} from '@registre/deliberation';
import { Context } from '../http/command-context.js';
import { UuidParameter } from '../http/parameters.js';
import { AcceptedAnswer, CreatedAnswer } from './answers.js';

@ApiTags('ballot')
@Controller('api/v1/:authority/sessions/:session/ballots')
export class BallotsController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @HttpCode(201)
  @ApiOperation({ operationId: 'openBallot', summary: 'Opens a ballot and freezes its roll' })
  @ApiCreatedResponse({ type: CreatedAnswer })
  open(
    @Context() context: CommandContext,
    @Param('session', new UuidParameter('session')) session: string,
    @Body() body: OpenBallotBody,
  ): Promise<Created> {
    return this.commands.execute(new OpenBallot(context, session, body));
  }

  @Post(':ballot/closing')
  @HttpCode(200)
  @ApiOperation({ operationId: 'closeBallot', summary: 'Closes a ballot: its result is computed' })
  @ApiOkResponse({ type: AcceptedAnswer })
  close(
    @Context() context: CommandContext,
    @Param('session', new UuidParameter('session')) session: string,
    @Param('ballot', new UuidParameter('ballot')) ballot: string,
    @Body() body: CloseBallotBody,
  ): Promise<Accepted> {
    return this.commands.execute(new CloseBallot(context, session, ballot, body));
  }

  @Post(':ballot/voiding')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'voidBallot',
    summary: 'Declares a ballot void, open or closed: what was cast is kept and counts for nothing',
  })
  @ApiOkResponse({ type: AcceptedAnswer })
  declareVoid(
    @Context() context: CommandContext,
    @Param('session', new UuidParameter('session')) session: string,
    @Param('ballot', new UuidParameter('ballot')) ballot: string,
    @Body() body: VoidBallotBody,
  ): Promise<Accepted> {
    return this.commands.execute(new VoidBallot(context, session, ballot, body));
  }
}
