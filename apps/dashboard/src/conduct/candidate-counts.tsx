import type { Candidate } from '@registre/deliberation';
import { CountField, countIn } from '../ui/field';
import { useSeance } from './seance';
import styles from './conduct.module.css';

/** Votes of each candidate, by place in the list. */
export type CandidateDigits = Readonly<Record<string, string>>;

interface Props {
  readonly candidates: readonly Candidate[];
  readonly digits: CandidateDigits;
  readonly onChange: (digits: CandidateDigits) => void;
}

export function CandidateCounts({ candidates, digits, onChange }: Props) {
  const { name } = useSeance();
  return (
    <div className={styles.cells}>
      {candidates.map((candidate, place) => (
        <CountField
          key={place}
          label={`Voix\u00a0: ${candidate.member === null ? (candidate.name ?? '') : name(candidate.member)}`}
          value={digits[place] ?? ''}
          onChange={(text) => onChange({ ...digits, [place]: text })}
        />
      ))}
    </div>
  );
}

export const candidatesIn = (candidates: readonly Candidate[], digits: CandidateDigits) =>
  candidates.map(({ member, name }, place) => ({ member, name, votes: countIn(digits[place] ?? '') }));
