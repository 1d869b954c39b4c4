import type { SessionFiguresLine, Stats } from '@registre/projections';
import { Link } from 'wouter';
import { sessionAddress } from '../../addresses';
import { ChartCard } from '../../charts/chart-card';
import { Columns, type Stack } from '../../charts/columns';
import { Legend } from '../../charts/legend';
import { DataTable, type Column } from '../../ui/data-table';
import { Known } from '../../ui/unknown';
import { plural } from '../../wording/amounts';
import { dateMedium } from '../../wording/dates';
import { rateInPercent } from '../../wording/figures';
import { SEAT_KINDS, used } from '../../charts/kinds';
import { attendanceSums, known, rate } from './sums';

interface Props {
  readonly authority: string;
  readonly stats: Stats;
}

/** Who sat, séance by séance. */
export function AttendanceChart({ authority, stats }: Props) {
  const { sessions } = stats;
  const counts = sessions.map(({ attendance }) => ({ ...seatCounts(attendance) }));
  const kinds = used(SEAT_KINDS, counts);
  const stacks = sessions.map((one, place): Stack => ({
    key: one.session,
    label: shortDate(one.date),
    counts: counts[place] ?? {},
  }));
  const sentence = sentenceOf(stats);
  return (
    <ChartCard
      id="presence"
      title="Présence aux séances"
      sentence={sentence}
      notes={notesOf(stats)}
      legend={<Legend kinds={kinds} />}
      drawing={
        <Columns label={`Présence aux séances. ${sentence}`} stacks={stacks} kinds={kinds} unit="sièges" />
      }
      table={<AttendanceTable authority={authority} sessions={sessions} />}
    />
  );
}

const seatCounts = ({
  present,
  represented,
  excused,
  absent,
  unknown,
}: SessionFiguresLine['attendance']) => ({
  present,
  represented,
  excused,
  absent,
  unknown,
});

function sentenceOf({ items }: Stats): string {
  const seats = attendanceSums(items);
  const share = rate(seats.present, known(seats));
  if (share === null) return 'Personne ne dit qui était présent aux séances.';
  return `${rateInPercent(share)} de présents\u00a0: ${seats.present.toLocaleString('fr-FR')} sur les ${plural(known(seats), 'siège')} dont on sait ce qu’il en fut.`;
}

function notesOf({ items, sessions, sessionsLeftOut }: Stats): readonly string[] {
  const { unknown, inOfficeUnknown, remote, modeUnknown, present } = attendanceSums(items);
  const notes = [
    'Est présent qui est venu, même en cours de séance\u00a0; est représenté qui n’est pas venu et a donné pouvoir.',
  ];
  if (new Set(sessions.map(({ body }) => body)).size > 1) {
    notes.push('Plusieurs instances, de tailles différentes\u00a0: le filtre en montre une seule.');
  }
  if (unknown > 0) notes.push(`Présence non renseignée\u00a0: ${plural(unknown, 'siège')}, hors du calcul.`);
  if (inOfficeUnknown > 0) {
    notes.push(
      `Nombre de membres en exercice non renseigné pour ${plural(inOfficeUnknown, 'séance')}\u00a0: seuls les sièges nommés y sont comptés.`,
    );
  }
  if (remote > 0) notes.push(`À distance\u00a0: ${remote.toLocaleString('fr-FR')} présents.`);
  if (modeUnknown > 0) {
    const all =
      modeUnknown === present ? 'tous les présents' : `${modeUnknown.toLocaleString('fr-FR')} présents`;
    notes.push(`Dans la salle ou à distance\u00a0: non renseigné pour ${all}.`);
  }
  if (sessionsLeftOut > 0) {
    notes.push(
      `Le dessin montre les dernières séances\u00a0; ${plural(sessionsLeftOut, 'séance antérieure', 'séances antérieures')} n’y sont pas.`,
    );
  }
  return notes;
}

/** `2023-05-04` → « 04/05/23 ». */
const shortDate = (date: string): string => {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${day}/${month}/${year.slice(2)}`;
};

function AttendanceTable({
  authority,
  sessions,
}: {
  readonly authority: string;
  readonly sessions: Stats['sessions'];
}) {
  const count = (of: keyof ReturnType<typeof seatCounts>, header: string): Column<SessionFiguresLine> => ({
    header,
    numeric: true,
    cell: ({ attendance }) => attendance[of],
  });
  const columns: readonly Column<SessionFiguresLine>[] = [
    {
      header: 'Séance',
      names: true,
      cell: ({ session, date, bodyName }) => (
        <Link href={sessionAddress(authority, session)}>
          {bodyName}, {dateMedium(date)}
        </Link>
      ),
    },
    { header: 'En exercice', numeric: true, cell: ({ inOffice }) => <Known value={inOffice} /> },
    count('present', 'Présents'),
    count('represented', 'Représentés'),
    count('excused', 'Excusés'),
    count('absent', 'Absents'),
    count('unknown', 'Non renseigné'),
    {
      header: 'Taux',
      numeric: true,
      cell: ({ attendance }) => (
        <Known value={attendance.rate === null ? null : rateInPercent(attendance.rate)} />
      ),
    },
  ];
  return (
    <DataTable
      caption="Présence, séance par séance"
      captionHidden
      columns={columns}
      rows={sessions.toReversed()}
      keyOf={({ session }) => session}
    />
  );
}
