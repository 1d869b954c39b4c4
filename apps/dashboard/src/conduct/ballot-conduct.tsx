import type { BallotInSession } from '@registre/deliberation';
import { useState } from 'react';
import { Dialog } from '../ui/dialog';
import { TextField } from '../ui/field';
import { methodWording, rollWording } from '../wording/ballots';
import { Closing } from './closing';
import { HandsForm } from './hands-form';
import { PapersForm } from './papers-form';
import { RollCallVote } from './roll-call-vote';
import { useSeance } from './seance';
import styles from './conduct.module.css';

/** The ballot that is open: the votes come in, the result is seen, then proclaimed. */
export function BallotConduct({ ballot }: { readonly ballot: BallotInSession }) {
  const { board } = useSeance();
  const voting = board.voting?.ballot === ballot.id ? board.voting : null;
  const counted = voting !== null && voting.counted !== null;
  const byName = ballot.method === 'roll-call' && ballot.candidates === null;
  return (
    <section className={`${styles.form} ${styles.part}`} aria-label="Scrutin ouvert">
      <h3>{ballot.question ?? 'Scrutin ouvert'}</h3>
      <p>
        <small>
          {methodWording(ballot.method)} – votants&nbsp;: {rollWording(ballot.roll)}
        </small>
      </p>
      {ballot.method === 'secret' && !counted && <PapersForm ballot={ballot} voting={voting} />}
      {byName && <RollCallVote ballot={ballot} voting={voting} />}
      {ballot.method !== 'secret' && !byName && !counted && <HandsForm ballot={ballot} />}
      {(counted || byName) && voting !== null && <Closing ballot={ballot} voting={voting} />}
      <Voiding ballot={ballot.id} />
    </section>
  );
}

function Voiding({ ballot }: { readonly ballot: string }) {
  const { record } = useSeance();
  const [asked, ask] = useState(false);
  const [reason, setReason] = useState('');
  return (
    <div>
      <button type="button" className="button" onClick={() => ask(true)}>
        Annuler ce scrutin…
      </button>
      <Dialog open={asked} title="Annuler ce scrutin" onClose={() => ask(false)}>
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            const body = { reason: reason.trim() || null };
            record(['ballots', ballot, 'voiding'], body, 'l’annulation du scrutin');
            ask(false);
          }}
        >
          <p>Les votes restent à l’historique et ne comptent pas. Un autre scrutin peut être ouvert.</p>
          <TextField label="Motif" value={reason} onChange={setReason} />
          <div className={styles.row}>
            <button type="submit" className="button button-main">
              Annuler le scrutin
            </button>
            <button type="button" className="button" onClick={() => ask(false)}>
              Le laisser ouvert
            </button>
          </div>
        </form>
      </Dialog>
    </div>
  );
}
