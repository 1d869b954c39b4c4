import type { Stats } from '@registre/projections';
import { Bars } from '../../charts/bars';
import { ChartCard } from '../../charts/chart-card';
import { DataTable, type Column } from '../../ui/data-table';
import { amountInEuros, plural } from '../../wording/amounts';
import { ONE_KIND } from '../../charts/kinds';

type Line = Stats['beneficiaries'][number];
const DRAWN = 10;

/** To whom subsidies were granted. */
export function SubsidiesChart({ stats }: { readonly stats: Stats }) {
  const { beneficiaries, beneficiariesLeftOut } = stats;
  const bars = beneficiaries.slice(0, DRAWN).map((line) => ({
    key: keyOf(line),
    label: `${line.beneficiary} (${line.year})`,
    counts: { all: Number(line.amount) },
    said: amountInEuros(line.amount),
  }));
  const sentence = sentenceOf(stats);
  const notes = [
    unknownOf(stats) > 0 &&
      `Subventions non renseignées\u00a0: ${plural(unknownOf(stats), 'acte adopté', 'actes adoptés')}.`,
    beneficiaries.length > DRAWN && `Le dessin montre les ${DRAWN} plus grandes.`,
    beneficiariesLeftOut > 0 &&
      `${plural(beneficiariesLeftOut, 'autre', 'autres')}, plus petites, ne sont pas dans le tableau.`,
  ].filter((note) => note !== false);
  return (
    <ChartCard
      id="subventions"
      title="Subventions accordées"
      sentence={sentence}
      notes={notes}
      drawing={bars.length > 0 && <Bars label={`Subventions. ${sentence}`} bars={bars} kinds={[ONE_KIND]} />}
      table={<SubsidiesTable lines={beneficiaries} />}
    />
  );
}

const unknownOf = ({ items }: Stats): number =>
  items.reduce((sum, { subsidies }) => sum + subsidies.unknownActs, 0);

function sentenceOf({ items }: Stats): string {
  const acts = items.reduce((sum, { subsidies }) => sum + subsidies.acts, 0);
  if (acts === 0) return 'Aucune subvention n’est enregistrée.';
  // Cents add up exactly where euros would not.
  const cents = items.reduce((sum, { subsidies }) => sum + Math.round(Number(subsidies.amount) * 100), 0);
  return `${amountInEuros((cents / 100).toFixed(2))} accordés par ${plural(acts, 'acte')}, hors actes retirés, remplacés ou annulés.`;
}

const keyOf = ({ beneficiary, year }: Line): string => `${year} ${beneficiary}`;

function SubsidiesTable({ lines }: { readonly lines: readonly Line[] }) {
  const columns: readonly Column<Line>[] = [
    { header: 'Bénéficiaire', names: true, cell: ({ beneficiary }) => beneficiary },
    { header: 'Année', numeric: true, cell: ({ year }) => year },
    { header: 'Actes', numeric: true, cell: ({ acts }) => acts },
    { header: 'Montant', numeric: true, cell: ({ amount }) => amountInEuros(amount) },
  ];
  return (
    <DataTable
      caption="Subventions par bénéficiaire"
      captionHidden
      columns={columns}
      rows={lines}
      keyOf={keyOf}
    />
  );
}
