import type { Stats } from '@registre/projections';
import { Bars } from '../../charts/bars';
import { ChartCard } from '../../charts/chart-card';
import { Legend } from '../../charts/legend';
import type { Kind } from '../../charts/looks';
import { DataTable, type Column } from '../../ui/data-table';
import { plural } from '../../wording/amounts';
import { subjectWording } from '../../wording/figures';
import { OUTCOME_KINDS, outcomeColumns, outcomeCounts, used } from '../../charts/kinds';
import { OUTCOMES } from './sums';

type Line = Stats['subjects'][number];

/** What the affairs are about, by the first level of their classification. */
export function SubjectsChart({ stats: { subjects } }: { readonly stats: Stats }) {
  const counts = subjects.map(({ outcomes }) => outcomeCounts(outcomes));
  const kinds = used(OUTCOME_KINDS, counts);
  const bars = subjects.map((line, place) => ({
    key: line.classification ?? 'none',
    label: subjectWording(line.classification),
    counts: counts[place] ?? {},
    said: plural(allOf(line), 'affaire'),
  }));
  const sentence = sentenceOf(subjects);
  return (
    <ChartCard
      id="matieres"
      title="Matières"
      sentence={sentence}
      legend={<Legend kinds={kinds} />}
      drawing={<Bars label={`Matières. ${sentence}`} bars={bars} kinds={kinds} />}
      table={<SubjectsTable subjects={subjects} kinds={kinds} />}
    />
  );
}

const allOf = ({ outcomes }: Line): number => OUTCOMES.reduce((sum, outcome) => sum + outcomes[outcome], 0);

function sentenceOf(subjects: readonly Line[]): string {
  const all = subjects.reduce((sum, line) => sum + allOf(line), 0);
  const [first] = subjects
    .filter(({ classification }) => classification !== null)
    .toSorted((a, b) => allOf(b) - allOf(a));
  if (first === undefined) return `Matière non renseignée pour ${plural(all, 'affaire')}.`;
  return `${subjectWording(first.classification)}\u00a0: ${plural(allOf(first), 'affaire')} sur ${all.toLocaleString('fr-FR')}.`;
}

function SubjectsTable({
  subjects,
  kinds,
}: {
  readonly subjects: readonly Line[];
  readonly kinds: readonly Kind[];
}) {
  const columns: readonly Column<Line>[] = [
    { header: 'Matière', names: true, cell: ({ classification }) => subjectWording(classification) },
    { header: 'Affaires', numeric: true, cell: allOf },
    ...outcomeColumns<Line>(kinds, ({ outcomes }) => outcomeCounts(outcomes)),
  ];
  return (
    <DataTable
      caption="Affaires par matière"
      captionHidden
      columns={columns}
      rows={subjects}
      keyOf={({ classification }) => classification ?? 'none'}
    />
  );
}
