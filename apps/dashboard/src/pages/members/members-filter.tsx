import { useSearchParams } from 'wouter';
import type { MemberFilter, StatsFilter } from '../../api/client';
import { useAuthority, useStats } from '../../api/queries';
import { FilterForm } from '../../ui/filter-form';

interface Props {
  readonly authority: string;
  readonly filter: MemberFilter;
  readonly label: string;
}

const WHOLE: StatsFilter = { body: null, year: null, subject: null };

/** A body and a year, in the page's address. */
export function MembersFilter({ authority, filter, label }: Props) {
  const [search, setSearch] = useSearchParams();
  const { data: described } = useAuthority(authority);
  const { data: whole } = useStats(authority, WHOLE);
  const years = [...new Set(whole?.items.map(({ year }) => String(year)))];
  return (
    <FilterForm
      key={`${search.toString()} ${whole === undefined} ${described === undefined}`}
      label={label}
      choices={[
        {
          name: 'instance',
          label: 'Instance',
          value: filter.body,
          options: (described?.bodies ?? []).map(({ key, name }) => [key, name]),
        },
        { name: 'annee', label: 'Année', value: filter.year, options: years.map((year) => [year, year]) },
      ]}
      onApply={(chosen) =>
        setSearch(Object.entries(chosen).filter((entry): entry is [string, string] => entry[1] !== null))
      }
    />
  );
}
