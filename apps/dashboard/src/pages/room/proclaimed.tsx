import type { AffairInSession, BallotInSession } from '@registre/deliberation';
import { outcomeWording, resultWording } from '../../wording/outcomes';
import styles from './room.module.css';

interface Props {
  readonly affair: AffairInSession | null;
  /** Null: the affair was dealt with without a vote. */
  readonly ballot: BallotInSession | null;
}

/** What was proclaimed; nothing before it is. */
export function Proclaimed({ affair, ballot }: Props) {
  const words = wordsOf(affair, ballot);
  return words === null ? null : <p className={styles.outcome}>{words}</p>;
}

function wordsOf(affair: AffairInSession | null, ballot: BallotInSession | null): string | null {
  if (affair !== null && affair.outcome !== null) {
    return affair.proclaimed ?? outcomeWording(affair.outcome).label;
  }
  const declared = ballot?.closed?.declared;
  if (declared === undefined) return null;
  return declared.proclaimed ?? (declared.outcome === null ? null : resultWording(declared.outcome).label);
}
