import type { DelayKind, Stats } from '@registre/projections';
import { ChartCard } from '../../charts/chart-card';
import { DaysHistogram } from '../../charts/days-histogram';
import { Legend } from '../../charts/legend';
import { DataTable, type Column } from '../../ui/data-table';
import { plural } from '../../wording/amounts';
import { DELAY_KINDS, delayWording } from '../../wording/figures';
import { BEYOND, WITHIN } from '../../charts/kinds';
import { delaySums, type DelaySums } from './sums';

/** How long what follows a séance took, one drawing for each. */
export function DelayCharts({ stats }: { readonly stats: Stats }) {
  return DELAY_KINDS.map((kind) => ({ kind, sums: delaySums(stats.items, kind) }))
    .filter(({ sums }) => allOf(sums) > 0)
    .map(({ kind, sums }) => <DelayChart key={kind} kind={kind} sums={sums} />);
}

const allOf = ({ inTime, late, withoutLimit, overdue, pending, unknown }: DelaySums): number =>
  inTime + late + withoutLimit + overdue + pending + unknown;

function DelayChart({ kind, sums }: { readonly kind: DelayKind; readonly sums: DelaySums }) {
  const { title } = delayWording(kind);
  const sentence = sentenceOf(kind, sums);
  const limits = sums.limits.map(({ days, article, onlyIfIndividual }) => ({
    days,
    label: onlyIfIndividual ? `${days} j (décisions individuelles)` : `${days} j (${article})`,
    isPartial: onlyIfIndividual,
  }));
  return (
    <ChartCard
      id={`delai-${kind}`}
      title={title}
      sentence={sentence}
      notes={notesOf(sums)}
      legend={limits.length > 0 && sums.days.length > 0 && <Legend kinds={[WITHIN, BEYOND]} />}
      drawing={
        sums.days.length > 0 && (
          <DaysHistogram
            label={`${title}. ${sentence}`}
            days={sums.days}
            limits={limits}
            within={WITHIN}
            beyond={BEYOND}
          />
        )
      }
      table={<DelayTable title={title} sums={sums} />}
    />
  );
}

function sentenceOf(kind: DelayKind, sums: DelaySums): string {
  const { of, dated: datedOne } = delayWording(kind);
  const dated = sums.days.reduce((sum, { count }) => sum + count, 0);
  if (dated === 0) return `Aucun jour n’est renseigné, pour ${plural(allOf(sums), of)}.`;
  const middle = `la moitié en ${plural(medianOf(sums), 'jour')} au plus`;
  const binding = sums.limits.some(({ onlyIfIndividual }) => !onlyIfIndividual);
  if (!binding) {
    const all = plural(dated, datedOne, datedOne.replace(/(\S)( |$)/g, '$1s$2'));
    return `Sur ${all}, ${middle}.`;
  }
  const told = sums.inTime + sums.late + sums.overdue;
  return `${plural(sums.inTime, of)} dans le délai sur ${told.toLocaleString('fr-FR')}, ${middle}.`;
}

/** In how many days half of them were done. */
function medianOf({ days }: DelaySums): number {
  const half = days.reduce((sum, { count }) => sum + count, 0) / 2;
  let before = 0;
  return days.find(({ count }) => (before += count) >= half)?.days ?? 0;
}

function notesOf({ overdue, pending, unknown, limits }: DelaySums): readonly string[] {
  return [
    overdue > 0 &&
      `Non enregistré comme fait, et le délai est passé\u00a0: ${overdue.toLocaleString('fr-FR')}.`,
    pending > 0 && `Non enregistré comme fait\u00a0: ${pending.toLocaleString('fr-FR')}.`,
    unknown > 0 && `Non renseigné\u00a0: ${unknown.toLocaleString('fr-FR')}.`,
    limits.length === 0 && 'La loi n’y met pas de délai, ou il n’est pas connu pour cette collectivité.',
    limits.some(({ onlyIfIndividual }) => onlyIfIndividual) &&
      'Le délai ne lie que les décisions individuelles, et le registre ne dit pas lesquelles en sont.',
  ].filter((note) => note !== false);
}

interface Line {
  readonly name: string;
  readonly count: number;
}

function DelayTable({ title, sums }: { readonly title: string; readonly sums: DelaySums }) {
  const lines: readonly Line[] = [
    ...sums.days.map(({ days, count }) => ({ name: plural(days, 'jour'), count })),
    { name: 'Non fait, délai passé', count: sums.overdue },
    { name: 'Non fait', count: sums.pending },
    { name: 'Non renseigné', count: sums.unknown },
  ];
  const columns: readonly Column<Line>[] = [
    { header: 'Fait en', names: true, cell: ({ name }) => name },
    { header: 'Nombre', numeric: true, cell: ({ count }) => count },
  ];
  return (
    <DataTable
      caption={title}
      captionHidden
      small
      columns={columns}
      rows={lines}
      keyOf={({ name }) => name}
    />
  );
}
