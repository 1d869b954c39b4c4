import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Clock, localParts } from '@registre/platform';
import { ReadModels, type MemberRecord, type MemberVote, type Page, type Stats } from '@registre/projections';
import { RefParameter } from '../http/parameters.js';
import { view } from '../openapi/view.js';
import { found, ofAuthority } from './of-authority.js';
import { MemberQuery, StatsQuery } from './query-parameters.js';

/** What closed séances tell of the members, and in figures. */
@ApiTags('register')
@Controller('api/v1/:authority')
export class FiguresController {
  constructor(
    private readonly readModels: ReadModels,
    private readonly clock: Clock,
  ) {}

  @Get('members/:member')
  @ApiOperation({
    operationId: 'member',
    summary: 'A member’s presence, proxies and recusals, séance by séance',
  })
  @ApiOkResponse(view('MemberRecord'))
  async member(
    @Param('authority') key: string,
    @Param('member', new RefParameter('member')) ref: string,
    @Query() { body, cursor, limit }: MemberQuery,
  ): Promise<MemberRecord> {
    return known(await this.readModels.member(key, ref, { body, cursor, limit }));
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
    @Query() { body, cursor, limit }: MemberQuery,
  ): Promise<Page<MemberVote>> {
    known(await this.readModels.member(key, ref, { body, limit: 1 }));
    return ofAuthority(key, await this.readModels.memberVotes(key, ref, { body, cursor, limit }));
  }

  @Get('stats')
  @ApiOperation({
    operationId: 'stats',
    summary: 'Figures by body and year; what is not known is counted apart',
  })
  @ApiOkResponse(view('Stats'))
  async stats(@Param('authority') key: string, @Query() { body, year }: StatsQuery): Promise<Stats> {
    const { timezone } = ofAuthority(key, await this.readModels.authority(key));
    const on = localParts(this.clock.now(), timezone).date;
    return ofAuthority(key, await this.readModels.stats(key, { body, year, on }));
  }
}

const known = (record: MemberRecord | undefined): MemberRecord =>
  found(record, 'unknown-member', 'Aucun membre de cette référence.');
