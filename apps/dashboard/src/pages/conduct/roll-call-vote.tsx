import type { BallotInSession, Choice } from '@registre/deliberation';
import type { VotingView } from '@registre/projections';
import { SignedOut } from '../../commands/signed-out';
import { KeyGrid, type KeyChoice } from '../../ui/key-grid';
import { useSeance } from './seance';
import { useVotes } from './votes';
import styles from './conduct.module.css';

const CHOICES: readonly KeyChoice<Choice>[] = [
  { value: 'for', label: 'Pour', letter: 'P' },
  { value: 'against', label: 'Contre', letter: 'C' },
  { value: 'abstention', label: 'Abstention', letter: 'A' },
  { value: 'not-taking-part', label: 'NPPV', letter: 'N' },
];

interface Props {
  readonly ballot: BallotInSession;
  readonly voting: VotingView | null;
}

/** A vote by name: one key for each seat. The last one can still be changed until the next is given. */
export function RollCallVote({ ballot, voting }: Props) {
  const { authority, board, name } = useSeance();
  const votes = useVotes(authority, board.session, ballot.id);
  const cast = voting?.votes ?? {};
  const seats = ballot.roll.seats ?? [];
  const left = seats.filter(({ seat }) => cast[seat] === undefined).length;
  return (
    <>
      <p>
        <small>
          Une touche par votant (<kbd>P</kbd>, <kbd>C</kbd>, <kbd>A</kbd>, <kbd>N</kbd>). Le dernier vote
          saisi peut encore être changé&nbsp;; il part avec le suivant.
        </small>
      </p>
      <KeyGrid
        caption="Appel nominal des votants"
        choices={CHOICES}
        rows={seats.map(({ seat, voter }) => ({
          id: seat,
          name: name(seat),
          detail: voter === null || voter === seat ? null : `par ${name(voter)}`,
          value: cast[seat] ?? votes.waiting[seat] ?? null,
          fixed: cast[seat] !== undefined || votes.isOnItsWay(seat),
        }))}
        onChoose={votes.give}
      />
      <p className={styles.sum} role="status">
        {seats.length - left} votes enregistrés sur {seats.length}
        {votes.held !== null && ` – retenu, modifiable\u00a0: ${name(votes.held.seat)}`}
        {votes.cut && ' – le registre ne répond pas\u00a0: les votes saisis sont gardés et seront renvoyés'}
      </p>
      {votes.signedOut && <SignedOut label="les votes saisis" />}
      {votes.refused.map((message) => (
        <p key={message} className={styles.sum} data-wrong="true" role="alert">
          {message}
        </p>
      ))}
      {votes.held !== null && (
        <div>
          <button type="button" className="button" onClick={votes.sendHeld}>
            Enregistrer ce dernier vote
          </button>
        </div>
      )}
    </>
  );
}
