import { csvHead, csvLine, type CsvColumns } from '../csv.js';
import type { Stats, StatsLine } from '../views.js';

/** One figure: what it counts, of which kind; the value null: nothing is known. */
type Figure = readonly [figure: string, category: string, value: number | string | null];

interface FigureLine {
  /** Null: of all bodies and years. */
  readonly of: StatsLine | null;
  readonly classification: string | null;
  readonly told: Figure;
}

const COLUMNS: CsvColumns<FigureLine> = {
  body: ({ of }) => of?.body ?? null,
  bodyName: ({ of }) => of?.bodyName ?? null,
  year: ({ of }) => of?.year ?? null,
  month: ({ of }) => of?.month ?? null,
  classification: ({ classification }) => classification,
  figure: ({ told: [figure] }) => figure,
  category: ({ told: [, category] }) => category,
  value: ({ told: [, , value] }) => value,
};

/**
 * The same figures, one a line, for a spreadsheet or another dashboard. What is not known is a category of its own,
 * `unknown`; a rate of which nothing is known is an empty cell. Lines of a class of subjects are of all bodies and years.
 */
export function statsCsv({ items, subjects }: Stats): string {
  const ofLines = items.flatMap((of) =>
    figuresOf(of).map((told): FigureLine => ({ of, classification: null, told })),
  );
  const ofSubjects = subjects.flatMap(({ classification, outcomes, subsidies }) =>
    [...counts('outcomes', outcomes), ...counts('subsidies', subsidies)].map((told): FigureLine => ({
      of: null,
      classification: classification ?? 'none',
      told,
    })),
  );
  return csvHead(COLUMNS) + [...ofLines, ...ofSubjects].map((line) => csvLine(COLUMNS, line)).join('');
}

function figuresOf(line: StatsLine): readonly Figure[] {
  const { methods, ...all } = line.participation;
  return [
    ...counts('sessions', line.sessions),
    ...counts('attendance', line.attendance),
    ...counts('participation', all),
    ...methods.flatMap(({ method, ...turnout }) => counts(`participation:${method ?? 'unknown'}`, turnout)),
    ...counts('outcomes', line.outcomes),
    ...line.irregularities.map(({ rule, count }): Figure => ['irregularities', rule, count]),
    ...line.delays.flatMap(({ kind, limits: _, days, ...counted }) => [
      ...counts(`delay:${kind}`, counted),
      ...days.map((one): Figure => [`days:${kind}`, String(one.days), one.count]),
    ]),
    ...counts('subsidies', line.subsidies),
  ];
}

const counts = (figure: string, of: object): readonly Figure[] =>
  Object.entries(of as Readonly<Record<string, number | string | null>>).map(([category, value]) => [
    figure,
    category,
    figure === 'subsidies' && category === 'amount' ? Number(value) : value,
  ]);
