import { Readable } from 'node:stream';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  auditExport,
  ReadModels,
  type AuditTrailRequest,
  type ExportFormat,
  type SearchPage,
} from '@registre/projections';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access } from '../access/access.js';
import { READINGS } from '../access/permissions.js';
import { Rights } from '../access/roles.js';
import { view } from '../openapi/view.js';
import { ofAuthority } from './of-authority.js';
import { EventsExportQuery, SearchQuery } from './query-parameters.js';

/** What looks through the whole register. */
@ApiTags('register')
@Controller('api/v1/:authority')
export class SearchController {
  constructor(
    private readonly readModels: ReadModels,
    private readonly access: Access,
  ) {}

  @Get('search')
  @ApiOperation({
    operationId: 'search',
    summary:
      'The affairs that words and filters find, in French, the best first; long reports are not searched',
  })
  @ApiOkResponse(view('SearchPage'))
  async search(
    @Param('authority') key: string,
    @Query() query: SearchQuery,
    @Req() { person }: FastifyRequest,
  ): Promise<SearchPage> {
    const { after: _, ...request } = query;
    const { bodies } = ofAuthority(key, await this.readModels.authority(key));
    const rights = new Rights(person ?? this.access.nobody, key);
    const may = (body: string | null) => rights.has(READINGS['before-closing'], body);
    // What may not be read is not counted either.
    const unclosedOf = may(null) ? undefined : bodies.map((body) => body.key).filter(may);
    return ofAuthority(key, await this.readModels.search(key, { ...request, unclosedOf }));
  }

  @Get('events.jsonl')
  @ApiOperation({ operationId: 'eventsJsonl', summary: 'The whole audit trail, an event a line' })
  @ApiOkResponse({ content: { 'application/jsonl': { schema: { type: 'string' } } } })
  async jsonl(
    @Param('authority') key: string,
    @Query() query: EventsExportQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.export(key, query, 'jsonl', reply);
  }

  @Get('events.csv')
  @ApiOperation({
    operationId: 'eventsCsv',
    summary:
      'The whole audit trail for a spreadsheet; a text that would be run as a formula begins with an apostrophe',
  })
  @ApiOkResponse({ content: { 'text/csv': { schema: { type: 'string' } } } })
  async csv(
    @Param('authority') key: string,
    @Query() query: EventsExportQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.export(key, query, 'csv', reply);
  }

  private async export(
    key: string,
    { affair, session, type, actor }: EventsExportQuery,
    format: ExportFormat,
    reply: FastifyReply,
  ): Promise<void> {
    const ask = (request: AuditTrailRequest) => this.readModels.auditTrail(key, request);
    const filter = { affair, session, type, actor };
    // What is refused is told before the first byte.
    ofAuthority(key, await ask({ ...filter, limit: 1 }));
    await reply
      .header('content-type', format === 'csv' ? 'text/csv; charset=utf-8' : 'application/jsonl')
      .header('content-disposition', `attachment; filename="evenements-${key}.${format}"`)
      .send(Readable.from(auditExport(ask, filter, format), { objectMode: false }));
  }
}
