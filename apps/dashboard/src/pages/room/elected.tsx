import type { BallotInSession, CandidateVotes } from '@registre/deliberation';
import { plural } from '../../wording/amounts';
import { nameOf, type Members } from '../../wording/members';
import styles from './room.module.css';

interface Props {
  readonly candidates: readonly CandidateVotes[];
  readonly closed: NonNullable<BallotInSession['closed']>;
  readonly members: Members;
}

/** An election that was proclaimed: each candidate's votes, the first first. */
export function Elected({ candidates, closed, members }: Props) {
  const winners = new Set(closed.computed?.elected ?? []);
  const most = Math.max(1, ...candidates.map(({ votes }) => votes ?? 0));
  const ranked = candidates
    .map((one, place) => ({ ...one, place, isElected: one.elected ?? winners.has(place) }))
    .toSorted((one, other) => (other.votes ?? -1) - (one.votes ?? -1));
  return (
    <ol className={styles.candidates}>
      {ranked.map(({ member, name, votes, seats, place, isElected }) => (
        <li key={place} data-elected={isElected}>
          <span className={styles.who}>{member === null ? name : nameOf(members, member)}</span>
          <strong>{votes === null ? '?' : plural(votes, 'voix', 'voix')}</strong>
          <span className={styles.bar} aria-hidden="true">
            <svg viewBox="0 0 100 4" preserveAspectRatio="none">
              <rect width={(100 * (votes ?? 0)) / most} height="4" />
            </svg>
          </span>
          <em>
            {isElected && 'Élu(e)'} {seats !== null && plural(seats, 'siège')}
          </em>
        </li>
      ))}
    </ol>
  );
}
