import type { AffairInSession, BallotInSession, Cell, Choice, Tally } from '@registre/deliberation';
import type { VotingView } from '@registre/projections';
import { SeatMark } from '../voting/seat-mark';
import { shownSeats, type SeatChoice } from '../voting/shown-seats';
import { VotesTable } from '../voting/votes-table';
import { CandidatesTable } from '../voting/candidates-table';
import { CELLS, cellWording, countsWording, methodWording } from '../wording/ballots';
import { nameOf, type Members } from '../wording/members';
import { outcomeWording, resultWording } from '../wording/outcomes';
import { Seats } from './seats';
import styles from './room.module.css';

interface Props {
  readonly ballot: BallotInSession;
  readonly voting: VotingView | null;
  readonly affair: AffairInSession | null;
  readonly members: Members;
}

/** The vote as it comes in, one seat after another, then what it gave. */
export function RoomBallot({ ballot, voting, affair, members }: Props) {
  const live = voting?.ballot === ballot.id ? voting : null;
  const tally = ballot.closed?.tally ?? live?.tally ?? null;
  const size = ballot.roll.seats?.length ?? ballot.roll.size ?? 0;
  const secret = ballot.method === 'secret';
  return (
    <section className={styles.figure} aria-label="Scrutin">
      <h2>
        {ballot.question ?? methodWording(ballot.method)}
        {ballot.voided !== null && ' – annulé'}
      </h2>
      {size > 0 && !secret && tally?.candidates == null && (
        <Hemicycle ballot={ballot} live={live} tally={tally} size={size} members={members} />
      )}
      {secret && ballot.closed === null && (
        <p className={styles.big}>
          {live?.signed.length ?? 0} / {size} <small>ont voté</small>
        </p>
      )}
      {tally !== null && tally.candidates === null && <Counts tally={tally} />}
      <Outcome ballot={ballot} affair={affair} />
      {tally !== null && (
        <details className={styles.table}>
          <summary>Le scrutin en tableau</summary>
          {tally.candidates === null ? (
            <VotesTable tally={tally} members={members} />
          ) : (
            <CandidatesTable candidates={tally.candidates} members={members} />
          )}
        </details>
      )}
    </section>
  );
}

const CELL_OF: { readonly [choice in Choice]: Cell } = {
  for: 'for',
  against: 'against',
  abstention: 'abstentions',
  'not-taking-part': 'notTakingPart',
};

interface Drawn {
  readonly choice: SeatChoice;
  readonly name: string | null;
}

function Hemicycle({
  ballot,
  live,
  tally,
  size,
  members,
}: Pick<Props, 'ballot' | 'members'> & {
  readonly live: VotingView | null;
  readonly tally: Tally | null;
  readonly size: number;
}) {
  const seats = drawn(ballot, live, size, members);
  const said = tally === null ? 'aucun vote reçu' : countsWording(tally);
  return (
    <Seats count={seats.length} label={`Hémicycle\u00a0: ${said}`} className={styles.seats}>
      {({ x, y, radius }, seat) => {
        const { choice, name } = seats[seat] ?? { choice: 'unknown', name: null };
        const vote = choice === 'unknown' ? 'pas de vote reçu' : cellWording(choice).toLowerCase();
        const title = name === null ? vote : `${name}\u00a0: ${vote}`;
        return <SeatMark key={seat} choice={choice} x={x} y={y} radius={radius} title={title} />;
      }}
    </Seats>
  );
}

/** While votes are cast by name each seat keeps its place; once counted, those who agree sit together. */
function drawn(
  ballot: BallotInSession,
  live: VotingView | null,
  size: number,
  members: Members,
): readonly Drawn[] {
  if (ballot.closed !== null) return shownSeats(ballot, null, members)?.seats ?? [];
  const counts = live?.counted === null ? null : live?.tally.counts;
  if (counts != null) {
    const shown = CELLS.flatMap((cell) => Array.from({ length: counts[cell] ?? 0 }, () => cell));
    return Array.from({ length: size }, (_, seat) => ({ choice: shown[seat] ?? 'unknown', name: null }));
  }
  const seats = ballot.roll.seats ?? Array.from({ length: size }, () => null);
  return seats.map((one) => {
    const choice = one === null ? undefined : live?.votes[one.seat];
    return {
      choice: choice === undefined ? 'unknown' : CELL_OF[choice],
      name: one === null ? null : nameOf(members, one.seat),
    };
  });
}

function Counts({ tally }: { readonly tally: Tally }) {
  return (
    <ul className={styles.counts}>
      {CELLS.map((cell) => (
        <li key={cell}>
          <svg viewBox="-10 -10 20 20" aria-hidden="true">
            <SeatMark choice={cell} x={0} y={0} radius={9} />
          </svg>
          <strong>{tally.counts[cell] ?? '?'}</strong> {cellWording(cell).toLowerCase()}
        </li>
      ))}
    </ul>
  );
}

/** What was proclaimed; nothing before it is. */
function Outcome({ ballot, affair }: Pick<Props, 'ballot' | 'affair'>) {
  if (affair !== null && affair.outcome !== null) {
    return <p className={styles.outcome}>{affair.proclaimed ?? outcomeWording(affair.outcome).label}</p>;
  }
  const { closed } = ballot;
  if (closed === null) return <p className={styles.voting}>Scrutin ouvert</p>;
  const { outcome, proclaimed } = closed.declared;
  if (proclaimed !== null) return <p className={styles.outcome}>{proclaimed}</p>;
  return outcome === null ? null : <p className={styles.outcome}>{resultWording(outcome).label}</p>;
}
