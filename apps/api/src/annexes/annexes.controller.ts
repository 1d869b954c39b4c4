import {
  Controller,
  Get,
  Headers,
  HttpCode,
  Param,
  ParseIntPipe,
  Post,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { Accepted, CommandContext } from '@registre/deliberation';
import { notFound, Refusal } from '@registre/platform';
import { ReadModels } from '@registre/projections';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AcceptedAnswer } from '../commands/answers.js';
import { ContentReader } from '../content-reader.js';
import { Context } from '../http/command-context.js';
import { TAKES_FILE } from '../http/file-body.js';
import { UuidParameter } from '../http/parameters.js';
import { AfterQuery } from '../queries/query-parameters.js';
import { AnnexQuery } from './annex-query.js';
import { AnnexUploads } from './annex-uploads.js';
import { mediaTypeOf } from './media-types.js';

@ApiTags('affair')
@Controller('api/v1/:authority/sessions/:session/affairs/:affair/annexes')
export class AnnexesController {
  constructor(
    private readonly uploads: AnnexUploads,
    private readonly readModels: ReadModels,
    private readonly contents: ContentReader,
  ) {}

  @Post('file')
  @HttpCode(200)
  @RouteConfig(TAKES_FILE)
  @ApiOperation({
    operationId: 'uploadAnnex',
    summary: 'Attaches an annex with its file: a PDF, an image, an office document or a text',
  })
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiOkResponse({ type: AcceptedAnswer })
  upload(
    @Context() context: CommandContext,
    @Param('session', new UuidParameter('session')) session: string,
    @Param('affair', new UuidParameter('affair')) affair: string,
    @Query() query: AnnexQuery,
    @Req() request: FastifyRequest,
  ): Promise<Accepted> {
    // A body that was JSON has been read by now.
    if (request.body !== undefined) {
      const message = 'Le corps doit être le fichier lui-même.';
      throw new Refusal('invalid', 'annex.kind', message, [{ field: '', rule: 'annex.kind', message }]);
    }
    return this.uploads.take({ context, session, affair, query }, request.raw);
  }

  @Get(':annex')
  @ApiOperation({ operationId: 'annexFile', summary: 'The file of an annex, the first being 1' })
  @ApiOkResponse({
    content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
  })
  async download(
    @Param('authority') authority: string,
    @Param('session', new UuidParameter('session')) session: string,
    @Param('affair', new UuidParameter('affair')) affair: string,
    @Param('annex', ParseIntPipe) place: number,
    @Query() _query: AfterQuery,
    @Headers('if-none-match') known: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const dossier = await this.readModels.affair(authority, affair);
    if (dossier?.session !== session) throw notFound('unknown-affair', 'Cette affaire n’existe pas.');
    const annex = dossier.annexes?.[place - 1];
    if (annex === undefined) throw notFound('unknown-annex', 'Cette affaire n’a pas d’annexe de ce rang.');
    if (annex.file === null) {
      throw notFound('annex.title-only', 'De cette annexe, le registre ne tient que le titre.');
    }
    const { bytes } = await this.contents.read(authority, dossier, annex.file.id);
    const tag = `"${annex.file.id}"`;
    const file = Buffer.from(bytes);
    const { type, extension } = mediaTypeOf(file) ?? { type: 'application/octet-stream', extension: 'bin' };
    // Whoever put an annex in may have put in anything: a browser keeps it and runs none of it.
    void reply
      .header('etag', tag)
      .header('cache-control', 'private, no-cache')
      .header('content-type', type)
      .header('content-disposition', `attachment; filename*=UTF-8''${fileName(annex.title, extension)}`)
      .header('x-content-type-options', 'nosniff')
      .status(known === tag ? 304 : 200)
      .send(known === tag ? '' : file);
  }
}

/** As RFC 8187 writes it. */
function fileName(title: string, extension: string): string {
  // eslint-disable-next-line no-control-regex
  const plain = title.replaceAll(/[\0-\x1f\x7f/\\:*?"<>|]+/g, '-').slice(0, 120);
  const named = plain.toLowerCase().endsWith(`.${extension}`) ? plain : `${plain}.${extension}`;
  return encodeURIComponent(named.toWellFormed()).replaceAll(
    /['()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16)}`,
  );
}
