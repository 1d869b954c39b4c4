import type { AffairInSession, BallotInSession } from '@registre/deliberation';
import { useDraft } from '../../commands/draft';
import { TextField } from '../../ui/field';
import { AFFAIR } from './routes';
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

/** What the clerk changed of what is suggested; null: nothing. */
interface Draft {
  readonly outcome: Outcome | null;
  readonly deciding: readonly string[] | null;
  readonly words: string | null;
}

const NOTHING_SAID: Draft = { outcome: null, deciding: null, words: null };

/** What becomes of the affair, by the ballots that decide it. */
export function Decision({ affair, onDealtWith }: Props) {
  const { board, state, record, may } = useSeance();
  const held = state.ballots.filter(
    (one) => one.affair === affair.id && one.closed !== null && one.voided === null,
  );
  const last = held.at(-1);
  const given = last?.closed?.declared.outcome ?? last?.closed?.computed?.outcome ?? null;
  const name = `issue.${board.session}.${affair.id}.${held.length}`;
  const [draft, change] = useDraft<Draft>(name, NOTHING_SAID);
  const set = (part: Partial<Draft>) => change((before) => ({ ...before, ...part }));
  const outcome = draft.outcome ?? (given === 'rejected' ? 'rejected' : 'adopted');
  const deciding = draft.deciding ?? (last === undefined ? [] : [last.id]);
  const proclaimed = draft.words ?? last?.closed?.declared.proclaimed ?? LABELS[outcome];
  const options = { onRecorded: onDealtWith, clears: [name] };
  const decide = () => {
    const said = { proclaimed: proclaimed.trim() || null };
    const path = ['affairs', affair.id];
    if (outcome === 'noted') return record([...path, 'note'], said, 'la prise d’acte', options);
    const body = { outcome, ...said, decidingBallots: deciding.length === 0 ? null : deciding };
    const label = outcome === 'adopted' ? 'l’adoption' : 'le rejet';
    record([...path, 'decision'], body, label, options);
  };
  if (!may(`POST ${AFFAIR}/decision`)) return null;
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
            <input
              type="radio"
              name="outcome"
              checked={outcome === one}
              onChange={() => set({ outcome: one })}
            />
            {LABELS[one]}
          </label>
        ))}
      </fieldset>
      {held.length > 1 && outcome !== 'noted' && (
        <DecidingBallots held={held} deciding={deciding} onChange={(ids) => set({ deciding: ids })} />
      )}
      <TextField label="Paroles de proclamation" value={proclaimed} onChange={(words) => set({ words })} />
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
