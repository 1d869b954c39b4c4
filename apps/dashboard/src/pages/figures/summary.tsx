import type { Stats } from '@registre/projections';
import { Known } from '../../ui/unknown';
import { plural } from '../../wording/amounts';
import { DELAY_KINDS, rateInPercent } from '../../wording/figures';
import styles from './figures.module.css';
import { attendanceSums, delaySums, known, outcomeSums, rate, sessionSums, turnoutSums } from './sums';

interface Figure {
  readonly name: string;
  /** Null: not known. */
  readonly value: string | null;
  readonly more: string;
}

/** The figures that one looks for first. */
export function Summary({ stats }: { readonly stats: Stats }) {
  return (
    <dl className={styles.summary}>
      {figuresOf(stats).map(({ name, value, more }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className={styles.value}>
            <Known value={value} />
          </dd>
          {more !== '' && <dd className={styles.more}>{more}</dd>}
        </div>
      ))}
    </dl>
  );
}

function figuresOf({ items }: Stats): readonly Figure[] {
  const sessions = sessionSums(items);
  const seats = attendanceSums(items);
  const turnout = turnoutSums(items.map(({ participation }) => participation));
  const outcomes = outcomeSums(items.map(({ outcomes: one }) => one));
  const delays = DELAY_KINDS.map((kind) => delaySums(items, kind));
  const late = delays.reduce((sum, one) => sum + one.late + one.overdue, 0);
  const told = delays.reduce((sum, { inTime }) => sum + inTime, late);
  return [
    {
      name: sessions.held > 1 ? 'séances tenues' : 'séance tenue',
      value: sessions.held.toLocaleString('fr-FR'),
      more: sessionsMore(sessions),
    },
    {
      name: 'de présents',
      value: percentOf(seats.present, known(seats)),
      more:
        seats.unknown > 0
          ? `${plural(seats.unknown, 'siège')} non renseigné${seats.unknown > 1 ? 's' : ''}`
          : '',
    },
    {
      name: 'des votants possibles ont voté',
      value: percentOf(turnout.voted, turnout.roll),
      more:
        turnout.unknown > 0
          ? `${plural(turnout.unknown, 'scrutin')} non renseigné${turnout.unknown > 1 ? 's' : ''}`
          : '',
    },
    {
      name: outcomes.adopted > 1 ? 'affaires adoptées' : 'affaire adoptée',
      value: outcomes.adopted.toLocaleString('fr-FR'),
      more: `${plural(outcomes.rejected, 'rejetée')}, ${plural(outcomes.postponed, 'reportée')}`,
    },
    {
      name: 'hors du délai légal',
      value: told === 0 ? null : late.toLocaleString('fr-FR'),
      more: told === 0 ? '' : `sur ${told.toLocaleString('fr-FR')} dont la loi fixe le délai`,
    },
  ];
}

function sessionsMore({
  notQuorate,
  secondConvocation,
  secondConvocationUnknown,
}: ReturnType<typeof sessionSums>): string {
  return [
    notQuorate > 0 && `${notQuorate.toLocaleString('fr-FR')} sans quorum`,
    secondConvocation > 0 && `${secondConvocation.toLocaleString('fr-FR')} sur seconde convocation`,
    secondConvocationUnknown > 0 &&
      `seconde convocation non renseignée pour ${secondConvocationUnknown.toLocaleString('fr-FR')}`,
  ]
    .filter((part) => part !== false)
    .join(', ');
}

function percentOf(part: number, whole: number): string | null {
  const share = rate(part, whole);
  return share === null ? null : rateInPercent(share);
}
