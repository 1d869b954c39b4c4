import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  CastVote,
  CastVoteBody,
  CountHands,
  CountHandsBody,
  RecordSecretTally,
  RecordSecretTallyBody,
  SignRoll,
  SignRollBody,
  type Accepted,
  type CommandContext,
} from '@registre/deliberation';
import { Context } from '../http/command-context.js';
import { UuidParameter } from '../http/parameters.js';
import { AcceptedAnswer } from './answers.js';

@ApiTags('ballot')
@Controller('api/v1/:authority/ballots/:ballot')
export class VotesController {
  constructor(private readonly commands: CommandBus) {}

  @Post('votes')
  @HttpCode(200)
  @ApiOperation({ operationId: 'castVote', summary: 'Casts the vote of one seat, by name' })
  @ApiOkResponse({ type: AcceptedAnswer })
  vote(
    @Context() context: CommandContext,
    @Param('ballot', new UuidParameter('ballot')) ballot: string,
    @Body() body: CastVoteBody,
  ): Promise<Accepted> {
    return this.commands.execute(new CastVote(context, ballot, body));
  }

  @Post('hands')
  @HttpCode(200)
  @ApiOperation({ operationId: 'countHands', summary: 'Records what was counted' })
  @ApiOkResponse({ type: AcceptedAnswer })
  hands(
    @Context() context: CommandContext,
    @Param('ballot', new UuidParameter('ballot')) ballot: string,
    @Body() body: CountHandsBody,
  ): Promise<Accepted> {
    return this.commands.execute(new CountHands(context, ballot, body));
  }

  @Post('signatures')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'signRoll',
    summary: 'Records that one seat has voted in a secret ballot, and nothing of what',
  })
  @ApiOkResponse({ type: AcceptedAnswer })
  sign(
    @Context() context: CommandContext,
    @Param('ballot', new UuidParameter('ballot')) ballot: string,
    @Body() body: SignRollBody,
  ): Promise<Accepted> {
    return this.commands.execute(new SignRoll(context, ballot, body));
  }

  @Post('papers')
  @HttpCode(200)
  @ApiOperation({ operationId: 'recordSecretTally', summary: 'Records the totals of a secret ballot' })
  @ApiOkResponse({ type: AcceptedAnswer })
  papers(
    @Context() context: CommandContext,
    @Param('ballot', new UuidParameter('ballot')) ballot: string,
    @Body() body: RecordSecretTallyBody,
  ): Promise<Accepted> {
    return this.commands.execute(new RecordSecretTally(context, ballot, body));
  }
}
