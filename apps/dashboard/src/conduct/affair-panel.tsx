import type { AffairInSession } from '@registre/deliberation';
import { useState } from 'react';
import { Link } from 'wouter';
import { actAddress } from '../addresses';
import { Badge } from '../ui/badge';
import { Card } from '../ui/card';
import { Dialog } from '../ui/dialog';
import { TextField } from '../ui/field';
import { outcomeWording } from '../wording/outcomes';
import { BallotView } from '../voting/ballot-view';
import { BallotConduct } from './ballot-conduct';
import { BallotOpening } from './ballot-opening';
import { Decision } from './decision';
import { useDraft } from '../commands/draft';
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
  const { record } = useSeance();
  const { id, outcome, proclaimed } = affair;
  if (outcome === null) return null;
  return (
    <>
      <p>
        <Badge tone={outcomeWording(outcome).tone}>{outcomeWording(outcome).label}</Badge>{' '}
        {proclaimed !== null && <q>{proclaimed}</q>}
      </p>
      <Ballots affair={id} />
      <div>
        <button
          type="button"
          className="button"
          onClick={() =>
            record(
              ['corrections'],
              { correction: { kind: 'outcome', affair: id }, reason: 'Erreur de saisie' },
              'l’annulation de cette issue',
            )
          }
        >
          Annuler cette issue (erreur de saisie)
        </button>
      </div>
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
      <div className={styles.row}>
        <button
          type="button"
          className="button button-main"
          onClick={() =>
            record(['affairs', affair.id, 'call'], { recusals: [] }, 'l’appel de l’affaire', onDealtWith)
          }
        >
          Appeler l’affaire
        </button>
        <PutOff affair={affair.id} onDealtWith={onDealtWith} />
      </div>
    </>
  );
}

function UnderDiscussion({
  affair,
  onDealtWith,
}: { readonly affair: AffairInSession } & Pick<Props, 'onDealtWith'>) {
  const { state, name, record } = useSeance();
  const open = state.ballots.find(({ id }) => id === state.openBallot);
  const recusals = affair.recusals ?? [];
  return (
    <>
      {recusals.length > 0 && (
        <p>Se déportent&nbsp;: {recusals.map(({ member }) => name(member)).join(', ')}.</p>
      )}
      <Ballots affair={affair.id} />
      {open !== undefined ? (
        <BallotConduct key={open.id} ballot={open} />
      ) : (
        <>
          <BallotOpening affair={affair.id} />
          <Decision key={state.ballots.length} affair={affair} onDealtWith={onDealtWith} />
          <Debate affair={affair.id} />
          <div className={styles.row}>
            <PutOff affair={affair.id} onDealtWith={onDealtWith} />
            <button
              type="button"
              className="button"
              onClick={() =>
                record(
                  ['corrections'],
                  { correction: { kind: 'call', affair: affair.id }, reason: 'Erreur de saisie' },
                  'l’annulation de l’appel de l’affaire',
                )
              }
            >
              Annuler l’appel (erreur)
            </button>
          </div>
        </>
      )}
    </>
  );
}

/** The ballots of the affair that are over. */
function Ballots({ affair }: { readonly affair: string }) {
  const { state, members } = useSeance();
  const held = state.ballots.filter((one) => one.affair === affair && one.id !== state.openBallot);
  return held.map((ballot, index) => (
    <div key={ballot.id} className={styles.part}>
      <BallotView
        ballot={ballot}
        rank={held.length > 1 ? `Scrutin ${index + 1}` : null}
        deciding={false}
        present={null}
        members={members}
      />
    </div>
  ));
}

function Debate({ affair }: { readonly affair: string }) {
  const { board, record } = useSeance();
  const [text, setText, discard] = useDraft(`debats.${board.session}.${affair}`, '');
  return (
    <form
      className={`${styles.form} ${styles.part}`}
      onSubmit={(event) => {
        event.preventDefault();
        const said = text.trim();
        if (said !== '')
          record(['affairs', affair, 'debate'], { text: said }, 'la teneur des débats', discard);
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

/** Postpones or withdraws the affair, with the reason. */
function PutOff({ affair, onDealtWith }: { readonly affair: string } & Pick<Props, 'onDealtWith'>) {
  const { record } = useSeance();
  const [asked, ask] = useState<'postponement' | 'withdrawal' | null>(null);
  const [reason, setReason] = useState('');
  const title = asked === 'withdrawal' ? 'Retirer de l’ordre du jour' : 'Reporter l’affaire';
  return (
    <>
      <button type="button" className="button" onClick={() => ask('postponement')}>
        Reporter…
      </button>
      <button type="button" className="button" onClick={() => ask('withdrawal')}>
        Retirer…
      </button>
      <Dialog open={asked !== null} title={title} onClose={() => ask(null)}>
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            const label = asked === 'withdrawal' ? 'le retrait de l’affaire' : 'le report de l’affaire';
            record(['affairs', affair, asked ?? ''], { reason: reason.trim() || null }, label, onDealtWith);
            ask(null);
          }}
        >
          <TextField label="Motif (facultatif)" value={reason} onChange={setReason} />
          <div className={styles.row}>
            <button type="submit" className="button button-main">
              Enregistrer
            </button>
            <button type="button" className="button" onClick={() => ask(null)}>
              Annuler
            </button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
