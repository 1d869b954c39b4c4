import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { convocationDeadlines, regimeOf, type ConvocationDeadlines } from '@registre/deliberation';
import { ReadModels, type BodyDetails, type SessionPapers } from '@registre/projections';
import { BodyKeyParameter, UuidParameter } from '../http/parameters.js';
import { view } from '../openapi/view.js';
import { found, ofAuthority } from './of-authority.js';
import { AfterQuery, DeadlinesQuery } from './query-parameters.js';

/** What a séance is prepared from. */
@ApiTags('register')
@Controller('api/v1/:authority')
export class PreparationController {
  constructor(private readonly readModels: ReadModels) {}

  @Get('bodies/:body')
  @ApiOperation({
    operationId: 'body',
    summary: 'A body: its members, its own rules, the template of its extracts',
  })
  @ApiOkResponse(view('BodyDetails'))
  async body(
    @Param('authority') key: string,
    @Param('body', BodyKeyParameter) body: string,
    @Query() _query: AfterQuery,
  ): Promise<BodyDetails> {
    ofAuthority(key, await this.readModels.authority(key));
    return found(await this.readModels.body(key, body), 'unknown-body', 'Cette instance n’existe pas.');
  }

  @Get('bodies/:body/convocation')
  @ApiOperation({
    operationId: 'convocationDeadlines',
    summary: 'By when a séance of a day is to be convened',
  })
  @ApiOkResponse(view('ConvocationDeadlinesView'))
  async convocation(
    @Param('authority') key: string,
    @Param('body', BodyKeyParameter) body: string,
    @Query() { date }: DeadlinesQuery,
  ): Promise<ConvocationDeadlines> {
    const { kind, population, department } = ofAuthority(key, await this.readModels.authority(key));
    const known = await this.readModels.body(key, body);
    const { kind: bodyKind } = found(known, 'unknown-body', 'Cette instance n’existe pas.');
    return convocationDeadlines({ on: date, regime: regimeOf(kind, bodyKind), population, department });
  }

  @Get('sessions/:session/affairs')
  @ApiOperation({
    operationId: 'sessionPapers',
    summary: 'The affairs of a séance, and how far the paper of each is',
  })
  @ApiOkResponse(view('SessionPapers'))
  async papers(
    @Param('authority') key: string,
    @Param('session', new UuidParameter('session')) session: string,
    @Query() _query: AfterQuery,
  ): Promise<SessionPapers> {
    const papers = await this.readModels.sessionPapers(key, session);
    return found(papers, 'unknown-session', 'Cette séance n’existe pas.');
  }
}
