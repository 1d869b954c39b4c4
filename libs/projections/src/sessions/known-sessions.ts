import { Injectable } from '@nestjs/common';
import { Refusal } from '@registre/platform';
import {
  OtherSessions,
  type EarlierProxies,
  type EarlierProxy,
  type FailedSession,
  type FirstConvocation,
} from '../domain.js';
import { ReadModels } from '../read-models.js';

/** The other séances as this node's read models know them, read up to the log's end. */
@Injectable()
export class KnownSessions extends OtherSessions {
  constructor(private readonly readModels: ReadModels) {
    super();
  }

  override async earlierProxies(asked: EarlierProxies): Promise<readonly EarlierProxy[] | null> {
    return this.known(asked.authority, () => this.readModels.earlierProxies(asked));
  }

  override async failedSession(asked: FirstConvocation): Promise<FailedSession | 'none' | null> {
    return this.known(asked.authority, () => this.readModels.failedSession(asked));
  }

  override async lastAgendaOf(authority: string, affair: string): Promise<string | null> {
    return this.known(authority, () => this.readModels.lastAgendaOf(authority, affair));
  }

  private async known<T>(authority: string, ask: () => Promise<T | undefined>): Promise<T | null> {
    try {
      await this.readModels.catchUp(authority);
      return (await ask()) ?? null;
    } catch (error) {
      if (error instanceof Refusal && error.kind === 'unavailable') return null;
      throw error;
    }
  }
}
