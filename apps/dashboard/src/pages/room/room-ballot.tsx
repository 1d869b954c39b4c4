import type { AffairInSession, BallotInSession, Cell, Choice, Tally } from '@registre/deliberation';
import type { VotingView } from '@registre/projections';
import { SeatMark } from '../../voting/seat-mark';
import { shownSeats, type SeatChoice } from '../../voting/shown-seats';
import { VotesTable } from '../../voting/votes-table';
import { CandidatesTable } from '../../voting/candidates-table';
import { plural } from '../../wording/amounts';
import { CELLS, cellWording, countsWording, methodWording } from '../../wording/ballots';
import { nameOf, type Members } from '../../wording/members';
import { Elected } from './elected';
import { Proclaimed } from './proclaimed';
import { Seats } from './seats';
import styles from './room.module.css';

interface Props {
  readonly ballot: BallotInSession;
  readonly voting: VotingView | null;
  readonly affair: AffairInSession | null;
  readonly members: Members;
}

/** The vote as it comes in, one seat after another; what it gave, once that is proclaimed. */
export function RoomBallot({ ballot, voting, affair, members }: Props) {
  const live = voting?.ballot === ballot.id ? voting : null;
  const { closed } = ballot;
  const size = ballot.roll.seats?.length ?? ballot.roll.size ?? 0;
  const secret = ballot.method === 'secret';
  // Votes by name are public as they are cast; what is counted is not told before it is proclaimed.
  const isPublic = closed !== null || (ballot.method === 'roll-call' && live?.counted === null);
  const tally = isPublic ? (closed?.tally ?? live?.tally ?? null) : null;
  const candidates = tally?.candidates ?? null;
  return (
    <section className={styles.figure} aria-label="Scrutin">
      <h2>
        {affair !== null && ballot.question !== null && `${ballot.question} – `}
        {methodWording(ballot.method)}
        {ballot.round !== null && ` – ${ballot.round === 1 ? '1er' : `${ballot.round}e`} tour`}
      </h2>
      {secret && closed === null && <Signatures signed={live?.signed.length ?? 0} size={size} />}
      {size > 0 && !secret && ballot.candidates === null && (
        <Hemicycle
          ballot={ballot}
          live={isPublic ? live : null}
          tally={tally}
          size={size}
          members={members}
        />
      )}
      {candidates !== null && closed !== null && (
        <Elected candidates={candidates} closed={closed} members={members} />
      )}
      {tally !== null && candidates === null && <Counts tally={tally} />}
      {tally?.papers != null && <Papers papers={tally.papers} />}
      {closed === null && <p className={styles.voting}>{underWay(live)}</p>}
      <Proclaimed affair={affair} ballot={ballot} />
      {tally !== null && (
        <details className={styles.table}>
          <summary>Le scrutin en tableau</summary>
          {candidates === null ? (
            <VotesTable tally={tally} members={members} />
          ) : (
            <CandidatesTable candidates={candidates} members={members} />
          )}
        </details>
      )}
    </section>
  );
}

const underWay = (live: VotingView | null): string =>
  live !== null && live.counted !== null ? 'Décompte en cours' : 'Scrutin ouvert';

function Signatures({ signed, size }: { readonly signed: number; readonly size: number }) {
  return (
    <p className={styles.big}>
      {signed} / {size} <small>{signed > 1 ? 'ont voté' : 'a voté'}</small>
    </p>
  );
}

function Papers({ papers }: { readonly papers: NonNullable<Tally['papers']> }) {
  const { found, blank, nullVotes } = papers;
  const said = [
    found === null ? null : plural(found, 'bulletin'),
    blank === null ? null : plural(blank, 'blanc'),
    nullVotes === null ? null : plural(nullVotes, 'nul'),
  ];
  return <p>{said.filter((one) => one !== null).join(', ')}</p>;
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
      {CELLS.filter((cell) => tally.papers === null || tally.counts[cell] !== null).map((cell) => (
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
