import { useDraft } from '../../commands/draft';
import { KeyGrid } from '../../ui/key-grid';
import type { Choosable } from '../../ui/member-picker';
import { plural } from '../../wording/amounts';
import { attendanceOf, CALLS, type Call } from './roll-call-choices';
import { useSeance } from './seance';
import styles from './conduct.module.css';

const NOBODY: Readonly<Record<string, Call>> = {};

/** One key for each member: what is typed is kept until the whole call is recorded. */
export function RollCall({ toCall }: { readonly toCall: readonly Choosable[] }) {
  const { board, record } = useSeance();
  const name = `appel.${board.session}`;
  const [draft, change] = useDraft(name, NOBODY);
  const entries = toCall.flatMap(({ ref }) => {
    const call = draft[ref];
    return call === undefined ? [] : [{ member: ref, ...attendanceOf(call) }];
  });
  const save = () => {
    if (entries.length === 0) return;
    record(['attendance'], { entries }, `l’appel de ${plural(entries.length, 'membre')}`, { clears: [name] });
  };
  return (
    <div className={styles.form}>
      <h3>Appel</h3>
      <p>
        <small>Une touche par membre&nbsp;: celle de la colonne. Les flèches pour se déplacer.</small>
      </p>
      <KeyGrid
        caption="Appel nominal"
        choices={CALLS}
        rows={toCall.map(({ ref, name: who }) => ({ id: ref, name: who, value: draft[ref] ?? null }))}
        onChoose={(ref, call) => change((before) => ({ ...before, [ref]: call }))}
      />
      <Typed draft={draft} toCall={toCall} />
      <div className={styles.row}>
        <button
          type="button"
          className="button button-main"
          aria-disabled={entries.length === 0}
          onClick={save}
        >
          Enregistrer l’appel
        </button>
        <button
          type="button"
          className="button"
          onClick={() =>
            change((before) => Object.fromEntries(toCall.map(({ ref }) => [ref, before[ref] ?? 'present'])))
          }
        >
          Les autres sont présents
        </button>
      </div>
    </div>
  );
}

const WORDS: Readonly<Record<Call, string>> = {
  present: 'présent',
  remote: 'à distance',
  represented: 'représenté',
  excused: 'excusé',
  absent: 'absent',
};

interface TypedProps {
  readonly draft: Readonly<Record<string, Call>>;
  readonly toCall: readonly Choosable[];
}

function Typed({ draft, toCall }: TypedProps) {
  const calls = toCall.flatMap(({ ref }) => draft[ref] ?? []);
  const said = CALLS.flatMap(({ value }) => {
    const count = calls.filter((call) => call === value).length;
    const many = value === 'remote' ? WORDS.remote : `${WORDS[value]}s`;
    return count === 0 ? [] : [plural(count, WORDS[value], many)];
  });
  return (
    <p className={styles.sum} role="status">
      {said.length > 0 && <>Saisis, non enregistrés&nbsp;: {said.join(', ')} – </>}
      {plural(toCall.length - calls.length, 'membre')} à appeler
    </p>
  );
}
