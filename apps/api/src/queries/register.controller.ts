import { Readable } from 'node:stream';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Clock, localParts, Refusal } from '@registre/platform';
import {
  Past,
  ReadModels,
  registerCsv,
  type AffairDossier,
  type AffairLine,
  type AuthorityLine,
  type AuthorityView,
  type DelayLine,
  type Moments,
  type Page,
  type RegisterChangesPage,
  type RegisterPage,
  type RegisterRequest,
  type SessionBoard,
  type SessionLine,
  votesCsv,
  withEffectOn,
} from '@registre/projections';
import type { FastifyReply } from 'fastify';
import { UuidParameter } from '../http/parameters.js';
import { ContentReader } from '../content-reader.js';
import { ExtractReader } from '../extract-reader.js';
import { view } from '../openapi/view.js';
import { found, ofAuthority } from './of-authority.js';
import {
  AffairQuery,
  AffairsQuery,
  ChangesQuery,
  DelaysQuery,
  AfterQuery,
  AsKnownQuery,
  ExtractQuery,
  MomentsQuery,
  PageQuery,
  RegisterFilterQuery,
  RegisterQuery,
} from './query-parameters.js';

@ApiTags('register')
@Controller('api/v1')
export class RegisterController {
  constructor(
    private readonly readModels: ReadModels,
    private readonly extracts: ExtractReader,
    private readonly past: Past,
    private readonly contents: ContentReader,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'authorities', summary: 'The authorities that have a register here' })
  @ApiOkResponse(view('AuthorityLines'))
  async authorities(): Promise<{ items: readonly AuthorityLine[] }> {
    return { items: await this.readModels.authorities() };
  }

  @Get(':authority')
  @ApiOperation({ operationId: 'authority', summary: 'An authority and its bodies' })
  @ApiOkResponse(view('AuthorityView'))
  async authority(@Param('authority') key: string, @Query() _query: AfterQuery): Promise<AuthorityView> {
    return ofAuthority(key, await this.readModels.authority(key));
  }

  @Get(':authority/register')
  @ApiOperation({ operationId: 'register', summary: 'The register: what was decided, in order' })
  @ApiOkResponse(view('RegisterPage'))
  async register(@Param('authority') key: string, @Query() query: RegisterQuery): Promise<RegisterPage> {
    const { cursor, offset, limit } = query;
    if (cursor !== undefined && offset !== undefined) throw bothPlaces();
    return ofAuthority(key, await this.registerPage(key, query, { cursor, offset, limit }));
  }

  @Get(':authority/register.csv')
  @ApiOperation({
    operationId: 'registerCsv',
    summary:
      'The register for a spreadsheet, what is not known left empty; a text that would be run as a formula begins with an apostrophe',
  })
  @ApiOkResponse({ content: { 'text/csv': { schema: { type: 'string' } } } })
  async registerCsv(
    @Param('authority') key: string,
    @Query() query: RegisterFilterQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const ask = (place: Place) => this.registerPage(key, query, place);
    // What is refused is told before the first byte.
    ofAuthority(key, await ask({ limit: 1 }));
    await reply
      .header('content-type', CSV)
      .header('content-disposition', `attachment; filename="registre-${key}.csv"`)
      .send(Readable.from(registerCsv(ask, {}), { objectMode: false }));
  }

  @Get(':authority/register/changes')
  @ApiOperation({
    operationId: 'registerChanges',
    summary: 'What changed in the register between two points of its log',
  })
  @ApiOkResponse(view('RegisterChangesPage'))
  async registerChanges(
    @Param('authority') key: string,
    @Query() query: ChangesQuery,
  ): Promise<RegisterChangesPage> {
    const { body, from, until, cursor, limit } = query;
    return ofAuthority(key, await this.past.registerChanges(key, { body, from, until, cursor, limit }));
  }

  @Get(':authority/register/moments')
  @ApiOperation({
    operationId: 'registerMoments',
    summary: 'When what the register says of it, of an act, a séance or a member changed',
  })
  @ApiOkResponse(view('Moments'))
  async registerMoments(@Param('authority') key: string, @Query() query: MomentsQuery): Promise<Moments> {
    const { affair, session, member } = query;
    return ofAuthority(key, await this.readModels.moments(key, { affair, session, member }));
  }

  @Get(':authority/sessions')
  @ApiOperation({ operationId: 'sessions', summary: 'The séances, the latest first' })
  @ApiOkResponse(view('SessionLinePage'))
  async sessions(@Param('authority') key: string, @Query() query: PageQuery): Promise<Page<SessionLine>> {
    const { cursor, limit } = query;
    return ofAuthority(key, await this.readModels.sessions(key, { cursor, limit }));
  }

  @Get(':authority/sessions/:session')
  @ApiOperation({ operationId: 'session', summary: 'The board of a séance' })
  @ApiOkResponse(view('SessionBoard'))
  async session(
    @Param('authority') key: string,
    @Param('session', new UuidParameter('session')) session: string,
    @Query() { asKnownAt }: AsKnownQuery,
  ): Promise<SessionBoard> {
    const board =
      asKnownAt === undefined
        ? await this.readModels.sessionBoard(key, session)
        : await this.asKnown(key, asKnownAt, (ordinal) => this.past.sessionBoard(key, session, ordinal));
    return found(board, 'unknown-session', `Cette séance n’existe pas${then(asKnownAt)}.`);
  }

  @Get(':authority/affairs')
  @ApiOperation({
    operationId: 'affairsByReference',
    summary: 'The affairs that bear a number, an id or an alias',
  })
  @ApiOkResponse(view('AffairLines'))
  async affairs(
    @Param('authority') key: string,
    @Query() query: AffairsQuery,
  ): Promise<{ items: readonly AffairLine[] }> {
    return { items: ofAuthority(key, await this.readModels.findAffairs(key, query.reference)) };
  }

  @Get(':authority/affairs/:affair')
  @ApiOperation({ operationId: 'affair', summary: 'An affair from the agenda to the act' })
  @ApiOkResponse(view('AffairDossier'))
  async affair(
    @Param('authority') key: string,
    @Param('affair', new UuidParameter('affair')) affair: string,
    @Query() { asKnownAt, inEffectAt }: AffairQuery,
  ): Promise<AffairDossier> {
    const dossier =
      asKnownAt === undefined
        ? await this.readModels.affair(key, affair)
        : await this.asKnown(key, asKnownAt, (ordinal) => this.past.affair(key, affair, ordinal));
    const known = found(dossier, 'unknown-affair', `Cette affaire n’existe pas${then(asKnownAt)}.`);
    return inEffectAt === undefined ? known : withEffectOn(known, inEffectAt);
  }

  @Get(':authority/affairs/:affair/votes.csv')
  @ApiOperation({
    operationId: 'votesCsv',
    summary: 'The votes by name on an affair, for a spreadsheet; never of a secret ballot',
  })
  @ApiOkResponse({ content: { 'text/csv': { schema: { type: 'string' } } } })
  async votes(
    @Param('authority') key: string,
    @Param('affair', new UuidParameter('affair')) affair: string,
    @Query() _query: AfterQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const dossier = await this.affair(key, affair, {});
    await reply
      .header('content-type', CSV)
      .header('content-disposition', `attachment; filename="votes-${key}-${affair}.csv"`)
      .send(votesCsv(dossier));
  }

  @Get(':authority/affairs/:affair/extract')
  @ApiOperation({
    operationId: 'extract',
    summary: 'The extract: frozen when certified, a draft marked as such otherwise',
  })
  @ApiOkResponse({
    content: {
      'text/plain': { schema: { type: 'string' } },
      'application/json': { schema: { type: 'object', description: 'What the template was given.' } },
    },
  })
  async extract(
    @Param('authority') key: string,
    @Param('affair', new UuidParameter('affair')) affair: string,
    @Query() query: ExtractQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { session } = await this.affair(key, affair, {});
    const { text, variables } = await this.extracts.read(key, session, affair);
    const [type, content] =
      query.format === 'json'
        ? ['application/json; charset=utf-8', JSON.stringify(variables)]
        : ['text/plain; charset=utf-8', text];
    await reply.header('content-type', type).send(content);
  }

  @Get(':authority/affairs/:affair/contents/:content')
  @ApiOperation({
    operationId: 'content',
    summary: 'A content of the file store: a long report, an annex, a part of the extract',
  })
  @ApiOkResponse({
    content: {
      'text/plain': { schema: { type: 'string' } },
      'application/octet-stream': { schema: { type: 'string', format: 'binary' } },
    },
  })
  async content(
    @Param('authority') key: string,
    @Param('affair', new UuidParameter('affair')) affair: string,
    @Param('content') content: string,
    @Query() _query: AfterQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { contents, erasures } = await this.affair(key, affair, {});
    const { bytes, type } = await this.contents.read(key, { contents, erasures }, content);
    // Whoever put an annex in may have put in anything: a browser keeps it and runs none of it.
    await reply
      .header('content-type', type)
      .header('content-disposition', 'attachment')
      .header('x-content-type-options', 'nosniff')
      .send(Buffer.from(bytes));
  }

  @Get(':authority/delays')
  @ApiOperation({ operationId: 'delays', summary: 'What is to be done after the séances, and what is late' })
  @ApiOkResponse(view('DelayLinePage'))
  async delays(@Param('authority') key: string, @Query() query: DelaysQuery): Promise<Page<DelayLine>> {
    const { cursor, limit } = query;
    const { timezone } = ofAuthority(key, await this.readModels.authority(key));
    const on = query.on ?? localParts(this.clock.now(), timezone).date;
    return ofAuthority(key, await this.readModels.delays(key, { on, cursor, limit }));
  }

  private registerPage(
    key: string,
    query: RegisterFilterQuery,
    place: Place,
  ): Promise<RegisterPage | undefined> {
    const { body, year, from, until, outcome, fate, order, asKnownAt, inEffectAt } = query;
    const certified = query.certified && query.certified === 'yes';
    const irregular = query.irregular && query.irregular === 'yes';
    const filter = { body, year, from, until, outcome, certified, irregular, fate };
    const request = { ...filter, order, inEffectAt, ...place };
    return asKnownAt === undefined
      ? this.readModels.register(key, request)
      : this.past.register(key, asKnownAt, request);
  }

  private async asKnown<T>(
    key: string,
    at: string,
    ask: (ordinal: number) => Promise<T | undefined>,
  ): Promise<T | undefined> {
    const ordinal = await this.past.ordinalAt(key, at);
    return ordinal === undefined ? undefined : ask(ordinal);
  }
}

type Place = Pick<RegisterRequest, 'cursor' | 'offset' | 'limit'>;

const CSV = 'text/csv; charset=utf-8';

function bothPlaces(): Refusal {
  const message = 'Un curseur dit déjà d’où continuer.';
  return new Refusal('invalid', 'cursor-and-offset', message, [
    { field: 'offset', rule: 'cursor-and-offset', message },
  ]);
}

const then = (asKnownAt: string | undefined): string =>
  asKnownAt === undefined ? '' : ', ou n’était pas connue du registre à ce moment-là';
