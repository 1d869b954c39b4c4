import type { RegisterLine } from '@registre/projections';
import { Link } from 'wouter';
import { actAddress } from '../../addresses';
import { InEffect } from '../../past/in-effect';
import { Badge } from '../../ui/badge';
import type { Column } from '../../ui/data-table';
import { Known, Unknown } from '../../ui/unknown';
import { plural } from '../../wording/amounts';
import { dateMedium, instantDay } from '../../wording/dates';
import { endsTheAct, fateWording } from '../../wording/fates';
import { outcomeWording } from '../../wording/outcomes';
import styles from './register-table.module.css';

export const REGISTER_CAPTION = 'Délibérations';

/** @param on the day on which each act is to be in effect or not; null: none is asked about */
export const registerColumns = (
  authority: string,
  timezone: string,
  on: string | null,
): readonly Column<RegisterLine>[] => [
  { header: 'Date', narrow: true, width: '9.75rem', cell: ({ date }) => dateMedium(date) },
  { header: 'Numéro', width: '9rem', cell: numberCell },
  {
    header: 'Objet',
    names: true,
    cell: ({ affair, subject }) => <Link href={actAddress(authority, affair)}>{subject}</Link>,
  },
  { header: 'Instance', width: '9rem', cell: ({ bodyName }) => bodyName },
  { header: 'Résultat proclamé', width: '13rem', cell: outcomeCell },
  { header: 'Feuillet', width: '5rem', cell: ({ sheet }) => <Known value={sheet} /> },
  { header: 'Extrait', width: '8.5rem', cell: ({ certifiedAt }) => certifiedCell(certifiedAt, timezone) },
  ...(on === null ? [] : [effectColumn]),
];

/** Whether each act is in effect on the day that is asked about, which the head of the page says. */
const effectColumn: Column<RegisterLine> = {
  header: 'En vigueur',
  width: '6.5rem',
  cell: ({ inEffect }) => (inEffect === null ? null : <InEffect effect={inEffect} />),
};

function numberCell({ number, order }: RegisterLine) {
  return (
    <>
      {number === null ? <Unknown /> : <span className={styles.number}>{number}</span>}
      {order !== null && <small className={styles.order}>point {order}</small>}
    </>
  );
}

function outcomeCell({ outcome, proclaimed, irregularities, fate }: RegisterLine) {
  return (
    <div className={styles.outcome}>
      <span className={styles.badges}>
        {outcome === null ? (
          <Unknown />
        ) : (
          <Badge tone={outcomeWording(outcome).tone}>{outcomeWording(outcome).label}</Badge>
        )}
        {fate !== null && <Badge tone={endsTheAct(fate) ? 'bad' : 'warning'}>{fateWording(fate)}</Badge>}
        {irregularities > 0 && <Badge tone="warning">{plural(irregularities, 'irrégularité')}</Badge>}
      </span>
      {proclaimed !== null && <q className={styles.proclaimed}>{proclaimed}</q>}
    </div>
  );
}

function certifiedCell(certifiedAt: string | null, timezone: string) {
  if (certifiedAt === null) return <Badge tone="draft">Projet</Badge>;
  return (
    <>
      <Badge tone="good">Certifié</Badge>
      <small className={styles.order}>le {instantDay(certifiedAt, timezone)}</small>
    </>
  );
}
