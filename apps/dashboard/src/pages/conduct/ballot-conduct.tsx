import type { BallotInSession } from '@registre/deliberation';
import { methodWording, rollWording } from '../../wording/ballots';
import { AskButton } from './ask-button';
import { Closing } from './closing';
import { HandsForm } from './hands-form';
import { PapersForm } from './papers-form';
import { RollCallVote } from './roll-call-vote';
import { BALLOT, SESSION } from './routes';
import { useSeance } from './seance';
import { useVotesWaiting } from './votes';
import styles from './conduct.module.css';

/** The ballot that is open: the votes come in, the result is seen, then proclaimed. */
export function BallotConduct({ ballot }: { readonly ballot: BallotInSession }) {
  const { board, may } = useSeance();
  const counts = may(`POST ${BALLOT}/hands`);
  const closes = may(`POST ${SESSION}/ballots/:ballot/closing`);
  // Whose session has ended still sees the votes that wait for them to be back.
  const votesWait = useVotesWaiting(ballot.id);
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
      {counts && ballot.method === 'secret' && !counted && <PapersForm ballot={ballot} voting={voting} />}
      {(counts || votesWait) && byName && <RollCallVote ballot={ballot} voting={voting} />}
      {counts && ballot.method !== 'secret' && !byName && !counted && <HandsForm ballot={ballot} />}
      {closes && (counted || byName) && voting !== null && <Closing ballot={ballot} voting={voting} />}
      <div>
        <AskButton asked={{ act: 'voiding', ballot: ballot.id }}>Annuler ce scrutin…</AskButton>
      </div>
    </section>
  );
}
