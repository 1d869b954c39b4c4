import type { BodyView, Stats } from '@registre/projections';
import { Link, useSearchParams } from 'wouter';
import { membersAddress } from '../../addresses';
import { statsAddress, type StatsFilter } from '../../api/client';
import { useAuthority, useStats } from '../../api/queries';
import { Page } from '../../shell/page';
import { Empty } from '../../ui/empty';
import { FilterForm, type FilterChoice } from '../../ui/filter-form';
import { Loaded } from '../../ui/loaded';
import { PageHead } from '../../ui/page-head';
import { subjectWording } from '../../wording/figures';
import { AttendanceChart } from './attendance';
import { DelayCharts } from './delays';
import styles from './figures.module.css';
import { IrregularitiesChart } from './irregularities';
import { LateTable } from './late-table';
import { OutcomesChart } from './outcomes';
import { ParticipationChart } from './participation';
import { SubjectsChart } from './subjects';
import { SubsidiesChart } from './subsidies';
import { Summary } from './summary';

/** So few séances need half the width only. */
const FEW = 5;
const WHOLE: StatsFilter = { body: null, year: null, subject: null };

/** The register in figures: what is public of the séances that are over. */
export default function FiguresPage({ authority }: { readonly authority: string }) {
  const [search, setSearch] = useSearchParams();
  const filter: StatsFilter = {
    body: search.get('instance'),
    year: search.get('annee'),
    subject: search.get('matiere'),
  };
  const described = useAuthority(authority);
  const stats = useStats(authority, filter);
  const whole = useStats(authority, WHOLE);
  const apply = (chosen: { readonly [name: string]: string | null }) =>
    setSearch(Object.entries(chosen).filter((entry): entry is [string, string] => entry[1] !== null));
  const name = described.data?.name ?? authority;
  return (
    <Page title={`Chiffres – ${name}`} authority={authority} freshness={stats.data?.freshness}>
      <PageHead title="Chiffres">
        <FilterForm
          key={`${search.toString()} ${whole.data === undefined}`}
          label="Filtrer les chiffres"
          choices={choicesOf(described.data?.bodies ?? [], whole.data, filter)}
          onApply={apply}
        />
      </PageHead>
      <p className={styles.files}>
        <Link href={membersAddress(authority)}>Élus</Link>
        <a href={statsAddress(authority, filter)} download>
          Tous ces chiffres (CSV)
        </a>
      </p>
      <Loaded query={stats} what="des chiffres" part>
        {(figures) => <Figures authority={authority} stats={figures} filter={filter} />}
      </Loaded>
    </Page>
  );
}

/** What there is to choose from, in everything that is counted. */
function choicesOf(
  bodies: readonly BodyView[],
  whole: Stats | undefined,
  filter: StatsFilter,
): readonly FilterChoice[] {
  const years = [...new Set(whole?.items.map(({ year }) => String(year)))];
  const subjects = (whole?.subjects ?? []).map(
    ({ classification }) => [classification ?? 'none', subjectWording(classification)] as const,
  );
  return [
    {
      name: 'instance',
      label: 'Instance',
      value: filter.body,
      options: bodies.map(({ key, name }) => [key, name]),
    },
    { name: 'annee', label: 'Année', value: filter.year, options: years.map((year) => [year, year]) },
    { name: 'matiere', label: 'Matière', value: filter.subject, options: subjects },
  ];
}

interface Props {
  readonly authority: string;
  readonly stats: Stats;
  readonly filter: StatsFilter;
}

function Figures({ authority, stats, filter }: Props) {
  if (stats.items.length === 0) {
    return (
      <Empty title="Rien à compter">
        <p>
          {Object.values(filter).some((one) => one !== null)
            ? 'Aucune séance close n’est dans cette sélection.'
            : 'Les chiffres viennent des séances closes, et il n’y en a pas encore.'}
        </p>
      </Empty>
    );
  }
  return (
    <>
      {filter.subject !== null && (
        <p>
          Matière choisie&nbsp;: {subjectWording(filter.subject === 'none' ? null : filter.subject)}. Les
          affaires, leurs scrutins et leurs délais sont de cette matière&nbsp;; les séances et les présences
          sont de toutes.
        </p>
      )}
      <Summary stats={stats} />
      <div className={styles.grid}>
        <div className={stats.sessions.length > FEW ? styles.wide : undefined}>
          <AttendanceChart authority={authority} stats={stats} />
        </div>
        <OutcomesChart stats={stats} />
        <SubjectsChart stats={stats} />
        <ParticipationChart stats={stats} />
        <DelayCharts stats={stats} />
        <IrregularitiesChart stats={stats} />
        <SubsidiesChart stats={stats} />
        <div className={styles.wide}>
          <LateTable authority={authority} stats={stats} />
        </div>
      </div>
    </>
  );
}
