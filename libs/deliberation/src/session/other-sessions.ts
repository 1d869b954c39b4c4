import type { LocalDate } from '@registre/platform';
import type { Proxy } from './session.js';

/** What is asked of a body's earlier séances. */
export interface EarlierProxies {
  readonly authority: string;
  readonly body: string;
  readonly giver: string;
  /** Day of the séance that asks. */
  readonly before: LocalDate;
}

/** A séance at which a member was away throughout and had given a proxy. */
export interface EarlierProxy {
  readonly date: LocalDate;
  readonly reason: Proxy['reason'];
}

/** What the register holds of the other séances. It only ever makes an irregularity, and nothing where it is not known. */
export abstract class OtherSessions {
  /**
   * The séances in a row, the latest first, at which the giver was represented by a proxy just before that day: as many
   * as the law counts at most.
   *
   * @returns null: not known
   */
  abstract earlierProxies(asked: EarlierProxies): Promise<readonly EarlierProxy[] | null>;
}
