import type { AffairLine } from '@registre/projections';
import { Link } from 'wouter';
import { actAddress } from '../../addresses';
import { plural } from '../../wording/amounts';
import { DataTable, type Column } from '../../ui/data-table';
import { Known } from '../../ui/unknown';
import { dateMedium } from '../../wording/dates';
import { outcomeWording } from '../../wording/outcomes';

interface Props {
  readonly authority: string;
  readonly acts: readonly AffairLine[];
}

/** Several acts bear one number: it happens, and none is hidden. */
export function ActsOfNumber({ authority, acts }: Props) {
  const columns: readonly Column<AffairLine>[] = [
    { header: 'Séance', narrow: true, cell: ({ date }) => dateMedium(date) },
    {
      header: 'Objet',
      names: true,
      cell: ({ affair, subject }) => <Link href={actAddress(authority, affair)}>{subject}</Link>,
    },
    { header: 'Instance', cell: ({ bodyName }) => bodyName },
    { header: 'Résultat', cell: ({ outcome }) => <Known value={outcome && outcomeWording(outcome).label} /> },
  ];
  return (
    <DataTable
      caption={`${plural(acts.length, 'délibération')} portent ce numéro`}
      columns={columns}
      rows={acts}
      keyOf={({ affair }) => affair}
    />
  );
}
