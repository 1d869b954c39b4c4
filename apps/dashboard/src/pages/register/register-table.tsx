import type { RegisterLine } from '@registre/projections';
import { Link } from 'wouter';
import { actAddress } from '../../addresses';
import { Badge } from '../../ui/badge';
import { DataTable, type Column } from '../../ui/data-table';
import { Known, Unknown } from '../../ui/unknown';
import { plural } from '../../wording/amounts';
import { dateMedium, instantDay } from '../../wording/dates';
import { endsTheAct, fateWording } from '../../wording/fates';
import { outcomeWording } from '../../wording/outcomes';
import styles from './register-table.module.css';

interface Props {
  readonly authority: string;
  readonly lines: readonly RegisterLine[];
  readonly timezone: string;
}

export function RegisterTable({ authority, lines, timezone }: Props) {
  const columns: readonly Column<RegisterLine>[] = [
    { header: 'Date', narrow: true, cell: ({ date }) => dateMedium(date) },
    { header: 'Numéro', cell: numberCell },
    {
      header: 'Objet',
      names: true,
      cell: ({ affair, subject }) => <Link href={actAddress(authority, affair)}>{subject}</Link>,
    },
    { header: 'Instance', cell: ({ bodyName }) => bodyName },
    { header: 'Résultat proclamé', cell: outcomeCell },
    { header: 'Feuillet', narrow: true, cell: ({ sheet }) => <Known value={sheet} /> },
    { header: 'Extrait', cell: ({ certifiedAt }) => certifiedCell(certifiedAt, timezone) },
  ];
  return (
    <DataTable
      caption="Délibérations dans l’ordre du registre"
      captionHidden
      columns={columns}
      rows={lines}
      keyOf={({ affair }) => affair}
    />
  );
}

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
