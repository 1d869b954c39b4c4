import { Changes } from '../../commands/changes';
import { Dialog } from '../../ui/dialog';
import { useSeance } from './seance';
import styles from './conduct.module.css';

/** Somebody was first: what changed, and the choice to record all the same. */
export function ConflictDialog() {
  const { commands, formOpen } = useSeance();
  const { standing, giveUp, onTop } = commands;
  const open = standing.status === 'conflict' && standing.sent.form !== (formOpen ?? '');
  return (
    <Dialog open={open} title="La séance a changé depuis votre saisie" onClose={giveUp}>
      {open && (
        <>
          <p>N’est pas enregistré&nbsp;: {standing.sent.label}. Entre-temps&nbsp;:</p>
          <Changes changes={standing.problem.changes} />
          <div className={styles.row}>
            <button type="button" className="button button-main" onClick={onTop}>
              Enregistrer à la suite
            </button>
            <button type="button" className="button" onClick={giveUp}>
              Revenir à ma saisie
            </button>
          </div>
        </>
      )}
    </Dialog>
  );
}
