import { Link } from 'wouter';
import type { Problem } from '../api/problem';
import { useVisitor } from '../api/queries';
import { HowToEnter } from '../shell/visitor';
import styles from './failure.module.css';
import { ProblemDetails } from './problem-details';

interface Props {
  readonly problem: Problem;
  /** Of a page that has its own title; else the failure is all there is to show. */
  readonly part: boolean;
  readonly retry: () => unknown;
  readonly retrying: boolean;
}

/** What could not be shown, and why. */
export function Failure({ problem, part, retry, retrying }: Props) {
  const Heading = part ? 'h2' : 'h1';
  const heading = headingOf(problem, part);
  const unknown = useVisitor().data?.actor === null;
  return (
    <div className={styles.failure} role="alert">
      <Heading>{heading}</Heading>
      {heading !== problem.title && problem.status !== null && <p>{problem.title}</p>}
      <ProblemDetails problem={problem} />
      {(problem.status === 401 || (unknown && problem.status === 404)) && <HowToEnter />}
      {problem.passing ? (
        <button type="button" className="button" onClick={() => void retry()} aria-disabled={retrying}>
          {retrying ? 'Nouvel essai…' : 'Réessayer'}
        </button>
      ) : (
        <p>
          <Link href="/">Revenir à l’accueil</Link>
        </p>
      )}
    </div>
  );
}

function headingOf({ status, title }: Problem, part: boolean): string {
  if (status === null && !navigator.onLine) return 'Vous êtes hors connexion';
  // An address that names nothing, or that could name nothing: the same to who follows a link.
  if (!part && (status === 400 || status === 404)) return 'Introuvable';
  return title;
}
