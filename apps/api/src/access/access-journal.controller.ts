import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { notFound } from '@registre/platform';
import { AUTHORITY_KEY } from '@registre/event-store';
import { view } from '../openapi/view.js';
import { JournalQuery } from '../queries/query-parameters.js';
import { Access } from './access.js';
import type { JournalPage } from './access-journal.js';

@ApiTags('access')
@Controller('api/v1')
export class AccessJournalController {
  constructor(private readonly access: Access) {}

  @Get(':authority/access-journal')
  @ApiOperation({
    operationId: 'accessJournal',
    summary: 'Who was refused what, and who read what the public may not; the latest first',
  })
  @ApiOkResponse(view('JournalPage'))
  async journal(
    @Param('authority') key: string,
    @Query() { limit, before }: JournalQuery,
  ): Promise<JournalPage> {
    if (!AUTHORITY_KEY.test(key)) throw notFound('unknown-authority', `Aucune collectivité « ${key} ».`);
    return this.access.journal.read(key, limit, before);
  }
}
