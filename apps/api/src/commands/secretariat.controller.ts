import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  CloseDoors,
  CloseDoorsBody,
  CommandBody,
  ConfirmUrgency,
  ConfirmUrgencyBody,
  RecordQuorumFailure,
  RecordQuorumFailureBody,
  ReopenDoors,
  SendConvocation,
  SendConvocationBody,
  type Accepted,
  type CommandContext,
} from '@registre/deliberation';
import { Context } from '../http/command-context.js';
import { UuidParameter } from '../http/parameters.js';
import { AcceptedAnswer } from './answers.js';

/** What frames the séance: its convocation, the urgency of it, a quorum that failed, closed doors. */
@ApiTags('session')
@Controller('api/v1/:authority/sessions/:session')
export class SecretariatController {
  constructor(private readonly commands: CommandBus) {}

  @Post('convocations')
  @HttpCode(200)
  @ApiOperation({ operationId: 'sendConvocation', summary: 'A convocation went to members' })
  @ApiOkResponse({ type: AcceptedAnswer })
  convocation(
    @Context() context: CommandContext,
    @Param('session', new UuidParameter('session')) session: string,
    @Body() body: SendConvocationBody,
  ): Promise<Accepted> {
    return this.commands.execute(new SendConvocation(context, session, body));
  }

  @Post('urgency')
  @HttpCode(200)
  @ApiOperation({ operationId: 'confirmUrgency', summary: 'The assembly rules on the urgency' })
  @ApiOkResponse({ type: AcceptedAnswer })
  urgency(
    @Context() context: CommandContext,
    @Param('session', new UuidParameter('session')) session: string,
    @Body() body: ConfirmUrgencyBody,
  ): Promise<Accepted> {
    return this.commands.execute(new ConfirmUrgency(context, session, body));
  }

  @Post('quorum-failure')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'recordQuorumFailure',
    summary: 'The séance cannot open for want of a quorum',
  })
  @ApiOkResponse({ type: AcceptedAnswer })
  quorumFailure(
    @Context() context: CommandContext,
    @Param('session', new UuidParameter('session')) session: string,
    @Body() body: RecordQuorumFailureBody,
  ): Promise<Accepted> {
    return this.commands.execute(new RecordQuorumFailure(context, session, body));
  }

  @Post('closed-doors')
  @HttpCode(200)
  @ApiOperation({ operationId: 'closeDoors', summary: 'The public leaves (huis clos)' })
  @ApiOkResponse({ type: AcceptedAnswer })
  closeDoors(
    @Context() context: CommandContext,
    @Param('session', new UuidParameter('session')) session: string,
    @Body() body: CloseDoorsBody,
  ): Promise<Accepted> {
    return this.commands.execute(new CloseDoors(context, session, body));
  }

  @Post('closed-doors/end')
  @HttpCode(200)
  @ApiOperation({ operationId: 'reopenDoors', summary: 'The public may come in again' })
  @ApiOkResponse({ type: AcceptedAnswer })
  reopenDoors(
    @Context() context: CommandContext,
    @Param('session', new UuidParameter('session')) session: string,
    @Body() body: CommandBody,
  ): Promise<Accepted> {
    return this.commands.execute(new ReopenDoors(context, session, body));
  }
}
