import { RequestBallot } from '@registre/deliberation';
import type { PlacedAffair } from '../session-record/course.js';
import type { RecordAffair } from '../session-record/session-record.js';
import { during } from './occurrences.js';
import { copied, told, type Dossier, type Step } from './step.js';

/** The request for a manner of voting, where it stands before the ballot of that index. */
export function requestStep(
  dossier: Dossier,
  { affair, path, rank }: PlacedAffair,
  ballot: number,
): readonly Step[] {
  const { ballotRequest } = affair;
  if (ballotRequest === null || ballot !== requestedFor(affair)) return [];
  const { method, requestedBy, count } = ballotRequest;
  const key = `${path}.ballotRequest`;
  const id = dossier.affairOf(affair.key);
  const command: Step['command'] = (despite) =>
    new RequestBallot(dossier.context(key), dossier.session, {
      affair: id,
      method,
      requestedBy: copied(requestedBy),
      count,
      ...told(during(dossier.course, rank, null), despite),
    });
  return [{ key, path: key, command }];
}

/** The first ballot that is held so; else the one that decides, else the first. */
function requestedFor({ ballots, ballotRequest, decidingBallots }: RecordAffair): number {
  const held = (ballots ?? []).findIndex(({ method }) => method === ballotRequest?.method);
  return held >= 0 ? held : (decidingBallots?.[0] ?? 1) - 1;
}
