import type { AffairDossier } from '@registre/projections';
import type { BallotInSession } from '@registre/deliberation';
import { votesFile } from '../../api/client';
import { Card } from '../../ui/card';
import { BallotView } from '../../voting/ballot-view';
import { Results } from '../../voting/results';
import { CELLS } from '../../wording/ballots';
import styles from './act-decision.module.css';

/** The outcome, and the ballots that led to it. */
export function ActDecision({ dossier }: { readonly dossier: AffairDossier }) {
  const { agenda, ballots, members } = dossier;
  const present = agenda.called?.room.present?.length ?? agenda.stated?.present ?? null;
  return (
    <Card title="Décision et votes" id="votes" aside={<VotesFile dossier={dossier} />}>
      {!saidByItsBallot(dossier) && (
        <div className={styles.outcome}>
          <Results
            computed={agenda.computed === null ? null : { outcome: agenda.computed }}
            declared={agenda.outcome}
            proclaimed={agenda.proclaimed}
            unvoted={ballots.length === 0}
          />
          {agenda.outcomeReason !== null && <p>Motif&nbsp;: {agenda.outcomeReason}</p>}
        </div>
      )}
      {ballots.length === 0 && <p>Aucun scrutin n’est enregistré pour cette affaire.</p>}
      {ballots.map((ballot, index) => (
        <BallotView
          key={ballot.id}
          ballot={ballot}
          rank={ballots.length > 1 ? `Scrutin ${index + 1} sur ${ballots.length}` : null}
          deciding={ballots.length > 1 && (agenda.decidingBallots?.includes(ballot.id) ?? false)}
          present={present}
          members={members}
        />
      ))}
    </Card>
  );
}

/** The votes by name as a file, where there are any. */
function VotesFile({ dossier: { authority, affair, ballots } }: { readonly dossier: AffairDossier }) {
  const isNamed = ballots.some(
    ({ method, voided, closed }) =>
      method !== 'secret' &&
      voided === null &&
      closed !== null &&
      CELLS.some((cell) => closed.tally.named[cell]?.length),
  );
  if (!isNamed) return null;
  return (
    <a href={votesFile(authority.key, affair)} download className="not-on-paper">
      Votes nominatifs (CSV)
    </a>
  );
}

/** With one ballot that says the same as the affair, its result is not written twice. */
function saidByItsBallot({ agenda, ballots }: AffairDossier): boolean {
  const [only, ...others] = ballots;
  if (only === undefined || others.length > 0 || agenda.outcomeReason !== null) return false;
  return only.voided === null && sameResult(only.closed, agenda);
}

function sameResult(closed: BallotInSession['closed'], agenda: AffairDossier['agenda']): boolean {
  if (closed === null) return false;
  const { computed, declared } = closed;
  return (
    declared.outcome === agenda.outcome &&
    (agenda.proclaimed === null || declared.proclaimed === agenda.proclaimed) &&
    (computed?.outcome ?? null) === agenda.computed
  );
}
