import { Readable } from 'node:stream';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  auditExport,
  periodOf,
  ReadModels,
  type AuditEntry,
  type AuditFilter,
  type AuditTrailRequest,
  type ExportFormat,
  type HistorySummary,
  type Page,
} from '@registre/projections';
import type { FastifyReply } from 'fastify';
import { view } from '../openapi/view.js';
import { ofAuthority } from './of-authority.js';
import { EventsExportQuery, EventsQuery, EventsSummaryQuery } from './query-parameters.js';

/** The history of an authority, filtered: page by page, in figures, or whole as a file. */
@ApiTags('register')
@Controller('api/v1/:authority')
export class HistoryController {
  constructor(private readonly readModels: ReadModels) {}

  @Get('events')
  @ApiOperation({ operationId: 'events', summary: 'The audit trail, event by event' })
  @ApiOkResponse(view('AuditEntryPage'))
  async events(@Param('authority') key: string, @Query() query: EventsQuery): Promise<Page<AuditEntry>> {
    const { cursor, limit, direction } = query;
    const filter = await this.filterOf(key, query);
    return ofAuthority(key, await this.readModels.auditTrail(key, { ...filter, cursor, limit, direction }));
  }

  @Get('events/summary')
  @ApiOperation({
    operationId: 'eventsSummary',
    summary: 'How the events that filters find are spread over time, and what can be filtered by',
  })
  @ApiOkResponse(view('HistorySummary'))
  async summary(
    @Param('authority') key: string,
    @Query() query: EventsSummaryQuery,
  ): Promise<HistorySummary> {
    const filter = await this.filterOf(key, query);
    return ofAuthority(key, await this.readModels.historySummary(key, { ...filter, by: query.by }));
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
    query: EventsExportQuery,
    format: ExportFormat,
    reply: FastifyReply,
  ): Promise<void> {
    const ask = (request: AuditTrailRequest) => this.readModels.auditTrail(key, request);
    const filter = await this.filterOf(key, query);
    // What is refused is told before the first byte.
    ofAuthority(key, await ask({ ...filter, limit: 1 }));
    await reply
      .header('content-type', format === 'csv' ? 'text/csv; charset=utf-8' : 'application/jsonl')
      .header('content-disposition', `attachment; filename="evenements-${key}.${format}"`)
      .send(Readable.from(auditExport(ask, filter, format), { objectMode: false }));
  }

  private async filterOf(key: string, query: EventsExportQuery): Promise<AuditFilter> {
    const { affair, session, type, actor, stream, occurredFrom, occurredUntil, from, until } = query;
    const { timezone } = ofAuthority(key, await this.readModels.authority(key));
    const [corrections, irregular] = [query.corrections === 'true', query.irregular === 'true'];
    const said = {
      affair,
      session,
      type,
      actor,
      stream,
      occurredFrom,
      occurredUntil,
      corrections,
      irregular,
    };
    return { ...said, ...periodOf(from, until, timezone) };
  }
}
