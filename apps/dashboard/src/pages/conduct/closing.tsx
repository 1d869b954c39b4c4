import type { BallotInSession, BallotOutcome, ComputedResult, Tally } from '@registre/deliberation';
import type { VotingView } from '@registre/projections';
import { useDraft } from '../../commands/draft';
import { Badge } from '../../ui/badge';
import { ChoiceField, TextField } from '../../ui/field';
import { Unknown } from '../../ui/unknown';
import { basisWording, countsWording } from '../../wording/ballots';
import { resultWording } from '../../wording/outcomes';
import { said } from './acts/use-act-draft';
import { useSeance } from './seance';
import styles from './conduct.module.css';

interface Props {
  readonly ballot: BallotInSession;
  readonly voting: VotingView;
}

/** What the clerk changed of what is suggested; null: nothing. */
interface Draft {
  readonly outcome: BallotOutcome | '' | null;
  readonly words: string | null;
}

const NOTHING_SAID: Draft = { outcome: null, words: null };

/** The result that the votes give, seen before it is proclaimed. */
export function Closing({ ballot, voting }: Props) {
  const { board, record } = useSeance();
  const { tally, computed } = voting;
  const name = `proclamation.${board.session}.${ballot.id}`;
  const [draft, change] = useDraft<Draft>(name, NOTHING_SAID);
  const outcome = draft.outcome ?? computed?.outcome ?? '';
  const proclaimed = draft.words ?? (outcome === '' ? '' : suggestionFor(outcome, computed));
  const close = () => {
    const body = { outcome: outcome || null, proclaimed: said(proclaimed) };
    record(['ballots', ballot.id, 'closing'], body, 'la proclamation du résultat', { clears: [name] });
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <h4>Résultat, non encore proclamé</h4>
      <Found tally={tally} computed={computed} />
      <ChoiceField
        label="Résultat proclamé"
        value={outcome}
        choices={ballot.candidates === null ? VOTE_RESULTS : ELECTION_RESULTS}
        unknown="Non renseigné"
        onChange={(value) => change({ ...draft, outcome: value })}
      />
      <TextField
        label="Paroles de proclamation"
        value={proclaimed}
        onChange={(words) => change({ ...draft, words })}
      />
      <div>
        <button type="submit" className="button button-main">
          Proclamer et clore le scrutin
        </button>
      </div>
    </form>
  );
}

const choice = (value: BallotOutcome) => ({ value, label: resultWording(value).label });
const VOTE_RESULTS = [choice('adopted'), choice('rejected')];
const ELECTION_RESULTS = [choice('elected'), choice('no-majority')];

/** What the votes give, by the rules of the day. */
function Found({ tally, computed }: { readonly tally: Tally; readonly computed: ComputedResult | null }) {
  const { name } = useSeance();
  const named = tally.candidates?.map((one) => ({
    who: one.member === null ? (one.name ?? '') : name(one.member),
    votes: one.votes,
  }));
  const elected = computed?.elected?.map((place) => named?.[place]?.who ?? '') ?? [];
  const basis = basisWording(computed?.basis);
  return (
    <p className={styles.sum} role="status">
      {named === undefined
        ? countsWording(tally)
        : named.map(({ who, votes }) => `${who}\u00a0: ${votes ?? '?'}`).join(', ')}
      {' – '}
      {computed === null ? (
        <Unknown>non calculable</Unknown>
      ) : (
        <Badge tone={resultWording(computed.outcome).tone}>{resultWording(computed.outcome).label}</Badge>
      )}
      {elected.length > 0 && ` ${elected.join(', ')}`}
      {basis !== null && ` (${basis})`}
      {computed?.unanimous === true && ' à l’unanimité des suffrages exprimés'}
    </p>
  );
}

function suggestionFor(outcome: BallotOutcome, computed: ComputedResult | null): string {
  const { label } = resultWording(outcome);
  const unanimous = computed?.outcome === outcome && computed.unanimous === true;
  return unanimous ? `${label} à l’unanimité des suffrages exprimés` : label;
}
