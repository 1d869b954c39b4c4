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

/** A séance of a body on a day, asked for as having had no quorum. */
export interface FirstConvocation {
  readonly authority: string;
  readonly body: string;
  /** The day on which it had none. */
  readonly on: LocalDate;
}

/** What stood on the agenda of a séance that had no quorum (R8). */
export interface FailedSession {
  readonly agenda: readonly { readonly affair: string; readonly subject: string }[];
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

  /**
   * The séance of a body that had no quorum on a day.
   *
   * @returns `none`: the register holds the body's séances of that time, and none of them is one; null: not known
   */
  abstract failedSession(asked: FirstConvocation): Promise<FailedSession | 'none' | null>;

  /**
   * The séance on whose agenda an affair was placed last: where its own stream then tells what became of it.
   *
   * @returns null: not known
   */
  abstract lastAgendaOf(authority: string, affair: string): Promise<string | null>;
}
