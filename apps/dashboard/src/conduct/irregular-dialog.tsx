import { useState } from 'react';
import type { Reason } from '../api/problem';
import { Dialog } from '../ui/dialog';
import { TextField } from '../ui/field';
import { useSeance } from './seance';
import styles from './conduct.module.css';

/** What the law would not have: each rule in words, and why it is recorded all the same. */
export function IrregularDialog() {
  const { commands } = useSeance();
  const { standing, giveUp } = commands;
  const open = standing.status === 'irregular';
  return (
    <Dialog open={open} title="Contraire à une règle de droit" onClose={giveUp}>
      {open && (
        <Rules
          key={standing.sent.key}
          label={standing.sent.label}
          reasons={standing.problem.reasons.filter(({ rule }) => rule !== 'despite.not-broken')}
        />
      )}
    </Dialog>
  );
}

function Rules({ label, reasons }: { readonly label: string; readonly reasons: readonly Reason[] }) {
  const { commands } = useSeance();
  const rules = [...new Set(reasons.map(({ rule }) => rule))];
  const [why, setWhy] = useState<Readonly<Record<string, string>>>({});
  const said = rules.every((rule) => (why[rule] ?? '').trim().length >= 3);
  const submit = () => {
    if (said) commands.despite(rules.map((rule) => ({ rule, reason: (why[rule] ?? '').trim() })));
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
      {rules.map((rule) => (
        <fieldset key={rule}>
          <legend>
            {reasons
              .filter((one) => one.rule === rule)
              .map(({ message }) => message)
              .join(' ')}
          </legend>
          <TextField
            label={`Motif (règle ${rule})`}
            required
            value={why[rule] ?? ''}
            onChange={(text) => setWhy({ ...why, [rule]: text })}
          />
        </fieldset>
      ))}
      <div className={styles.row}>
        <button type="submit" className="button button-main" aria-disabled={!said}>
          Enregistrer malgré la règle
        </button>
        <button type="button" className="button" onClick={commands.giveUp}>
          Ne pas enregistrer
        </button>
      </div>
    </form>
  );
}
