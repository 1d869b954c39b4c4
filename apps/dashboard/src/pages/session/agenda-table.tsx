import type { AffairInSession, SessionState } from '@registre/deliberation';
import { Link } from 'wouter';
import { actAddress } from '../../addresses';
import { Badge } from '../../ui/badge';
import { DataTable, type Column } from '../../ui/data-table';
import { Known, Unknown } from '../../ui/unknown';
import { plural } from '../../wording/amounts';
import { countsWording, uncounted } from '../../wording/ballots';
import { outcomeWording } from '../../wording/outcomes';
import styles from './agenda-table.module.css';

interface Props {
  readonly authority: string;
  readonly state: SessionState;
}

/** The agenda, and what became of each affair. */
export function AgendaTable({ authority, state }: Props) {
  const columns: readonly Column<AffairInSession>[] = [
    { header: 'Point', numeric: true, narrow: true, cell: ({ order }) => <Known value={order} /> },
    {
      header: 'Objet',
      names: true,
      cell: ({ id, subject }) => <Link href={actAddress(authority, id)}>{subject}</Link>,
    },
    { header: 'Issue', cell: (affair) => outcomeCell(affair, state) },
    { header: 'Votes', cell: ({ id }) => votesCell(id, state) },
  ];
  if (state.affairs.length === 0) return <p>Aucune affaire n’est inscrite à l’ordre du jour.</p>;
  return (
    <DataTable
      caption="Ordre du jour"
      captionHidden
      columns={columns}
      rows={state.affairs}
      keyOf={({ id }) => id}
    />
  );
}

function outcomeCell({ id, outcome, outcomeReason, proclaimed }: AffairInSession, state: SessionState) {
  const irregular = state.irregularities.filter(({ affair }) => affair === id).length;
  return (
    <div className={styles.outcome}>
      {outcome === null ? (
        <Unknown />
      ) : (
        <Badge tone={outcomeWording(outcome).tone}>{outcomeWording(outcome).label}</Badge>
      )}
      {irregular > 0 && <Badge tone="bad">{plural(irregular, 'irrégularité')}</Badge>}
      {outcomeReason !== null && <small>{outcomeReason}</small>}
      {proclaimed !== null && <q>{proclaimed}</q>}
    </div>
  );
}

function votesCell(affair: string, { ballots }: SessionState) {
  const held = ballots.filter((ballot) => ballot.affair === affair && ballot.voided === null);
  const [only, ...others] = held;
  if (only === undefined) return 'sans scrutin';
  if (others.length > 0) return plural(held.length, 'scrutin');
  if (only.closed === null) return 'scrutin en cours';
  const counts = countsWording(only.closed.tally);
  return uncounted(only.closed.tally) ? <Unknown>{counts}</Unknown> : counts;
}
