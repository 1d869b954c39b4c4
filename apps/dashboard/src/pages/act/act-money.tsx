import type { Report } from '@registre/deliberation';
import { Card } from '../../ui/card';
import { Unknown } from '../../ui/unknown';
import { BudgetTable } from './budget-table';
import { SubsidiesTable } from './subsidies-table';
import styles from './act-money.module.css';

/** What the act spends: budget lines and subsidies. */
export function ActMoney({ report }: { readonly report: Report | null }) {
  if (report === null) return null;
  const { budget, subsidies } = report;
  return (
    <Card title="Budget et subventions" id="budget">
      <div className={styles.money}>
        <Part title="Lignes budgétaires" list={budget} none="Aucune ligne budgétaire.">
          {(lines) => <BudgetTable lines={lines} />}
        </Part>
        <Part title="Subventions" list={subsidies} none="Aucune subvention.">
          {(granted) => <SubsidiesTable subsidies={granted} />}
        </Part>
      </div>
    </Card>
  );
}

interface PartProps<T> {
  readonly title: string;
  readonly list: readonly T[] | null;
  readonly none: string;
  readonly children: (list: readonly T[]) => React.ReactNode;
}

function Part<T>({ title, list, none, children }: PartProps<T>) {
  return (
    <div>
      <h3>{title}</h3>
      {list === null ? <Unknown /> : list.length === 0 ? <p>{none}</p> : children(list)}
    </div>
  );
}
