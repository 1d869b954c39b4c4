import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RequestBallot, RequestBallotBody, type Accepted, type CommandContext } from '@registre/deliberation';
import { Context } from '../http/command-context.js';
import { UuidParameter } from '../http/parameters.js';
import { AcceptedAnswer } from './answers.js';

@ApiTags('ballot')
@Controller('api/v1/:authority/sessions/:session/ballot-requests')
export class BallotRequestsController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({ operationId: 'requestBallot', summary: 'Records that members ask for a manner of voting' })
  @ApiOkResponse({ type: AcceptedAnswer })
  request(
    @Context() context: CommandContext,
    @Param('session', new UuidParameter('session')) session: string,
    @Body() body: RequestBallotBody,
  ): Promise<Accepted> {
    return this.commands.execute(new RequestBallot(context, session, body));
  }
}
