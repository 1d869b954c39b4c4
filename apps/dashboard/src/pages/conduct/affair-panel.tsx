import type { AffairInSession } from '@registre/deliberation';
import { Link } from 'wouter';
import { actAddress } from '../../addresses';
import { useDraft } from '../../commands/draft';
import { Badge } from '../../ui/badge';
import { Card } from '../../ui/card';
import { TextField } from '../../ui/field';
import { outcomeWording } from '../../wording/outcomes';
import { AskButton } from './ask-button';
import { BallotConduct } from './ballot-conduct';
import { BallotOpening } from './ballot-opening';
import { BallotRequests } from './ballot-requests';
import { Decision } from './decision';
import { HeldBallots } from './held-ballots';
import { IfMay } from './if-may';
import { AFFAIR } from './routes';
import { useSeance } from './seance';
import styles from './conduct.module.css';

interface Props {
  readonly id: string;
  readonly onDealtWith: () => void;
}

/** One affair, from its call to its outcome. */
export function AffairPanel({ id, onDealtWith }: Props) {
  const { authority, state } = useSeance();
  const affair = state.affairs.find((one) => one.id === id);
  if (affair === undefined) return null;
  const title = affair.order === null ? 'Affaire' : `Point ${affair.order}`;
  return (
    <Card title={title} aside={<Link href={actAddress(authority, id)}>Rapport et dossier</Link>}>
      <div className={styles.form}>
        <p>{affair.subject}</p>
        {affair.outcome !== null ? (
          <DealtWith affair={affair} />
        ) : affair.called === null ? (
          <NotCalled affair={affair} onDealtWith={onDealtWith} />
        ) : (
          <UnderDiscussion affair={affair} onDealtWith={onDealtWith} />
        )}
      </div>
    </Card>
  );
}

function DealtWith({ affair }: { readonly affair: AffairInSession }) {
  const { id, outcome, outcomeReason, proclaimed } = affair;
  if (outcome === null) return null;
  return (
    <>
      <div className={styles.row}>
        <p>
          <Badge tone={outcomeWording(outcome).tone}>{outcomeWording(outcome).label}</Badge>{' '}
          {proclaimed !== null && <q>{proclaimed}</q>} {outcomeReason}
        </p>
        <AskButton
          small
          label="Corriger l’issue de l’affaire"
          asked={{
            act: 'correction',
            correction: { kind: 'outcome', affair: id },
            what: 'l’annulation de l’issue de l’affaire',
          }}
        >
          Corriger
        </AskButton>
      </div>
      <HeldBallots affair={id} />
    </>
  );
}

function NotCalled({
  affair,
  onDealtWith,
}: { readonly affair: AffairInSession } & Pick<Props, 'onDealtWith'>) {
  const { record, state } = useSeance();
  const other = state.currentAffair !== null && state.currentAffair !== affair.id;
  return (
    <>
      {other && <p>Une autre affaire est en discussion.</p>}
      <Recusals affair={affair} />
      <div className={styles.row}>
        <IfMay route={`POST ${AFFAIR}/call`}>
          <button
            type="button"
            className="button button-main"
            onClick={() =>
              record(['affairs', affair.id, 'call'], { recusals: [] }, 'l’appel de l’affaire', {
                onRecorded: onDealtWith,
              })
            }
          >
            Appeler l’affaire
          </button>
        </IfMay>
        <PutOff affair={affair.id} />
      </div>
    </>
  );
}

function UnderDiscussion({
  affair,
  onDealtWith,
}: { readonly affair: AffairInSession } & Pick<Props, 'onDealtWith'>) {
  const { state } = useSeance();
  const open = state.ballots.find(({ id }) => id === state.openBallot);
  return (
    <>
      <Recusals affair={affair} />
      <HeldBallots affair={affair.id} />
      {open !== undefined ? (
        <BallotConduct key={open.id} ballot={open} />
      ) : (
        <>
          <BallotRequests affair={affair.id} />
          <BallotOpening affair={affair.id} />
          <Decision key={state.ballots.length} affair={affair} onDealtWith={onDealtWith} />
          <Debate affair={affair.id} />
          <div className={styles.row}>
            <PutOff affair={affair.id} />
            <AskButton
              asked={{
                act: 'correction',
                correction: { kind: 'call', affair: affair.id },
                what: 'l’annulation de l’appel de l’affaire',
              }}
            >
              Corriger l’appel de l’affaire…
            </AskButton>
          </div>
        </>
      )}
    </>
  );
}

/** Postponed or withdrawn, it is dealt with. */
function PutOff({ affair }: { readonly affair: string }) {
  return (
    <>
      <AskButton asked={{ act: 'postponement', affair }}>Reporter…</AskButton>
      <AskButton asked={{ act: 'withdrawal', affair }}>Retirer…</AskButton>
    </>
  );
}

const GROUNDS = {
  'personal-interest': 'intérêt personnel',
  'designated-representative': 'siège par désignation dans l’autre organisme',
} as const;

/** Who keeps out of the affair, and why. */
function Recusals({ affair: { id, recusals } }: { readonly affair: AffairInSession }) {
  const { name } = useSeance();
  if (recusals === null || recusals.length === 0) return null;
  return (
    <ul className={styles.entries} aria-label="Déports">
      {recusals.map(({ member, ground, left, note }) => (
        <li key={member}>
          <span>
            {name(member)} se déporte
            <small>
              {[ground === null ? null : GROUNDS[ground], left ? 'sorti(e)' : null, note]
                .filter((word) => word !== null)
                .join(', ')}
            </small>
          </span>
          <AskButton
            small
            label={`Corriger le déport de ${name(member)}`}
            asked={{
              act: 'correction',
              correction: { kind: 'recusal', affair: id, member },
              what: `l’annulation du déport de ${name(member)}`,
            }}
          >
            Corriger
          </AskButton>
        </li>
      ))}
    </ul>
  );
}

function Debate({ affair }: { readonly affair: string }) {
  const { board, record, may } = useSeance();
  const draft = `debats.${board.session}.${affair}`;
  const [text, setText] = useDraft(draft, '');
  if (!may(`POST ${AFFAIR}/debate`)) return null;
  return (
    <form
      className={`${styles.form} ${styles.part}`}
      onSubmit={(event) => {
        event.preventDefault();
        const said = text.trim();
        if (said === '') return;
        record(['affairs', affair, 'debate'], { text: said }, 'la teneur des débats', { clears: [draft] });
      }}
    >
      <TextField label="Teneur des débats" rows={3} value={text} onChange={setText} />
      <div>
        <button type="submit" className="button" aria-disabled={text.trim() === ''}>
          Noter les débats
        </button>
      </div>
    </form>
  );
}
