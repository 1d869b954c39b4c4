import type { BudgetLine } from '@registre/deliberation';
import { DataTable, type Column } from '../../ui/data-table';
import { Known } from '../../ui/unknown';
import { amountInEuros } from '../../wording/amounts';

const columns: readonly Column<BudgetLine>[] = [
  { header: 'Exercice', names: true, cell: ({ year }) => year },
  { header: 'Section', cell: ({ section }) => <Known value={section} /> },
  { header: 'Chapitre', cell: ({ chapter }) => <Known value={chapter} /> },
  { header: 'Fonction', cell: (line) => <Known value={line.function} /> },
  { header: 'Nature', cell: ({ nature }) => <Known value={nature} /> },
  { header: 'Sous-politique', cell: ({ policy }) => <Known value={policy} /> },
  { header: 'Montant', numeric: true, cell: ({ amount }) => <strong>{amountInEuros(amount)}</strong> },
];

export function BudgetTable({ lines }: { readonly lines: readonly BudgetLine[] }) {
  return (
    <DataTable
      caption="Lignes budgétaires"
      captionHidden
      columns={columns}
      rows={lines}
      keyOf={(_, index) => String(index)}
    />
  );
}
