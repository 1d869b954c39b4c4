import type { BallotOutcome, ComputedResult, Outcome } from '@registre/deliberation';
import { Notice } from '../ui/notice';
import { Unknown } from '../ui/unknown';
import { Badge } from '../ui/badge';
import { basisWording } from '../wording/ballots';
import { outcomeWording, resultWording } from '../wording/outcomes';
import styles from './results.module.css';

interface Props {
  readonly computed: (Pick<ComputedResult, 'outcome'> & Partial<ComputedResult>) | null;
  readonly declared: Outcome | BallotOutcome | null;
  readonly proclaimed: string | null;
  /** Why nothing can be computed: the votes are not known. */
  readonly uncounted?: boolean;
  /** Nothing was put to the vote: there is nothing to compute. */
  readonly unvoted?: boolean;
}

/** What follows from the votes and what was said, side by side: neither changes the other. */
export function Results({ computed, declared, proclaimed, uncounted = false, unvoted = false }: Props) {
  const differ = computed !== null && declared !== null && computed.outcome !== declared;
  return (
    <div className={styles.results}>
      {differ && <Notice tone="bad" title="Le résultat calculé et le résultat proclamé diffèrent" />}
      <dl>
        <div>
          <dt>{unvoted ? 'Issue' : 'Résultat proclamé'}</dt>
          <dd>
            {declared === null ? <Unknown>issue non renseignée</Unknown> : <Declared outcome={declared} />}
            {proclaimed !== null && <q>{proclaimed}</q>}
            {proclaimed === null && !unvoted && <Unknown>paroles non renseignées</Unknown>}
          </dd>
        </div>
        {!unvoted && (
          <div>
            <dt>Résultat calculé d’après les votes</dt>
            <dd>
              {computed === null ? (
                <Unknown>non calculable{uncounted && '\u00a0: décompte non renseigné'}</Unknown>
              ) : (
                <Computed computed={computed} />
              )}
            </dd>
          </div>
        )}
      </dl>
    </div>
  );
}

function Declared({ outcome }: { readonly outcome: Outcome | BallotOutcome }) {
  const { label, tone } =
    outcome === 'elected' || outcome === 'no-majority' ? resultWording(outcome) : outcomeWording(outcome);
  return <Badge tone={tone}>{label}</Badge>;
}

function Computed({ computed }: { readonly computed: NonNullable<Props['computed']> }) {
  const { label, tone } = resultWording(computed.outcome);
  const basis = basisWording(computed.basis);
  return (
    <>
      <Badge tone={tone}>{label}</Badge>
      {computed.unanimous === true && <span>à l’unanimité des suffrages exprimés</span>}
      {basis !== null && <span>{basis}</span>}
    </>
  );
}
