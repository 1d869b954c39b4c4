import type { BallotMethod } from '@registre/deliberation';
import { useDraft } from '../../commands/draft';
import { ChoiceField, CountField, countIn, TextField } from '../../ui/field';
import { MembersPicker } from '../../ui/member-picker';
import { methodWording } from '../../wording/ballots';
import { BallotChoice } from './acts/ballot-choice';
import { said } from './acts/use-act-draft';
import { namesIn, NO_OPENING, openingDraftOf, type OpeningDraft } from './ballot-opening-draft';
import { IfMay } from './if-may';
import { SESSION } from './routes';
import { useSeance } from './seance';
import styles from './conduct.module.css';

const METHODS = ['show-of-hands', 'roll-call', 'secret'] as const satisfies readonly BallotMethod[];

/** Puts a question to the vote, or opens an election; several ballots may follow each other in one affair. */
export function BallotOpening({ affair }: { readonly affair: string | null }) {
  const { board, record } = useSeance();
  const name = openingDraftOf(board.session, affair);
  const [draft, change] = useDraft(name, NO_OPENING);
  const set = (part: Partial<OpeningDraft>) => change((before) => ({ ...before, ...part }));
  const running = draft.candidates.length + namesIn(draft.names).length;
  const ready = !draft.elects || running > 0;
  const open = () => {
    if (!ready) return;
    const label = `l’ouverture d’un scrutin (${methodWording(draft.method)})`;
    record(['ballots'], bodyOf(draft, affair), label, { clears: [name] });
  };
  return (
    <IfMay route={`POST ${SESSION}/ballots`}>
      <form
        className={`${styles.form} ${styles.part}`}
        onSubmit={(event) => {
          event.preventDefault();
          open();
        }}
      >
        <Manner method={draft.method} setMethod={(method) => set({ method })} />
        <TextField
          label={affair === null ? 'Question' : 'Question (si ce n’est pas l’affaire entière)'}
          value={draft.question}
          onChange={(question) => set({ question })}
        />
        <div>
          <Tick label="Élection ou nomination" value={draft.elects} onChange={(elects) => set({ elects })} />
          <Tick label="Vote des comptes" value={draft.accounts} onChange={(accounts) => set({ accounts })} />
        </div>
        {draft.elects && <Candidacies draft={draft} set={set} />}
        <div>
          <button type="submit" className="button button-main" aria-disabled={!ready}>
            Ouvrir le scrutin
          </button>
        </div>
      </form>
    </IfMay>
  );
}

function bodyOf(draft: OpeningDraft, affair: string | null): object {
  const { method, question, elects, accounts, secrecyWaived, waiver } = draft;
  const isPublic = method !== 'secret';
  const election = {
    candidates: [
      ...draft.candidates.map((member) => ({ member })),
      ...namesIn(draft.names).map((name) => ({ name })),
    ],
    positions: countIn(draft.positions),
    round: Number(draft.round),
    ...(isPublic ? { secrecyWaived, waiver: waiver || null } : {}),
  };
  return {
    affair,
    method,
    question: said(question),
    ...(elects ? election : {}),
    ...(accounts ? { accounts } : {}),
  };
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

interface TickProps {
  readonly label: string;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}

function Tick({ label, value, onChange }: TickProps) {
  return (
    <label className={styles.choice}>
      <input type="checkbox" checked={value} onChange={(event) => onChange(event.target.checked)} />
      {label}
    </label>
  );
}

interface CandidaciesProps {
  readonly draft: OpeningDraft;
  readonly set: (part: Partial<OpeningDraft>) => void;
}

const ROUNDS = [
  { value: '1', label: '1er tour' },
  { value: '2', label: '2e tour' },
  { value: '3', label: '3e tour' },
] as const;

function Candidacies({ draft, set }: CandidaciesProps) {
  const { sitting } = useSeance();
  return (
    <>
      <MembersPicker
        label="Candidats"
        members={sitting}
        value={draft.candidates}
        onChange={(candidates) => set({ candidates })}
      />
      <TextField
        label="Listes, ou personnes extérieures"
        hint="Une par ligne."
        rows={2}
        value={draft.names}
        onChange={(names) => set({ names })}
      />
      <div className={styles.cells}>
        <CountField
          label="Postes à pourvoir"
          value={draft.positions}
          onChange={(positions) => set({ positions })}
        />
        <ChoiceField
          label="Tour"
          value={draft.round}
          choices={ROUNDS}
          onChange={(round) => set({ round: round || '1' })}
        />
      </div>
      {draft.method !== 'secret' && <Waiver draft={draft} set={set} />}
    </>
  );
}

/** A nomination is secret, unless the assembly gave that up unanimously (L2121-21). */
function Waiver({ draft, set }: CandidaciesProps) {
  return (
    <>
      <Tick
        label="L’assemblée a renoncé à l’unanimité au scrutin secret"
        value={draft.secrecyWaived}
        onChange={(secrecyWaived) => set({ secrecyWaived })}
      />
      {draft.secrecyWaived && (
        <BallotChoice
          label="Scrutin par lequel elle y a renoncé"
          name="waiver"
          value={draft.waiver}
          onChange={(waiver) => set({ waiver })}
        />
      )}
    </>
  );
}
