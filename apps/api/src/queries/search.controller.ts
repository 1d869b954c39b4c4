import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ReadModels, type SearchPage } from '@registre/projections';
import type { FastifyRequest } from 'fastify';
import { Access } from '../access/access.js';
import { READINGS } from '../access/permissions.js';
import { Rights } from '../access/roles.js';
import { view } from '../openapi/view.js';
import { ofAuthority } from './of-authority.js';
import { SearchQuery } from './query-parameters.js';

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
}
