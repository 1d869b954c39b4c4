import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RecuseMember, RecuseMemberBody, type Accepted, type CommandContext } from '@registre/deliberation';
import { Context } from '../http/command-context.js';
import { UuidParameter } from '../http/parameters.js';
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
}
