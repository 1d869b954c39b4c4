import type { Movement } from '@registre/deliberation';
import type { ReactNode } from 'react';
import { DataTable, type Column } from '../ui/data-table';
import { Known, Unknown } from '../ui/unknown';
import { When } from '../ui/when';
import { MemberName } from '../ui/member-name';
import type { Members } from '../wording/members';

interface Props {
  /** Null: not known. */
  readonly movements: readonly Movement[] | null;
  readonly members: Members;
  /** How the affair under discussion is named. */
  readonly affairName: (id: string) => ReactNode;
}

/** Arrivals and departures: why the number of voters changed, and when. */
export function MovementsTable({ movements, members, affairName }: Props) {
  const columns: readonly Column<Movement>[] = [
    { header: 'Membre', names: true, cell: ({ member }) => <MemberName member={member} members={members} /> },
    { header: 'Mouvement', cell: ({ kind }) => (kind === 'arrived' ? 'Arrivée' : 'Départ') },
    { header: 'Quand', cell: ({ at }) => <When at={at} /> },
    {
      header: 'Pendant ou après',
      cell: ({ affair }) => (affair === null ? <Unknown /> : affairName(affair)),
    },
    { header: 'Motif', cell: ({ reason }) => <Known value={reason} /> },
  ];
  if (movements === null) {
    return (
      <p>
        <Unknown />
      </p>
    );
  }
  if (movements.length === 0) return <p>Aucune arrivée ni aucun départ en cours de séance.</p>;
  return (
    <DataTable
      caption="Arrivées et départs"
      captionHidden
      columns={columns}
      rows={movements}
      keyOf={(_, index) => String(index)}
    />
  );
}
