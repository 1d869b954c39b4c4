import type { Subsidy } from '@registre/deliberation';
import { DataTable, type Column } from '../../ui/data-table';
import { Known } from '../../ui/unknown';
import { amountInEuros, shareInPercent } from '../../wording/amounts';
import { dateMedium } from '../../wording/dates';

const columns: readonly Column<Subsidy>[] = [
  { header: 'Bénéficiaire', names: true, cell: ({ beneficiary }) => beneficiary },
  { header: 'SIRET', cell: ({ siret }) => <Known value={siret} /> },
  { header: 'RNA', cell: ({ rna }) => <Known value={rna} /> },
  {
    header: 'Convention du',
    cell: ({ agreementDate }) => <Known value={agreementDate && dateMedium(agreementDate)} />,
  },
  {
    header: 'Part du budget aidé',
    numeric: true,
    cell: ({ shareOfBudget: share }) => <Known value={share === null ? null : shareInPercent(share)} />,
  },
  { header: 'Montant', numeric: true, cell: ({ amount }) => <strong>{amountInEuros(amount)}</strong> },
];

export function SubsidiesTable({ subsidies }: { readonly subsidies: readonly Subsidy[] }) {
  return (
    <DataTable
      caption="Subventions"
      captionHidden
      columns={columns}
      rows={subsidies}
      keyOf={(_, index) => String(index)}
    />
  );
}
