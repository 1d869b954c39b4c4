import type { Stats } from '@registre/projections';
import { groupsOf } from '../../charts/groups';
import { Bars } from '../../charts/bars';
import { ChartCard } from '../../charts/chart-card';
import { DataTable, type Column } from '../../ui/data-table';
import { plural } from '../../wording/amounts';
import type { Kind } from '../../charts/looks';

interface Line {
  readonly rule: string;
  readonly words: string | null;
  readonly count: number;
}

const RECORDED: Kind = { key: 'all', label: '', look: { color: '--vote-against', pattern: 'rising' } };

/** What was recorded despite a rule, by that rule. */
export function IrregularitiesChart({ stats }: { readonly stats: Stats }) {
  const lines = linesOf(stats);
  const all = lines.reduce((sum, { count }) => sum + count, 0);
  const sentence =
    all === 0
      ? 'Aucune irrégularité n’est enregistrée.'
      : `${plural(all, 'irrégularité')} à ${plural(lines.length, 'règle')}.`;
  const bars = lines.map(({ rule, words, count }) => ({
    key: rule,
    label: words ?? rule,
    counts: { all: count },
    said: count.toLocaleString('fr-FR'),
  }));
  return (
    <ChartCard
      id="irregularites"
      title="Irrégularités enregistrées, par règle"
      sentence={sentence}
      drawing={all > 0 && <Bars label={`Irrégularités. ${sentence}`} bars={bars} kinds={[RECORDED]} />}
      table={<IrregularitiesTable lines={lines} />}
    />
  );
}

function linesOf({ items }: Stats): readonly Line[] {
  const rules = groupsOf(
    items.flatMap(({ irregularities }) => irregularities),
    ({ rule }) => rule,
  );
  return [...rules]
    .map(([rule, all]) => ({
      rule,
      words: all[0]?.words ?? null,
      count: all.reduce((sum, { count }) => sum + count, 0),
    }))
    .toSorted((one, other) => other.count - one.count);
}

function IrregularitiesTable({ lines }: { readonly lines: readonly Line[] }) {
  const columns: readonly Column<Line>[] = [
    { header: 'Règle', names: true, cell: ({ words, rule }) => words ?? rule },
    { header: 'Code', cell: ({ rule }) => <code>{rule}</code> },
    { header: 'Nombre', numeric: true, cell: ({ count }) => count },
  ];
  return (
    <DataTable
      caption="Irrégularités par règle"
      captionHidden
      columns={columns}
      rows={lines}
      keyOf={({ rule }) => rule}
    />
  );
}
