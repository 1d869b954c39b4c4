import type { BallotInSession } from '@registre/deliberation';
import { write } from '../../commands/draft';
import { BallotView } from '../../voting/ballot-view';
import { AskButton } from './ask-button';
import { openingDraftOf, nextRoundOf } from './ballot-opening-draft';
import { IfMay } from './if-may';
import { SESSION } from './routes';
import { useSeance } from './seance';
import styles from './conduct.module.css';

/** The ballots of an affair, or of the séance itself, that are over. */
export function HeldBallots({ affair }: { readonly affair: string | null }) {
  const { state, members } = useSeance();
  const held = state.ballots.filter((one) => one.affair === affair && one.id !== state.openBallot);
  return held.map((ballot, index) => (
    <div key={ballot.id} className={styles.part}>
      <BallotView
        ballot={ballot}
        rank={held.length > 1 ? `Scrutin ${index + 1}` : null}
        deciding={false}
        present={null}
        members={members}
      />
      <Afterwards ballot={ballot} last={index === held.length - 1} />
    </div>
  ));
}

/** What can still be done with a ballot that is closed, until its affair is dealt with. */
function Afterwards({ ballot, last }: { readonly ballot: BallotInSession; readonly last: boolean }) {
  const { board, state } = useSeance();
  const affair = state.affairs.find(({ id }) => id === ballot.affair);
  const settled = affair !== undefined && affair.outcome !== null;
  if (ballot.voided !== null || state.openBallot !== null || settled) return null;
  const next = last ? nextRoundOf(ballot) : null;
  return (
    <div className={styles.row}>
      {next !== null && (
        <IfMay route={`POST ${SESSION}/ballots`}>
          <button
            type="button"
            className="button"
            onClick={() => write(openingDraftOf(board.session, ballot.affair), next)}
          >
            Préparer le tour suivant
          </button>
        </IfMay>
      )}
      <AskButton asked={{ act: 'voiding', ballot: ballot.id }}>Annuler ce scrutin…</AskButton>
    </div>
  );
}
