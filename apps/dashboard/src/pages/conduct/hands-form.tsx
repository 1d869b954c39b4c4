import type { BallotInSession, Cell } from '@registre/deliberation';
import { CountField, countIn } from '../../ui/field';
import { MembersPicker, type Choosable } from '../../ui/member-picker';
import { plural } from '../../wording/amounts';
import { cellWording } from '../../wording/ballots';
import { CandidateCounts, candidatesIn, type CandidateDigits } from './candidate-counts';
import { useDraft } from '../../commands/draft';
import { useSeance } from './seance';
import styles from './conduct.module.css';

const MINORITY = ['against', 'abstentions', 'notTakingPart'] as const satisfies readonly Cell[];
type Minority = (typeof MINORITY)[number];

interface Draft {
  readonly byName: boolean;
  readonly counts: { readonly [cell in Minority]: string };
  readonly named: { readonly [cell in Minority]: readonly string[] };
  readonly candidates: CandidateDigits;
}

const EMPTY: Draft = {
  byName: false,
  counts: { against: '0', abstentions: '0', notTakingPart: '0' },
  named: { against: [], abstentions: [], notTakingPart: [] },
  candidates: {},
};

/** A show of hands: those who are few are counted or named, the rest voted for. */
export function HandsForm({ ballot }: { readonly ballot: BallotInSession }) {
  const { commands, board, sitting } = useSeance();
  const name = `mains.${board.session}.${ballot.id}`;
  const [draft, change] = useDraft<Draft>(name, EMPTY);
  const onRoll = new Set(ballot.roll.seats?.map(({ seat }) => seat));
  const voters = onRoll.size === 0 ? sitting : sitting.filter(({ ref }) => onRoll.has(ref));
  const election = ballot.candidates !== null;
  const numbers = numbersIn(draft);
  const rest =
    ballot.roll.size === null ? null : ballot.roll.size - numbers.reduce((sum, one) => sum + one, 0);
  const submit = () => {
    if (!election && rest !== null && rest < 0) return;
    commands.run({
      path: ['ballots', ballot.id, 'hands'],
      body: bodyOf(draft, ballot),
      label: 'le décompte',
      whatever: true,
      clears: [name],
    });
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {election ? (
        <CandidateCounts
          candidates={ballot.candidates ?? []}
          digits={draft.candidates}
          onChange={(candidates) => change({ ...draft, candidates })}
        />
      ) : (
        <>
          <MinorityCells draft={draft} change={change} voters={voters} />
          <Arithmetic size={ballot.roll.size} rest={rest} numbers={numbers} />
        </>
      )}
      <div>
        <button type="submit" className="button button-main" aria-disabled={rest !== null && rest < 0}>
          Enregistrer le décompte
        </button>
      </div>
    </form>
  );
}

const numbersIn = ({ byName, counts, named }: Draft): readonly number[] =>
  MINORITY.map((cell) => (byName ? named[cell].length : (countIn(counts[cell]) ?? 0)));

function bodyOf({ byName, counts, named, candidates }: Draft, ballot: BallotInSession): object {
  if (ballot.candidates !== null) return { candidates: candidatesIn(ballot.candidates, candidates) };
  const rest = ballot.roll.size === null || !ballot.roll.exact ? {} : { restFor: 'for' };
  if (byName) return { named, ...rest };
  return { counts: Object.fromEntries(MINORITY.map((cell) => [cell, countIn(counts[cell])])), ...rest };
}

interface Sum {
  readonly size: number | null;
  /** Those who are left: they voted for. */
  readonly rest: number | null;
  readonly numbers: readonly number[];
}

function Arithmetic({ size, rest, numbers: [against = 0, abstentions = 0, npp = 0] }: Sum) {
  if (size === null || rest === null) return null;
  if (rest < 0) {
    return (
      <p className={styles.sum} data-wrong="true" role="status">
        {against + abstentions + npp} voix pour {plural(size, 'votant')}&nbsp;: il y en a {-rest} de trop.
      </p>
    );
  }
  return (
    <p className={styles.sum} role="status">
      {size} votants = <strong>{rest} pour</strong> + {against} contre + {plural(abstentions, 'abstention')} +{' '}
      {npp} ne prenant pas part au vote. Suffrages exprimés&nbsp;: {rest} + {against} = {rest + against}.
    </p>
  );
}

interface MinorityProps {
  readonly draft: Draft;
  readonly change: (draft: Draft) => void;
  readonly voters: readonly Choosable[];
}

function MinorityCells({ draft, change, voters }: MinorityProps) {
  return (
    <>
      <label className={styles.choice}>
        <input
          type="checkbox"
          checked={draft.byName}
          onChange={(event) => change({ ...draft, byName: event.target.checked })}
        />
        Nommer la minorité
      </label>
      <div className={draft.byName ? styles.form : styles.cells}>
        {MINORITY.map((cell) =>
          draft.byName ? (
            <MembersPicker
              key={cell}
              label={cellWording(cell)}
              members={voters}
              value={draft.named[cell]}
              onChange={(refs) => change({ ...draft, named: { ...draft.named, [cell]: refs } })}
            />
          ) : (
            <CountField
              key={cell}
              label={cellWording(cell)}
              value={draft.counts[cell]}
              onChange={(digits) => change({ ...draft, counts: { ...draft.counts, [cell]: digits } })}
            />
          ),
        )}
      </div>
    </>
  );
}
