import { Readable } from 'node:stream';
import { Controller, Get, Header, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Clock, localParts } from '@registre/platform';
import {
  memberSessionsCsv,
  memberVotesCsv,
  Past,
  ReadModels,
  statsCsv,
  type MemberLine,
  type MemberRecord,
  type MemberVote,
  type Page,
  type Stats,
} from '@registre/projections';
import type { FastifyReply } from 'fastify';
import { RefParameter } from '../http/parameters.js';
import { view } from '../openapi/view.js';
import { found, ofAuthority } from './of-authority.js';
import { MemberExportQuery, MemberQuery, PastMemberQuery, StatsQuery } from './query-parameters.js';

const CSV = { content: { 'text/csv': { schema: { type: 'string' as const } } } };

/** What closed séances tell of the members, and in figures. */
@ApiTags('register')
@Controller('api/v1/:authority')
export class FiguresController {
  constructor(
    private readonly readModels: ReadModels,
    private readonly past: Past,
    private readonly clock: Clock,
  ) {}

  @Get('members')
  @ApiOperation({
    operationId: 'members',
    summary: 'Who holds or held a seat, by name, and how they were at the closed séances',
  })
  @ApiOkResponse(view('MemberLinePage'))
  async members(
    @Param('authority') key: string,
    @Query() { body, year, cursor, limit }: MemberQuery,
  ): Promise<Page<MemberLine>> {
    return ofAuthority(key, await this.readModels.members(key, { body, year, cursor, limit }));
  }

  @Get('members/:member')
  @ApiOperation({
    operationId: 'member',
    summary: 'A member’s presence, proxies and recusals, séance by séance',
  })
  @ApiOkResponse(view('MemberRecord'))
  async member(
    @Param('authority') key: string,
    @Param('member', new RefParameter('member')) ref: string,
    @Query() { body, year, cursor, limit, asKnownAt }: PastMemberQuery,
  ): Promise<MemberRecord> {
    const page = { body, year, cursor, limit };
    if (asKnownAt === undefined) return known(await this.readModels.member(key, ref, page));
    const at = await this.past.ordinalAt(key, asKnownAt);
    return known(at === undefined ? undefined : await this.past.member(key, ref, at, page));
  }

  @Get('members/:member/votes')
  @ApiOperation({
    operationId: 'memberVotes',
    summary: 'A member’s votes by name, and those cast for others; never of a secret ballot',
  })
  @ApiOkResponse(view('MemberVotePage'))
  async memberVotes(
    @Param('authority') key: string,
    @Param('member', new RefParameter('member')) ref: string,
    @Query() { body, year, cursor, limit, asKnownAt }: PastMemberQuery,
  ): Promise<Page<MemberVote>> {
    const page = { body, year, cursor, limit };
    if (asKnownAt === undefined) {
      known(await this.readModels.member(key, ref, { ...page, cursor: undefined, limit: 1 }));
      return ofAuthority(key, await this.readModels.memberVotes(key, ref, page));
    }
    const at = (await this.past.ordinalAt(key, asKnownAt)) ?? -1;
    known(await this.past.member(key, ref, at, { ...page, cursor: undefined, limit: 1 }));
    return ofAuthority(key, await this.past.memberVotes(key, ref, at, page));
  }

  @Get('members/:member/sessions.csv')
  @ApiOperation({
    operationId: 'memberSessionsCsv',
    summary: 'A member’s presence for a spreadsheet, a line for each affair that was called',
  })
  @ApiOkResponse(CSV)
  async memberSessionsCsv(
    @Param('authority') key: string,
    @Param('member', new RefParameter('member')) ref: string,
    @Query() { body, year }: MemberExportQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    known(await this.readModels.member(key, ref, { body, year, limit: 1 }));
    const pages = memberSessionsCsv((page) => this.readModels.member(key, ref, { body, year, ...page }));
    await sendCsv(reply, `presences-${key}-${ref}`, pages);
  }

  @Get('members/:member/votes.csv')
  @ApiOperation({ operationId: 'memberVotesCsv', summary: 'A member’s votes by name for a spreadsheet' })
  @ApiOkResponse(CSV)
  async memberVotesCsv(
    @Param('authority') key: string,
    @Param('member', new RefParameter('member')) ref: string,
    @Query() { body, year }: MemberExportQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    known(await this.readModels.member(key, ref, { body, year, limit: 1 }));
    const pages = memberVotesCsv((page) => this.readModels.memberVotes(key, ref, { body, year, ...page }));
    await sendCsv(reply, `votes-${key}-${ref}`, pages);
  }

  @Get('stats')
  @ApiOperation({
    operationId: 'stats',
    summary: 'Figures by body and year; what is not known is counted apart',
  })
  @ApiOkResponse(view('Stats'))
  stats(@Param('authority') key: string, @Query() query: StatsQuery): Promise<Stats> {
    return this.figures(key, query);
  }

  @Get('stats.csv')
  @Header('content-type', 'text/csv; charset=utf-8')
  @ApiOperation({
    operationId: 'statsCsv',
    summary: 'The same figures, one a line, for a spreadsheet or another dashboard',
  })
  @ApiOkResponse(CSV)
  async statsCsv(
    @Param('authority') key: string,
    @Query() query: StatsQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const figures = await this.figures(key, query);
    reply.header('content-disposition', `attachment; filename="chiffres-${key}.csv"`);
    return statsCsv(figures);
  }

  private async figures(key: string, { body, year, subject, by }: StatsQuery): Promise<Stats> {
    const { timezone } = ofAuthority(key, await this.readModels.authority(key));
    const on = localParts(this.clock.now(), timezone).date;
    return ofAuthority(key, await this.readModels.stats(key, { body, year, subject, by, on }));
  }
}

const sendCsv = (reply: FastifyReply, name: string, pages: AsyncGenerator<string>) =>
  reply
    .header('content-type', 'text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}.csv"`)
    .send(Readable.from(pages, { objectMode: false }));

const known = (record: MemberRecord | undefined): MemberRecord =>
  found(record, 'unknown-member', 'Aucun membre de cette référence.');
