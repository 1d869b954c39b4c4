import type { BallotInSession, BallotOutcome } from '@registre/deliberation';
import type { VotingView } from '@registre/projections';
import { useState } from 'react';
import { Badge } from '../ui/badge';
import { TextField } from '../ui/field';
import { Unknown } from '../ui/unknown';
import { countsWording } from '../wording/ballots';
import { resultWording } from '../wording/outcomes';
import { useSeance } from './seance';
import styles from './conduct.module.css';

interface Props {
  readonly ballot: BallotInSession;
  readonly voting: VotingView;
}

/** The result that the votes give, seen before it is proclaimed. */
export function Closing({ ballot, voting }: Props) {
  const { record, name } = useSeance();
  const { tally, computed } = voting;
  const [words, setWords] = useState<string | null>(null);
  const suggested = computed === null ? '' : suggestionFor(computed.outcome, computed.unanimous === true);
  const proclaimed = words ?? suggested;
  const close = () =>
    record(
      ['ballots', ballot.id, 'closing'],
      { outcome: computed?.outcome ?? null, proclaimed: proclaimed.trim() || null },
      'la proclamation du résultat',
    );
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <h4>Résultat, non encore proclamé</h4>
      <p className={styles.sum} role="status">
        {tally.candidates === null
          ? countsWording(tally)
          : tally.candidates
              .map(
                (one) =>
                  `${one.member === null ? (one.name ?? '') : name(one.member)}\u00a0: ${one.votes ?? '?'}`,
              )
              .join(', ')}
        {' – '}
        {computed === null ? (
          <Unknown>non calculable</Unknown>
        ) : (
          <Badge tone={resultWording(computed.outcome).tone}>{resultWording(computed.outcome).label}</Badge>
        )}
        {computed?.basis === 'casting-vote' && ' par la voix prépondérante de qui préside'}
        {computed?.unanimous === true && ' à l’unanimité des suffrages exprimés'}
      </p>
      <TextField label="Paroles de proclamation" value={proclaimed} onChange={setWords} />
      <div>
        <button type="submit" className="button button-main">
          Proclamer et clore le scrutin
        </button>
      </div>
    </form>
  );
}

function suggestionFor(outcome: BallotOutcome, unanimous: boolean): string {
  const label = resultWording(outcome).label;
  return unanimous ? `${label} à l’unanimité des suffrages exprimés` : label;
}
