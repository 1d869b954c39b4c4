import type { Problem } from '../api/problem';
import styles from './failure.module.css';
import { ProblemDetails } from './problem-details';

interface Props {
  readonly problem: Problem;
  readonly retry: () => unknown;
  readonly retrying: boolean;
}

/** A page that could not be shown, and why. */
export function Failure({ problem, retry, retrying }: Props) {
  const offline = problem.status === null && !navigator.onLine;
  return (
    <div className={styles.failure} role="alert">
      <h1>{offline ? 'Vous êtes hors connexion' : problem.title}</h1>
      <ProblemDetails problem={problem} />
      {problem.passing && (
        <button type="button" className="button" onClick={() => void retry()} aria-disabled={retrying}>
          {retrying ? 'Nouvel essai…' : 'Réessayer'}
        </button>
      )}
    </div>
  );
}
