import type { Stated } from '@registre/deliberation';
import { DataTable, type Column } from '../ui/data-table';
import { Badge } from '../ui/badge';
import { Known } from '../ui/unknown';
import type { PresenceLine } from './presence-lines';

interface Props {
  readonly lines: readonly PresenceLine[];
  /** Null: the source states no count at all. */
  readonly stated: Stated | null;
}

/** How many were there: counted in the lists, and as the source says, which may differ. */
export function HeadCount({ lines, stated }: Props) {
  const columns: readonly Column<PresenceLine>[] = [
    { header: 'Effectif', names: true, cell: ({ name }) => name },
    { header: 'Selon le registre', numeric: true, cell: ({ listed }) => <Known value={listed} /> },
    { header: 'Annoncé par la source', numeric: true, cell: statedCell },
  ];
  return (
    <DataTable
      caption="Effectifs"
      captionHidden
      small
      columns={stated === null ? columns.slice(0, 2) : columns}
      rows={lines}
      keyOf={({ name }) => name}
    />
  );
}

function statedCell({ listed, stated }: PresenceLine) {
  if (stated === null || listed === null || stated === listed) return <Known value={stated} />;
  return (
    <>
      <Badge tone="warning">diffère</Badge> {stated}
    </>
  );
}
