import type { Cell, Tally } from '@registre/deliberation';
import { Fragment } from 'react';
import { MemberName } from '../ui/member-name';
import { CELLS, cellWording } from '../wording/ballots';
import { nameOf, type Members } from '../wording/members';
import { Unknown } from '../ui/unknown';
import { SeatMark } from './seat-mark';
import styles from './votes-table.module.css';

interface Props {
  readonly tally: Tally;
  readonly members: Members;
  /** Names lead to what is recorded of the member: not on a screen that nobody clicks on. */
  readonly linked?: boolean;
}

/** The count of each choice, and who made it where the source names them: also the key to the hemicycle. */
export function VotesTable({ tally, members, linked = false }: Props) {
  const somebodyNamed = CELLS.some((cell) => tally.named[cell] !== null);
  return (
    <table className={styles.votes}>
      <caption className="for-screen-readers">Décompte des votes</caption>
      <thead>
        <tr>
          <th scope="col">Choix</th>
          <th scope="col">Voix</th>
          {somebodyNamed && <th scope="col">Noms</th>}
        </tr>
      </thead>
      <tbody>
        {CELLS.map((cell) => (
          <tr key={cell}>
            <ChoiceHeader cell={cell} />
            <td className={styles.count}>
              <Count cell={cell} tally={tally} />
            </td>
            {somebodyNamed && <td className={styles.names}>{namesOf(cell, { tally, members, linked })}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ChoiceHeader({ cell }: { readonly cell: Cell }) {
  return (
    <th scope="row">
      <svg viewBox="-10 -10 20 20" width="14" height="14" aria-hidden="true">
        <SeatMark choice={cell} x={0} y={0} radius={9} />
      </svg>
      {cellWording(cell)}
    </th>
  );
}

function Count({ cell, tally }: { readonly cell: Cell; readonly tally: Tally }) {
  const count = tally.counts[cell];
  return (
    <>
      {count === null ? <Unknown /> : <strong>{count}</strong>}
      {tally.deduced.includes(cell) && <span className={styles.deduced}> (déduit)</span>}
    </>
  );
}

function namesOf(cell: Cell, { tally: { counts, named }, members, linked }: Required<Props>) {
  const refs = named[cell];
  if (refs !== null && refs.length > 0 && !linked) return refs.map((ref) => nameOf(members, ref)).join(', ');
  if (refs !== null && refs.length > 0) {
    return refs.map((ref, place) => (
      <Fragment key={ref}>
        {place > 0 && ', '}
        <MemberName member={ref} members={members} />
      </Fragment>
    ));
  }
  return counts[cell] === 0 ? null : <Unknown>noms non renseignés</Unknown>;
}
