import type { Stats } from '@registre/projections';
import { ChartCard } from '../../charts/chart-card';
import { Columns } from '../../charts/columns';
import { Legend } from '../../charts/legend';
import type { Kind } from '../../charts/looks';
import { DataTable, type Column } from '../../ui/data-table';
import { plural } from '../../wording/amounts';
import { periodWording } from '../../wording/figures';
import { OUTCOME_KINDS, outcomeColumns, outcomeCounts, used } from '../../charts/kinds';
import { byPeriod, outcomeSums } from './sums';

interface Line {
  readonly period: string;
  readonly counts: Readonly<Record<string, number>>;
}

/** What became of the affairs, by year, or by month within one. */
export function OutcomesChart({ stats }: { readonly stats: Stats }) {
  const lines = byPeriod(stats.items).map(([period, items]): Line => ({
    period,
    counts: outcomeCounts(outcomeSums(items.map(({ outcomes }) => outcomes))),
  }));
  const kinds = used(
    OUTCOME_KINDS,
    lines.map(({ counts }) => counts),
  );
  const stacks = lines.map(({ period, counts }) => ({ key: period, label: periodWording(period), counts }));
  const sentence = sentenceOf(stats);
  return (
    <ChartCard
      id="issues"
      title={stats.by === 'month' ? 'Issue des affaires, par mois' : 'Issue des affaires, par année'}
      sentence={sentence}
      notes={[
        'Une affaire reportée compte dans la séance qui la reporte, et de nouveau dans celle qui en décide.',
      ]}
      legend={<Legend kinds={kinds} />}
      drawing={
        <Columns label={`Issue des affaires. ${sentence}`} stacks={stacks} kinds={kinds} unit="affaires" />
      }
      table={<OutcomesTable lines={lines} kinds={kinds} />}
    />
  );
}

function sentenceOf({ items }: Stats): string {
  const { adopted, unanimous, divided, ...others } = outcomeSums(items.map(({ outcomes }) => outcomes));
  const all = Object.values(others).reduce((sum, count) => sum + count, adopted);
  if (all === 0) return 'Aucune affaire.';
  const unsaid = adopted - unanimous - divided;
  const how = [
    unanimous > 0 && `${unanimous.toLocaleString('fr-FR')} à l’unanimité des suffrages exprimés`,
    unsaid > 0 && `${unsaid.toLocaleString('fr-FR')} sans qu’on sache comment les voix se partagent`,
  ].filter((part) => part !== false);
  const details = how.length === 0 ? '' : `, dont ${how.join(' et ')}`;
  return `${plural(adopted, 'affaire adoptée', 'affaires adoptées')} sur ${all.toLocaleString('fr-FR')}${details}.`;
}

function OutcomesTable({
  lines,
  kinds,
}: {
  readonly lines: readonly Line[];
  readonly kinds: readonly Kind[];
}) {
  const columns: readonly Column<Line>[] = [
    { header: 'Période', names: true, cell: ({ period }) => periodWording(period) },
    ...outcomeColumns<Line>(kinds, ({ counts }) => counts),
  ];
  return (
    <DataTable
      caption="Issue des affaires"
      captionHidden
      columns={columns}
      rows={lines.toReversed()}
      keyOf={({ period }) => period}
    />
  );
}
