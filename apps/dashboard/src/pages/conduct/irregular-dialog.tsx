import { useState } from 'react';
import type { Reason } from '../../api/problem';
import { DespiteFields, despiteOf, type Why } from '../../commands/despite-fields';
import { Dialog } from '../../ui/dialog';
import { useSeance } from './seance';
import styles from './conduct.module.css';

/** What the law would not have: each rule in words, and why it is recorded all the same. */
export function IrregularDialog() {
  const { commands, formOpen } = useSeance();
  const { standing, giveUp } = commands;
  const open = standing.status === 'irregular' && standing.sent.form !== (formOpen ?? '');
  return (
    <Dialog open={open} title="Contraire à une règle de droit" onClose={giveUp}>
      {open && (
        <Rules key={standing.sent.key} label={standing.sent.label} reasons={standing.problem.reasons} />
      )}
    </Dialog>
  );
}

function Rules({ label, reasons }: { readonly label: string; readonly reasons: readonly Reason[] }) {
  const { commands } = useSeance();
  const [why, setWhy] = useState<Why>({});
  const despite = despiteOf(reasons, why);
  const submit = () => {
    if (despite !== null) commands.despite(despite);
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <p>
        N’est pas enregistré&nbsp;: {label}. Si cela s’est bien passé ainsi, dites pourquoi&nbsp;:
        l’irrégularité sera enregistrée avec son motif et paraîtra partout où l’acte paraît.
      </p>
      <DespiteFields reasons={reasons} why={why} onChange={setWhy} />
      <div className={styles.row}>
        <button type="submit" className="button button-main" aria-disabled={despite === null}>
          Enregistrer malgré la règle
        </button>
        <button type="button" className="button" onClick={commands.giveUp}>
          Ne pas enregistrer
        </button>
      </div>
    </form>
  );
}
