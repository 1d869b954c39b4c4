import type { Stats, StatsLine } from '@registre/projections';
import { groupsOf } from '../../charts/groups';
import { Bars, type Bar } from '../../charts/bars';
import { ChartCard } from '../../charts/chart-card';
import { Legend } from '../../charts/legend';
import { DataTable, type Column } from '../../ui/data-table';
import { Known } from '../../ui/unknown';
import { plural } from '../../wording/amounts';
import { methodWording } from '../../wording/ballots';
import { rateInPercent } from '../../wording/figures';
import { NOT_COUNTED, VOTED } from '../../charts/kinds';
import { rate, turnoutSums } from './sums';

interface Line extends ReturnType<typeof turnoutSums> {
  readonly name: string;
}

const NOT_VOTED = {
  key: 'not-voted',
  label: 'n’ont pas voté',
  look: { color: '--vote-for', pattern: 'hollow' },
} as const;

/** Who took part in the ballots, by how the vote was taken. */
export function ParticipationChart({ stats }: { readonly stats: Stats }) {
  const lines = linesOf(stats.items);
  const all = turnoutSums(stats.items.map(({ participation }) => participation));
  const bars = lines.map(barOf);
  const kinds = [VOTED, NOT_VOTED, NOT_COUNTED].filter(({ key }) =>
    bars.some(({ counts }) => (counts[key] ?? 0) > 0),
  );
  const sentence = sentenceOf(all);
  const notes =
    all.unknown === 0
      ? []
      : [
          `Votants ou liste des votants non renseignés\u00a0: ${plural(all.unknown, 'scrutin')}, hors du calcul.`,
        ];
  return (
    <ChartCard
      id="participation"
      title="Participation aux scrutins"
      sentence={sentence}
      notes={[
        ...notes,
        'Qui ne prend pas part au vote n’a pas voté\u00a0; sont exprimés les votes pour et contre, ou pour un candidat.',
      ]}
      legend={<Legend kinds={kinds} />}
      drawing={<Bars label={`Participation aux scrutins. ${sentence}`} bars={bars} kinds={kinds} whole={1} />}
      table={<ParticipationTable lines={[{ name: 'Tous les scrutins', ...all }, ...lines]} />}
    />
  );
}

function linesOf(items: readonly StatsLine[]): readonly Line[] {
  const methods = groupsOf(
    items.flatMap(({ participation }) => participation.methods),
    ({ method }) => method,
  );
  return [...methods].map(([method, turnouts]) => ({
    name: capital(methodWording(method)),
    ...turnoutSums(turnouts),
  }));
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function barOf(line: Line): Bar {
  const share = rate(line.voted, line.roll);
  const counts: Bar['counts'] = share === null ? { unknown: 1 } : { voted: share, 'not-voted': 1 - share };
  const said = share === null ? 'non renseigné' : rateInPercent(share);
  return { key: line.name, label: `${line.name} (${plural(line.ballots, 'scrutin')})`, counts, said };
}

function sentenceOf({
  ballots,
  counted,
  roll,
  voted,
  expressed,
  expressedRoll,
}: ReturnType<typeof turnoutSums>): string {
  if (ballots === 0) return 'Aucun scrutin.';
  const share = rate(voted, roll);
  if (share === null) return `Nombre de votants non renseigné pour ${plural(ballots, 'scrutin')}.`;
  const ofExpressed = rate(expressed, expressedRoll);
  const more =
    ofExpressed === null ? '' : `\u00a0; ${rateInPercent(ofExpressed)} des votes possibles sont exprimés`;
  return `${rateInPercent(share)} des votants possibles ont voté, dans ${plural(counted, 'scrutin')} sur ${ballots.toLocaleString('fr-FR')}${more}.`;
}

function ParticipationTable({ lines }: { readonly lines: readonly Line[] }) {
  const columns: readonly Column<Line>[] = [
    { header: 'Mode de scrutin', names: true, cell: ({ name }) => name },
    { header: 'Scrutins', numeric: true, cell: ({ ballots }) => ballots },
    { header: 'Non renseignés', numeric: true, cell: ({ unknown }) => unknown },
    { header: 'Ont voté', numeric: true, cell: ({ roll, voted }) => <Known value={share(voted, roll)} /> },
    {
      header: 'Exprimés',
      numeric: true,
      cell: ({ expressed, expressedRoll }) => <Known value={share(expressed, expressedRoll)} />,
    },
  ];
  return (
    <DataTable
      caption="Participation par mode de scrutin"
      captionHidden
      columns={columns}
      rows={lines}
      keyOf={({ name }) => name}
    />
  );
}

function share(part: number, whole: number): string | null {
  const of = rate(part, whole);
  return of === null
    ? null
    : `${part.toLocaleString('fr-FR')} sur ${whole.toLocaleString('fr-FR')} (${rateInPercent(of)})`;
}
