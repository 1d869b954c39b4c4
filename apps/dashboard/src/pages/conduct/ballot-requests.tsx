import { methodWording } from '../../wording/ballots';
import { AskButton } from './ask-button';
import { useSeance } from './seance';
import styles from './conduct.module.css';

/** Who asked for a manner of voting, and whether enough did. */
export function BallotRequests({ affair }: { readonly affair: string | null }) {
  const { state, name } = useSeance();
  const requests = state.ballotRequests.filter((one) => one.affair === affair);
  return (
    <>
      {requests.map(({ method, requestedBy, count, sufficient }, index) => (
        <p key={index} className={styles.sum} data-wrong={sufficient === false}>
          Demandé&nbsp;: {methodWording(method)}
          {requestedBy === null
            ? count !== null && ` par ${count} membre(s)`
            : ` par ${requestedBy.map(name).join(', ')}`}
          {sufficient === true && ' – demande suffisante'}
          {sufficient === false && ' – demandeurs trop peu nombreux'}
        </p>
      ))}
      <div>
        <AskButton asked={{ act: 'ballot-request', affair }}>Demande d’un mode de scrutin…</AskButton>
      </div>
    </>
  );
}
