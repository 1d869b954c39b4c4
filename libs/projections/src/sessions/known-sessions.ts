import { Injectable } from '@nestjs/common';
import { Refusal } from '@registre/platform';
import { OtherSessions, type EarlierProxies, type EarlierProxy } from '../domain.js';
import { ReadModels } from '../read-models.js';

/** The other séances as this node's read models know them, read up to the log's end. */
@Injectable()
export class KnownSessions extends OtherSessions {
  constructor(private readonly readModels: ReadModels) {
    super();
  }

  override async earlierProxies(asked: EarlierProxies): Promise<readonly EarlierProxy[] | null> {
    try {
      await this.readModels.catchUp(asked.authority);
      return (await this.readModels.earlierProxies(asked)) ?? null;
    } catch (error) {
      if (error instanceof Refusal && error.kind === 'unavailable') return null;
      throw error;
    }
  }
}
