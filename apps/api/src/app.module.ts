import { Module, type DynamicModule } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { TerminusModule } from '@nestjs/terminus';
import { Follower } from '@registre/worker';
import { AccessJournalController } from './access/access-journal.controller.js';
import { AccessModule } from './access/access.module.js';
import { EntryController } from './access/entry.controller.js';
import { VisibleInterceptor } from './access/visible.interceptor.js';
import { AffairsController } from './commands/affairs.controller.js';
import { AuthoritiesController } from './commands/authorities.controller.js';
import { BallotRequestsController } from './commands/ballot-requests.controller.js';
import { BallotsController } from './commands/ballots.controller.js';
import { ExamplesController } from './commands/examples.controller.js';
import { MembersController } from './commands/members.controller.js';
import { RoomController } from './commands/room.controller.js';
import { SecretariatController } from './commands/secretariat.controller.js';
import { SessionsController } from './commands/sessions.controller.js';
import { VotesController } from './commands/votes.controller.js';
import type { Configuration } from './configuration.js';
import { HealthController } from './health.controller.js';
import { CatchUpInterceptor } from './http/catch-up.interceptor.js';
import { RevisionInterceptor } from './http/revision.interceptor.js';
import { AnnexesController } from './annexes/annexes.controller.js';
import { AnnexLimit, AnnexUploads } from './annexes/annex-uploads.js';
import { LiveController } from './live/live.controller.js';
import { LiveStreams } from './live/live-streams.js';
import { FiguresController } from './queries/figures.controller.js';
import { PreparationController } from './queries/preparation.controller.js';
import { RegisterController } from './queries/register.controller.js';
import { RulesController } from './queries/rules.controller.js';
import { HistoryController } from './queries/history.controller.js';
import { SearchController } from './queries/search.controller.js';
import { RegisterModule } from './register.module.js';

/** The register behind HTTP. */
@Module({})
export class AppModule {
  static of(configuration: Configuration): DynamicModule {
    return {
      module: AppModule,
      imports: [
        TerminusModule,
        RegisterModule.of(configuration, { threads: true }),
        AccessModule.of(configuration),
      ],
      controllers: [
        HealthController,
        EntryController,
        AccessJournalController,
        ExamplesController,
        RulesController,
        RegisterController,
        PreparationController,
        LiveController,
        AnnexesController,
        SearchController,
        HistoryController,
        FiguresController,
        AuthoritiesController,
        SessionsController,
        RoomController,
        SecretariatController,
        MembersController,
        AffairsController,
        BallotRequestsController,
        BallotsController,
        VotesController,
      ],
      providers: [
        Follower,
        LiveStreams,
        { provide: AnnexLimit, useValue: new AnnexLimit(configuration.annexMaxBytes) },
        AnnexUploads,
        { provide: APP_INTERCEPTOR, useClass: CatchUpInterceptor },
        { provide: APP_INTERCEPTOR, useClass: RevisionInterceptor },
        { provide: APP_INTERCEPTOR, useClass: VisibleInterceptor },
      ],
    };
  }
}
