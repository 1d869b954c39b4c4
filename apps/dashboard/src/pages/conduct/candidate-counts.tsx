import type { Candidate } from '@registre/deliberation';
import { CountField, countIn } from '../../ui/field';
import { MembersPicker } from '../../ui/member-picker';
import { useSeance } from './seance';
import styles from './conduct.module.css';

/** What was counted or declared of one candidate, as it is typed. */
export interface CandidateCount {
  readonly votes: string;
  readonly elected: boolean;
  /** Of a list. */
  readonly seats: string;
  readonly persons: readonly string[];
}

/** By place in the list of candidates. */
export type CandidateDigits = Readonly<Record<string, CandidateCount>>;

const NOT_COUNTED: CandidateCount = { votes: '', elected: false, seats: '', persons: [] };

interface Props {
  readonly candidates: readonly Candidate[];
  readonly digits: CandidateDigits;
  readonly onChange: (digits: CandidateDigits) => void;
}

/** The votes of each candidate; where the chair declares who is elected, that too; of a list, its seats. */
export function CandidateCounts({ candidates, digits, onChange }: Props) {
  const { name } = useSeance();
  return candidates.map((candidate, place) => {
    const count = digits[place] ?? NOT_COUNTED;
    const who = candidate.member === null ? (candidate.name ?? '') : name(candidate.member);
    return (
      <OneCandidate
        key={place}
        who={who}
        isList={candidate.member === null}
        count={count}
        onChange={(part) => onChange({ ...digits, [place]: { ...count, ...part } })}
      />
    );
  });
}

interface OneProps {
  readonly who: string;
  readonly isList: boolean;
  readonly count: CandidateCount;
  readonly onChange: (part: Partial<CandidateCount>) => void;
}

function OneCandidate({ who, isList, count, onChange }: OneProps) {
  const { sitting } = useSeance();
  return (
    <fieldset className={styles.candidate}>
      <legend>{who}</legend>
      <div className={styles.row}>
        <CountField
          label={`Voix\u00a0: ${who}`}
          value={count.votes}
          onChange={(votes) => onChange({ votes })}
        />
        {isList && (
          <CountField
            label={`Sièges obtenus\u00a0: ${who}`}
            value={count.seats}
            onChange={(seats) => onChange({ seats })}
          />
        )}
        <label className={styles.choice}>
          <input
            type="checkbox"
            checked={count.elected}
            aria-label={`${who}\u00a0: proclamé élu`}
            onChange={(event) => onChange({ elected: event.target.checked })}
          />
          Proclamé élu
        </label>
      </div>
      {isList && count.seats !== '' && (
        <MembersPicker
          label={`Membres élus\u00a0: ${who}`}
          members={sitting}
          value={count.persons}
          onChange={(persons) => onChange({ persons })}
        />
      )}
    </fieldset>
  );
}

/** As the register takes it: where nobody is said to be elected, nothing is said of anybody. */
export function candidatesIn(candidates: readonly Candidate[], digits: CandidateDigits) {
  const isDeclared = Object.values(digits).some(({ elected }) => elected);
  return candidates.map(({ member, name }, place) => {
    const { votes, elected, seats, persons } = digits[place] ?? NOT_COUNTED;
    const ofList =
      member === null ? { seats: countIn(seats), persons: persons.length === 0 ? null : persons } : {};
    return { member, name, votes: countIn(votes), elected: isDeclared ? elected : null, ...ofList };
  });
}
