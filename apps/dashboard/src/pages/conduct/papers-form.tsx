import type { BallotInSession } from '@registre/deliberation';
import type { VotingView } from '@registre/projections';
import { CountField, countIn } from '../../ui/field';
import { KeyGrid } from '../../ui/key-grid';
import { plural } from '../../wording/amounts';
import { CandidateCounts, candidatesIn, type CandidateDigits } from './candidate-counts';
import { useDraft } from '../../commands/draft';
import { useSeance } from './seance';
import styles from './conduct.module.css';

interface Draft {
  readonly found: string;
  readonly blank: string;
  readonly nullVotes: string;
  readonly against: string;
  readonly candidates: CandidateDigits;
}

const EMPTY: Draft = { found: '', blank: '0', nullVotes: '0', against: '0', candidates: {} };

interface Props {
  readonly ballot: BallotInSession;
  readonly voting: VotingView | null;
}

/** A secret ballot on paper: who signed, then the totals of the box, and no link between the two. */
export function PapersForm({ ballot, voting }: Props) {
  const { board, commands } = useSeance();
  const name = `urne.${board.session}.${ballot.id}`;
  const [draft, change] = useDraft<Draft>(name, EMPTY);
  const set = (part: Partial<Draft>) => change({ ...draft, ...part });
  const election = ballot.candidates !== null;
  const found = countIn(draft.found) ?? 0;
  const expressed = found - (countIn(draft.blank) ?? 0) - (countIn(draft.nullVotes) ?? 0);
  const forIt = expressed - (countIn(draft.against) ?? 0);
  const given = candidatesIn(ballot.candidates ?? [], draft.candidates);
  const attributed = given.reduce((sum, { votes }) => sum + (votes ?? 0), 0);
  const submit = () => {
    const body = {
      found: countIn(draft.found),
      blank: countIn(draft.blank),
      nullVotes: countIn(draft.nullVotes),
      blankOrNull: null,
      ...(election ? { candidates: given } : { counts: { for: forIt, against: countIn(draft.against) } }),
    };
    const label = 'le dépouillement';
    const path = ['ballots', ballot.id, 'papers'];
    commands.run({ path, body, label, whatever: true, clears: [name] });
  };
  return (
    <>
      <Signatures ballot={ballot} signed={voting?.signed ?? []} />
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (draft.found !== '' && (election || forIt >= 0)) submit();
        }}
      >
        <h4>Dépouillement</h4>
        <BoxCells draft={draft} set={set} election={election} />
        {election && (
          <CandidateCounts
            candidates={ballot.candidates ?? []}
            digits={draft.candidates}
            onChange={(candidates) => set({ candidates })}
          />
        )}
        <p className={styles.sum} data-wrong={forIt < 0} role="status">
          {plural(found, 'bulletin')} − {draft.blank || 0} blanc(s) − {draft.nullVotes || 0} nul(s) ={' '}
          {expressed} suffrages exprimés
          {election ? `, ${attributed} voix attribuées` : `, dont ${forIt} pour`}.
        </p>
        <div>
          <button type="submit" className="button button-main" aria-disabled={draft.found === ''}>
            Enregistrer le dépouillement
          </button>
        </div>
      </form>
    </>
  );
}

function Signatures({
  ballot,
  signed,
}: {
  readonly ballot: BallotInSession;
  readonly signed: readonly string[];
}) {
  const { name, commands } = useSeance();
  const seats = ballot.roll.seats ?? [];
  return (
    <>
      <h4>
        Émargement <small>({`${signed.length} sur ${seats.length}`})</small>
      </h4>
      <KeyGrid
        caption="Émargement"
        choices={[{ value: 'signed', label: 'A voté', letter: 'V' }]}
        rows={seats.map(({ seat }) => ({
          id: seat,
          name: name(seat),
          value: signed.includes(seat) ? 'signed' : null,
          fixed: signed.includes(seat),
        }))}
        onChoose={(seat) =>
          commands.run({
            path: ['ballots', ballot.id, 'signatures'],
            body: { seat },
            label: `l’émargement de ${name(seat)}`,
            seen: null,
          })
        }
      />
    </>
  );
}

interface BoxProps {
  readonly draft: Draft;
  readonly set: (part: Partial<Draft>) => void;
  readonly election: boolean;
}

function BoxCells({ draft, set, election }: BoxProps) {
  return (
    <div className={styles.cells}>
      <CountField label="Bulletins trouvés" value={draft.found} onChange={(text) => set({ found: text })} />
      <CountField label="Blancs" value={draft.blank} onChange={(text) => set({ blank: text })} />
      <CountField label="Nuls" value={draft.nullVotes} onChange={(text) => set({ nullVotes: text })} />
      {!election && (
        <CountField label="Contre" value={draft.against} onChange={(text) => set({ against: text })} />
      )}
    </div>
  );
}
