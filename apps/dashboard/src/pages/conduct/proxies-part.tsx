import type { Proxy } from '@registre/deliberation';
import { useDraft } from '../../commands/draft';
import { ChoiceField, DayField } from '../../ui/field';
import { MemberPicker } from '../../ui/member-picker';
import { AskButton } from './ask-button';
import { SESSION } from './routes';
import { useSeance } from './seance';
import styles from './conduct.module.css';

/** Who votes for whom, and a new proxy. */
export function ProxiesPart() {
  const { state, name, may } = useSeance();
  const standing = state.standingProxies ?? [];
  return (
    <div className={`${styles.form} ${styles.part}`}>
      <h3>
        Pouvoirs <small>({standing.length})</small>
      </h3>
      <ul className={styles.entries}>
        {standing.map(({ giver, bearer }) => (
          <li key={giver}>
            <span>
              {name(giver)} → {bearer === null ? 'non renseigné' : name(bearer)}
            </span>
            <span className={styles.beside}>
              <AskButton
                small
                label={`Révoquer le pouvoir de ${name(giver)}`}
                asked={{ act: 'revocation', member: giver }}
              >
                Révoquer
              </AskButton>
              <AskButton
                small
                label={`Corriger le pouvoir de ${name(giver)}`}
                asked={{
                  act: 'correction',
                  correction: { kind: 'proxy', member: giver },
                  what: `l’annulation du pouvoir de ${name(giver)}`,
                }}
              >
                Corriger
              </AskButton>
            </span>
          </li>
        ))}
      </ul>
      {may(`POST ${SESSION}/proxies`) && <NewProxy />}
    </div>
  );
}

const REASONS = [
  { value: 'illness', label: 'Maladie' },
  { value: 'maternity', label: 'Maternité' },
  { value: 'other', label: 'Autre' },
] as const;

interface Draft {
  readonly giver: string | null;
  readonly bearer: string | null;
  readonly reason: NonNullable<Proxy['reason']> | '';
  readonly givenOn: string;
}

const EMPTY: Draft = { giver: null, bearer: null, reason: '', givenOn: '' };

function NewProxy() {
  const { board, sitting, name, record } = useSeance();
  const draftName = `pouvoir.${board.session}`;
  const [draft, change] = useDraft<Draft>(draftName, EMPTY);
  const { giver, bearer, reason, givenOn } = draft;
  const present = new Set(board.now.room.present);
  const set = (part: Partial<Draft>) => change({ ...draft, ...part });
  const give = () => {
    if (giver === null || bearer === null) return;
    const body = { giver, bearer, reason: reason || null, givenOn: givenOn || null };
    record(['proxies'], body, `le pouvoir de ${name(giver)} à ${name(bearer)}`, { clears: [draftName] });
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        give();
      }}
    >
      <MemberPicker
        label="Mandant"
        members={sitting.filter(({ ref }) => !present.has(ref))}
        value={giver}
        onChange={(ref) => set({ giver: ref })}
      />
      <MemberPicker
        label="Mandataire"
        members={sitting.filter(({ ref }) => present.has(ref))}
        value={bearer}
        onChange={(ref) => set({ bearer: ref })}
      />
      <details>
        <summary>Date et motif du pouvoir</summary>
        <div className={styles.cells}>
          <DayField label="Daté du" value={givenOn} onChange={(day) => set({ givenOn: day })} />
          <ChoiceField
            label="Motif"
            value={reason}
            choices={REASONS}
            unknown="Non renseigné"
            onChange={(value) => set({ reason: value })}
          />
        </div>
      </details>
      <div>
        <button type="submit" className="button" aria-disabled={giver === null || bearer === null}>
          Noter le pouvoir
        </button>
      </div>
    </form>
  );
}
