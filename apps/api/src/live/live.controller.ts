import { Controller, Get, Headers, Param, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Refusal } from '@registre/platform';
import type { FastifyReply } from 'fastify';
import { LiveQuery } from './live-query.js';
import { LiveStreams } from './live-streams.js';

@ApiTags('register')
@Controller('api/v1/:authority/live')
export class LiveController {
  constructor(private readonly streams: LiveStreams) {}

  @Get()
  @ApiOperation({
    operationId: 'live',
    summary: 'What happens, as it happens: server-sent events',
    description:
      'Each message is an event of the register, told once it can be read here: `id` its ordinal, `event` its type, ' +
      '`data` an `AuditEntry`. `caught-up` follows those that were there: `data` names the ordinal up to which ' +
      'everything was told. A client that was cut resumes with `Last-Event-ID`; a comment every 15 seconds shows ' +
      'that the stream is alive.',
  })
  @ApiHeader({
    name: 'Last-Event-ID',
    description: 'The `id` of the last message that was seen; stronger than `after`.',
    schema: { type: 'string', pattern: '^\\d{1,15}$' },
  })
  @ApiOkResponse({
    content: {
      'text/event-stream': {
        schema: { type: 'string', description: 'Each `data` is a JSON text: an AuditEntry.' },
      },
    },
  })
  async live(
    @Param('authority') authority: string,
    @Query() { after, session }: LiveQuery,
    @Headers('last-event-id') lastSeen: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const closed = new AbortController();
    reply.raw.once('close', () => closed.abort());
    const request = { after: lastSeen ? ordinalIn(lastSeen) : after, session };
    const messages = await this.streams.tell(authority, request, closed.signal);
    // Not waited for: it ends with the client.
    void reply
      .header('content-type', 'text/event-stream; charset=utf-8')
      // Neither kept nor changed on the way: what is compressed or gathered comes late.
      .header('cache-control', 'no-store, no-transform')
      .header('x-accel-buffering', 'no')
      // A connection that were kept open afterwards would keep a server that stops waiting for it.
      .header('connection', 'close')
      .send(messages);
  }
}

function ordinalIn(lastSeen: string): number {
  if (/^\d{1,15}$/.test(lastSeen)) return Number(lastSeen);
  const message = 'L’en-tête Last-Event-ID doit être le numéro d’ordre d’un événement.';
  throw new Refusal('invalid', 'header', message, [{ field: 'Last-Event-ID', rule: 'header', message }]);
}
