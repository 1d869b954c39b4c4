import { Card } from '../../ui/card';
import { BallotConduct } from './ballot-conduct';
import { BallotOpening } from './ballot-opening';
import { BallotRequests } from './ballot-requests';
import { HeldBallots } from './held-ballots';
import { useSeance } from './seance';
import styles from './conduct.module.css';

/** What the séance votes on that is no affair of its agenda. */
export function SessionPanel() {
  const { state } = useSeance();
  const open = state.ballots.find(({ id }) => id === state.openBallot);
  return (
    <Card title="Votes de la séance elle-même">
      <div className={styles.form}>
        <p>
          <small>Élection du secrétaire, mode de scrutin, urgence, huis clos, procès-verbal précédent…</small>
        </p>
        <HeldBallots affair={null} />
        {open !== undefined ? (
          <BallotConduct key={open.id} ballot={open} />
        ) : (
          <>
            <BallotRequests affair={null} />
            <BallotOpening affair={null} />
          </>
        )}
      </div>
    </Card>
  );
}
