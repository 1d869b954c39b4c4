import type { Problem } from '../api/problem';
import styles from './problem-details.module.css';

/** What the server says of its refusal: its sentence and every reason. */
export function ProblemDetails({ problem }: { readonly problem: Problem }) {
  const { title, detail, status, code } = problem;
  // A lone reason may say what the title has just said.
  const reasons = problem.reasons.filter(({ message }) => message !== title);
  return (
    <div className={styles.details}>
      {detail !== null && <p>{detail}</p>}
      {reasons.length > 0 && (
        <ul>
          {reasons.map(({ field, rule, message }) => (
            <li key={`${field} ${rule} ${message}`}>
              {message} <code>{field === '' ? rule : `${field} · ${rule}`}</code>
            </li>
          ))}
        </ul>
      )}
      {status !== null && (
        <p className={styles.code}>
          Réponse {status}
          {code !== null && ` (${code})`}
        </p>
      )}
    </div>
  );
}
