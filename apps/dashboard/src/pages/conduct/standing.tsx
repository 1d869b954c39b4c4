import { SignedOut } from '../../commands/signed-out';
import { Notice } from '../../ui/notice';
import { ProblemDetails } from '../../ui/problem-details';
import { useSeance } from './seance';
import styles from './conduct.module.css';

/** What was and what was not recorded. */
export function Standing() {
  const { commands, formOpen } = useSeance();
  const { standing, retryNow, giveUp } = commands;
  const saidInForm = 'sent' in standing && standing.sent.form === formOpen && formOpen !== null;
  return (
    <div aria-live="polite">
      {standing.status === 'recorded' && (
        <p className={styles.said}>
          Enregistré{standing.afterCut && ', la connexion étant revenue'}&nbsp;: {standing.label}.
        </p>
      )}
      {standing.status === 'sending' && (
        <p className={styles.said}>Enregistrement en cours&nbsp;: {standing.sent.label}…</p>
      )}
      {standing.status === 'cut' && (
        <Notice tone="warning" title="Le registre ne répond pas" alert>
          <p>
            Pas encore confirmé&nbsp;: {standing.sent.label}. Ce qui est saisi est gardé dans ce navigateur et
            sera renvoyé sous la même clé&nbsp;: il ne sera enregistré qu’une fois. Tout ce qui précède est
            enregistré.
          </p>
          <button type="button" className="button" onClick={retryNow}>
            Renvoyer maintenant
          </button>
        </Notice>
      )}
      {standing.status === 'signed-out' && !saidInForm && <SignedOut label={standing.sent.label} />}
      {standing.status === 'refused' && !saidInForm && (
        <Notice tone="bad" title={`Non enregistré\u00a0: ${standing.sent.label}`} alert>
          <p>{standing.problem.title}</p>
          <ProblemDetails problem={standing.problem} />
          <button type="button" className="button" onClick={giveUp}>
            Fermer
          </button>
        </Notice>
      )}
    </div>
  );
}
