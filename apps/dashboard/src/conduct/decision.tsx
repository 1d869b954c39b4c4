import type { AffairInSession, BallotInSession } from '@registre/deliberation';
import { useState } from 'react';
import { TextField } from '../ui/field';
import { useSeance } from './seance';
import styles from './conduct.module.css';

interface Props {
  readonly affair: AffairInSession;
  readonly onDealtWith: () => void;
}

type Outcome = 'adopted' | 'rejected' | 'noted';

const LABELS: { readonly [outcome in Outcome]: string } = {
  adopted: 'Adoptée',
  rejected: 'Rejetée',
  noted: 'L’assemblée prend acte',
};

/** What becomes of the affair, by the ballots that decide it. */
export function Decision({ affair, onDealtWith }: Props) {
  const { state, record } = useSeance();
  const held = state.ballots.filter(
    (one) => one.affair === affair.id && one.closed !== null && one.voided === null,
  );
  const last = held.at(-1);
  const given = last?.closed?.declared.outcome ?? last?.closed?.computed?.outcome ?? null;
  const [outcome, setOutcome] = useState<Outcome>(given === 'rejected' ? 'rejected' : 'adopted');
  const [deciding, setDeciding] = useState<readonly string[]>(last === undefined ? [] : [last.id]);
  const [words, setWords] = useState<string | null>(null);
  const proclaimed = words ?? last?.closed?.declared.proclaimed ?? LABELS[outcome];
  const decide = () => {
    const said = { proclaimed: proclaimed.trim() || null };
    const path = ['affairs', affair.id];
    if (outcome === 'noted') return record([...path, 'note'], said, 'la prise d’acte', onDealtWith);
    const body = { outcome, ...said, decidingBallots: deciding.length === 0 ? null : deciding };
    const label = outcome === 'adopted' ? 'l’adoption' : 'le rejet';
    record([...path, 'decision'], body, label, onDealtWith);
  };
  return (
    <form
      className={`${styles.form} ${styles.part}`}
      onSubmit={(event) => {
        event.preventDefault();
        decide();
      }}
    >
      <fieldset>
        <legend>Issue de l’affaire</legend>
        {(Object.keys(LABELS) as Outcome[]).map((one) => (
          <label key={one} className={styles.choice}>
            <input type="radio" name="outcome" checked={outcome === one} onChange={() => setOutcome(one)} />
            {LABELS[one]}
          </label>
        ))}
      </fieldset>
      {held.length > 1 && outcome !== 'noted' && (
        <DecidingBallots held={held} deciding={deciding} onChange={setDeciding} />
      )}
      <TextField label="Paroles de proclamation" value={proclaimed} onChange={setWords} />
      <div>
        <button type="submit" className="button button-main">
          Enregistrer l’issue
        </button>
      </div>
    </form>
  );
}

interface DecidingProps {
  readonly held: readonly BallotInSession[];
  readonly deciding: readonly string[];
  readonly onChange: (deciding: readonly string[]) => void;
}

function DecidingBallots({ held, deciding, onChange }: DecidingProps) {
  return (
    <fieldset>
      <legend>Scrutins qui décident</legend>
      {held.map(({ id, question }, index) => (
        <label key={id} className={styles.choice}>
          <input
            type="checkbox"
            checked={deciding.includes(id)}
            onChange={(event) =>
              onChange(event.target.checked ? [...deciding, id] : deciding.filter((one) => one !== id))
            }
          />
          {question ?? `Scrutin ${index + 1}`}
        </label>
      ))}
    </fieldset>
  );
}
