import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Controller, HttpCode, Post, Req } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { OtherSessions } from '@registre/deliberation';
import { FileStore } from '@registre/documents';
import { EventStore, recordStream } from '@registre/event-store';
import { DiskRecordFolder, EXAMPLE_FOLDER, importRecord } from '@registre/exchange';
import { Clock, newId } from '@registre/platform';
import { ReadModels } from '@registre/projections';
import type { FastifyRequest } from 'fastify';
import { actorOf } from '../http/command-context.js';

class LoadedExample {
  @ApiProperty({ description: 'Key of the authority whose register now holds the example séance.' })
  readonly authority!: string;
}

/** The séance that ships with the program, for a first visit. */
@ApiTags('example')
@Controller('api/v1/examples')
export class ExamplesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly store: EventStore,
    private readonly files: FileStore,
    private readonly clock: Clock,
    private readonly otherSessions: OtherSessions,
    private readonly readModels: ReadModels,
  ) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({
    operationId: 'loadExample',
    summary: 'Imports the example séance; again, it changes nothing',
  })
  @ApiOkResponse({ type: LoadedExample })
  async load(@Req() request: FastifyRequest): Promise<LoadedExample> {
    const folder = fileURLToPath(EXAMPLE_FOLDER);
    const { store, files, clock, otherSessions, commands } = this;
    const { authority, record } = await importRecord(
      { store, files, clock, otherSessions, commands },
      {
        bytes: await readFile(`${folder}/record.json`),
        folder: new DiskRecordFolder(folder),
        context: { actor: actorOf(request), correlationId: newId() },
        asProclaimed: false,
      },
    );
    await this.readModels.waitFor(authority, recordStream(authority, record), 0);
    return { authority };
  }
}
