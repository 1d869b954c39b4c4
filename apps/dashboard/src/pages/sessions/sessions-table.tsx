import type { SessionLine } from '@registre/projections';
import { Link } from 'wouter';
import { sessionAddress } from '../../addresses';
import { Badge } from '../../ui/badge';
import { DataTable, type Column } from '../../ui/data-table';
import { dateLong } from '../../wording/dates';
import { statusWording } from '../../wording/sessions';

interface Props {
  readonly authority: string;
  readonly sessions: readonly SessionLine[];
}

export function SessionsTable({ authority, sessions }: Props) {
  const columns: readonly Column<SessionLine>[] = [
    {
      header: 'Séance',
      names: true,
      cell: ({ session, date }) => <Link href={sessionAddress(authority, session)}>{dateLong(date)}</Link>,
    },
    { header: 'Instance', cell: ({ bodyName }) => bodyName },
    { header: 'État', cell: statusCell },
    { header: 'Affaires', numeric: true, cell: ({ affairs }) => affairs },
    { header: 'Décidées', numeric: true, cell: ({ decided }) => decided },
    { header: 'Origine', cell: originCell },
  ];
  return (
    <DataTable
      caption="Séances"
      captionHidden
      columns={columns}
      rows={sessions}
      keyOf={({ session }) => session}
    />
  );
}

function statusCell({ status }: SessionLine) {
  const { label, tone } = statusWording(status);
  return <Badge tone={tone}>{label}</Badge>;
}

function originCell({ record }: SessionLine) {
  if (record === null) return 'Saisie dans le registre';
  return (
    <>
      Importée <code>{record}</code>
    </>
  );
}
