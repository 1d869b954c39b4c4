import type { BallotMethod } from '@registre/deliberation';
import { useState } from 'react';
import { Field, TextField } from '../ui/field';
import { MembersPicker } from '../ui/member-picker';
import { methodWording } from '../wording/ballots';
import { useSeance } from './seance';
import styles from './conduct.module.css';

const METHODS = ['show-of-hands', 'roll-call', 'secret'] as const satisfies readonly BallotMethod[];

/** Puts a question to the vote, or opens an election; several ballots may follow each other in one affair. */
export function BallotOpening({ affair }: { readonly affair: string | null }) {
  const { record } = useSeance();
  const [method, setMethod] = useState<BallotMethod>('show-of-hands');
  const [question, setQuestion] = useState('');
  const [elects, setElects] = useState(false);
  const [candidates, setCandidates] = useState<readonly string[]>([]);
  const [round, setRound] = useState('1');
  const [accounts, setAccounts] = useState(false);
  const open = () => {
    const body = {
      affair,
      method,
      question: question.trim() || null,
      ...(elects && candidates.length > 0
        ? { candidates: candidates.map((member) => ({ member })), positions: 1, round: Number(round) }
        : {}),
      ...(accounts ? { accounts } : {}),
    };
    record(['ballots'], body, `l’ouverture d’un scrutin (${methodWording(method)})`);
  };
  return (
    <form
      className={`${styles.form} ${styles.part}`}
      onSubmit={(event) => {
        event.preventDefault();
        open();
      }}
    >
      <Manner method={method} setMethod={setMethod} />
      <TextField
        label="Question (si ce n’est pas l’affaire entière)"
        value={question}
        onChange={setQuestion}
      />
      <div>
        <label className={styles.choice}>
          <input type="checkbox" checked={elects} onChange={(event) => setElects(event.target.checked)} />
          Élection ou nomination
        </label>
        <label className={styles.choice}>
          <input type="checkbox" checked={accounts} onChange={(event) => setAccounts(event.target.checked)} />
          Vote des comptes
        </label>
      </div>
      {elects && (
        <Candidacies
          candidates={candidates}
          setCandidates={setCandidates}
          round={round}
          setRound={setRound}
        />
      )}
      <div>
        <button type="submit" className="button button-main">
          Ouvrir le scrutin
        </button>
      </div>
    </form>
  );
}

interface MannerProps {
  readonly method: BallotMethod;
  readonly setMethod: (method: BallotMethod) => void;
}

function Manner({ method, setMethod }: MannerProps) {
  return (
    <fieldset>
      <legend>Ouvrir un scrutin</legend>
      {METHODS.map((one) => (
        <label key={one} className={styles.choice}>
          <input type="radio" name="method" checked={method === one} onChange={() => setMethod(one)} />
          {methodWording(one)}
        </label>
      ))}
    </fieldset>
  );
}

interface CandidaciesProps {
  readonly candidates: readonly string[];
  readonly setCandidates: (refs: readonly string[]) => void;
  readonly round: string;
  readonly setRound: (round: string) => void;
}

function Candidacies({ candidates, setCandidates, round, setRound }: CandidaciesProps) {
  const { sitting } = useSeance();
  return (
    <>
      <MembersPicker label="Candidats" members={sitting} value={candidates} onChange={setCandidates} />
      <Field label="Tour">
        {(control) => (
          <select {...control} value={round} onChange={(event) => setRound(event.target.value)}>
            <option value="1">1er tour</option>
            <option value="2">2e tour</option>
            <option value="3">3e tour</option>
          </select>
        )}
      </Field>
    </>
  );
}
