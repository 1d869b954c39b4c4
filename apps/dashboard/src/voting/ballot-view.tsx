import type { BallotInSession, Tally } from '@registre/deliberation';
import { Badge } from '../ui/badge';
import { Facts } from '../ui/facts';
import { Known } from '../ui/unknown';
import { CELLS, methodWording, rollWording } from '../wording/ballots';
import { nameOf, type Members } from '../wording/members';
import styles from './ballot-view.module.css';
import { CandidatesTable } from './candidates-table';
import { Hemicycle } from './hemicycle';
import { NamedVotes } from './named-votes';
import { Results } from './results';
import { shownSeats } from './shown-seats';
import { VotesTable } from './votes-table';

interface Props {
  readonly ballot: BallotInSession;
  /** Above its question, where there are several. */
  readonly rank: string | null;
  readonly deciding: boolean;
  /** Members present, to draw their seats where the voters are not known. */
  readonly present: number | null;
  readonly members: Members;
}

export function BallotView({ ballot, rank, deciding, present, members }: Props) {
  return (
    <article className={styles.ballot}>
      <header>
        {rank !== null && <p className={styles.rank}>{rank}</p>}
        <h3>
          {ballot.question ?? subjectOf(ballot)} {deciding && <Badge tone="neutral">scrutin décisif</Badge>}
          {ballot.voided !== null && <Badge tone="bad">Scrutin annulé</Badge>}
        </h3>
        <p className={styles.method}>{howHeld(ballot)}</p>
      </header>
      <Votes ballot={ballot} present={present} members={members} />
      <Outcome ballot={ballot} />
      <NamedVotes ballot={ballot} members={members} />
    </article>
  );
}

function Outcome({ ballot: { closed, voided } }: Pick<Props, 'ballot'>) {
  if (voided !== null) {
    return (
      <p>
        Ce scrutin est sans effet&nbsp;: ses votes sont conservés et ne comptent pas. Motif&nbsp;:{' '}
        <Known value={voided.reason} />
      </p>
    );
  }
  if (closed === null) return <p>Le scrutin n’est pas clos.</p>;
  return (
    <Results
      computed={closed.computed}
      declared={closed.declared.outcome}
      proclaimed={closed.declared.proclaimed}
      uncounted={closed.tally.expressed === null}
    />
  );
}

function Votes({ ballot, present, members }: Pick<Props, 'ballot' | 'present' | 'members'>) {
  const tally = ballot.closed?.tally ?? null;
  const candidates = tally?.candidates ?? null;
  const shown = candidates === null ? shownSeats(ballot, present, members) : null;
  return (
    <div className={shown === null ? undefined : styles.votes}>
      {shown !== null && <Hemicycle shown={shown} tally={tally} />}
      <div>
        {candidates !== null && <CandidatesTable candidates={candidates} members={members} />}
        {candidates === null && tally !== null && <VotesTable tally={tally} members={members} linked />}
        <Facts
          facts={[
            { name: 'Votants', value: ballot.roll.size === null ? null : rollWording(ballot.roll) },
            ...papersOf(ballot),
            { name: 'Suffrages exprimés', value: tally?.expressed ?? null },
            ...(ballot.positions === null ? [] : [{ name: 'Postes à pourvoir', value: ballot.positions }]),
            { name: 'Sous la présidence de', value: ballot.chair && nameOf(members, ballot.chair) },
            ...(ballot.method !== 'secret' && nobodyNamed(tally)
              ? [{ name: 'Noms des votants', value: null }]
              : []),
          ]}
        />
      </div>
    </div>
  );
}

/** A secret ballot is held on paper: what was in the box. */
function papersOf({ method, closed }: BallotInSession) {
  if (method !== 'secret' || closed === null) return [];
  const { found = null, blank = null, nullVotes = null, blankOrNull = null } = closed.tally.papers ?? {};
  const empty =
    blank === null && nullVotes === null && blankOrNull !== null
      ? [{ name: 'Bulletins blancs ou nuls', value: blankOrNull }]
      : [
          { name: 'Bulletins blancs', value: blank },
          { name: 'Bulletins nuls', value: nullVotes },
        ];
  return [{ name: 'Bulletins trouvés', value: found }, ...empty];
}

const nobodyNamed = (tally: Tally | null): boolean =>
  tally !== null && tally.candidates === null && CELLS.every((cell) => tally.named[cell] === null);

function subjectOf({ affair, candidates }: BallotInSession): string {
  if (candidates !== null) return 'Élection';
  return affair === null ? 'Vote de la séance' : 'Vote de l’affaire';
}

function howHeld({ method, round, secrecyWaived, accounts }: BallotInSession): string {
  const tour = round === null ? [] : [round === 1 ? '1er tour' : `${round}e tour`];
  const waived = secrecyWaived === true ? ['secret levé à l’unanimité'] : [];
  const onAccounts = accounts ? ['vote des comptes'] : [];
  const said = [methodWording(method), ...tour, ...waived, ...onAccounts].join(', ');
  return said.charAt(0).toUpperCase() + said.slice(1);
}
