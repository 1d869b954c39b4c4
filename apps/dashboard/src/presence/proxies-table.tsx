import type { Proxy } from '@registre/deliberation';
import { DataTable, type Column } from '../ui/data-table';
import { Known, Unknown } from '../ui/unknown';
import { dateMedium } from '../wording/dates';
import { MemberName } from '../ui/member-name';
import type { Members } from '../wording/members';
import { NoneLine } from './none-line';
import styles from './name-list.module.css';

interface Props {
  /** Null: not known. */
  readonly proxies: readonly Proxy[] | null;
  readonly members: Members;
}

export function ProxiesTable({ proxies, members }: Props) {
  if (proxies === null || proxies.length === 0) {
    return <NoneLine title="Pouvoirs">{proxies === null ? <Unknown /> : 'aucun'}</NoneLine>;
  }
  return (
    <div>
      <h3>
        Pouvoirs <span className={styles.count}>({proxies.length})</span>
      </h3>
      <DataTable
        caption="Pouvoirs en vigueur"
        captionHidden
        small
        columns={columnsFor(members)}
        rows={proxies}
        keyOf={({ giver, bearer }) => `${giver} ${bearer}`}
      />
    </div>
  );
}

const columnsFor = (members: Members): readonly Column<Proxy>[] => [
  { header: 'Mandant', names: true, cell: ({ giver }) => <MemberName member={giver} members={members} /> },
  {
    header: 'Mandataire',
    cell: ({ bearer }) => (bearer === null ? <Unknown /> : <MemberName member={bearer} members={members} />),
  },
  { header: 'Donné le', cell: ({ givenOn }) => <Known value={givenOn && dateMedium(givenOn)} /> },
];
