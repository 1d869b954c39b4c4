import type { MemberLine } from '@registre/projections';
import { Link, useSearchParams } from 'wouter';
import { memberAddress } from '../../addresses';
import type { MemberFilter } from '../../api/client';
import { useAuthority, useMembers } from '../../api/queries';
import { Page } from '../../shell/page';
import { DataTable, type Column } from '../../ui/data-table';
import { Empty } from '../../ui/empty';
import { Loaded } from '../../ui/loaded';
import { More } from '../../ui/more';
import { PageHead } from '../../ui/page-head';
import { Panel } from '../../ui/panel';
import { Known, Unknown } from '../../ui/unknown';
import { plural } from '../../wording/amounts';
import { rateInPercent } from '../../wording/figures';
import { MembersFilter } from './members-filter';

/** Who sits, or sat, and how they were at the séances. */
export default function MembersPage({ authority }: { readonly authority: string }) {
  const [search] = useSearchParams();
  const filter: MemberFilter = { body: search.get('instance'), year: search.get('annee') };
  const described = useAuthority(authority);
  const members = useMembers(authority, filter);
  const name = described.data?.name ?? authority;
  return (
    <Page title={`Élus – ${name}`} authority={authority} freshness={members.data?.freshness}>
      <PageHead title="Élus">
        <MembersFilter authority={authority} filter={filter} label="Filtrer les élus" />
      </PageHead>
      <Loaded query={members} what="des élus" part>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title="Aucun élu">
              <p>Personne n’est nommé dans cette sélection.</p>
            </Empty>
          ) : (
            <Panel>
              <MembersTable authority={authority} members={items} year={filter.year} />
              <More list={members} shown={`${plural(items.length, 'élu')} à l’écran`} />
            </Panel>
          )
        }
      </Loaded>
    </Page>
  );
}

interface TableProps {
  readonly authority: string;
  readonly members: readonly MemberLine[];
  readonly year: string | null;
}

function MembersTable({ authority, members, year }: TableProps) {
  const inYear = year === null ? '' : `?annee=${year}`;
  const count = (of: keyof MemberLine['sessions'], header: string): Column<MemberLine> => ({
    header,
    numeric: true,
    cell: ({ sessions }) => sessions[of],
  });
  const columns: readonly Column<MemberLine>[] = [
    {
      header: 'Élu',
      names: true,
      cell: ({ ref, name }) => <Link href={memberAddress(authority, ref) + inYear}>{name ?? ref}</Link>,
    },
    { header: 'Fonction', cell: officesCell },
    {
      header: 'Taux de présence',
      numeric: true,
      cell: ({ sessions }) => <Known value={presenceRate(sessions)} />,
    },
    count('present', 'Présent'),
    count('represented', 'Représenté'),
    count('excused', 'Excusé'),
    count('absent', 'Absent'),
    count('unknown', 'Non renseigné'),
  ];
  return (
    <DataTable
      caption="Élus, par nom"
      captionHidden
      columns={columns}
      rows={members}
      keyOf={({ ref }) => ref}
    />
  );
}

function officesCell({ mandates }: MemberLine) {
  if (mandates.length === 0) return <Unknown />;
  return mandates.map(({ body, bodyName, office, until }) => (
    <div key={body}>
      {office ?? 'Membre'}, {bodyName}
      {until !== null && ' (mandat terminé)'}
    </div>
  ));
}

function presenceRate({ present, represented, excused, absent }: MemberLine['sessions']): string | null {
  const known = present + represented + excused + absent;
  return known === 0 ? null : rateInPercent(present / known);
}
