import { OtherSessions } from '@registre/deliberation';

/** Nothing is known of other séances. */
export class NoOtherSessions extends OtherSessions {
  override async earlierProxies(): Promise<null> {
    return null;
  }
  override async failedSession(): Promise<null> {
    return null;
  }
  override async lastAgendaOf(): Promise<null> {
    return null;
  }
}
