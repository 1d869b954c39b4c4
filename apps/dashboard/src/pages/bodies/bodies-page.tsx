import type { AuthorityView, BodyView } from '@registre/projections';
import { useState } from 'react';
import { Link } from 'wouter';
import { bodyAddress, rulesAddress } from '../../addresses';
import { useRights } from '../../api/may';
import { useAuthority } from '../../api/queries';
import { Page } from '../../shell/page';
import { Card } from '../../ui/card';
import { DataTable, type Column } from '../../ui/data-table';
import { Dialog } from '../../ui/dialog';
import { Facts } from '../../ui/facts';
import { Loaded } from '../../ui/loaded';
import { PageHead } from '../../ui/page-head';
import { Unknown } from '../../ui/unknown';
import { plural } from '../../wording/amounts';
import { authorityKindWording, bodyKindWording } from '../../wording/bodies';
import { todayIn } from '../../wording/dates';
import { ConstituteForm } from './constitute-form';
import { DescribeForm } from './describe-form';
import { inOfficeOn } from './seats';

/** The assemblies of an authority, and the authority itself. */
export default function BodiesPage({ authority }: { readonly authority: string }) {
  const described = useAuthority(authority);
  return (
    <Page
      title={`Instances – ${described.data?.name ?? authority}`}
      authority={authority}
      freshness={described.data?.freshness}
    >
      <Loaded query={described} what="des instances">
        {(view) => <Bodies view={view} />}
      </Loaded>
    </Page>
  );
}

function Bodies({ view }: { readonly view: AuthorityView }) {
  const may = useRights(view.key);
  const [asked, ask] = useState<'body' | 'description' | null>(null);
  const done = () => ask(null);
  return (
    <>
      <PageHead title="Instances">
        {may('POST /api/v1/:authority/bodies') && (
          <button type="button" className="button button-main" onClick={() => ask('body')}>
            Constituer une instance…
          </button>
        )}
      </PageHead>
      <Card title="Assemblées">
        {view.bodies.length === 0 ? (
          <p>Aucune instance n’est constituée.</p>
        ) : (
          <BodiesTable authority={view.key} bodies={view.bodies} today={todayIn(view.timezone)} />
        )}
      </Card>
      <Card
        title="La collectivité"
        aside={
          may('POST /api/v1/:authority/description') && (
            <button type="button" className="button" onClick={() => ask('description')}>
              Modifier la description…
            </button>
          )
        }
      >
        <Description view={view} />
        <p>
          <Link href={rulesAddress(view.key)}>Règles appliquées à ses séances</Link>
        </p>
      </Card>
      <Dialog open={asked === 'body'} title="Constituer une instance" onClose={done}>
        <ConstituteForm authority={view.key} done={done} />
      </Dialog>
      <Dialog open={asked === 'description'} title="Décrire la collectivité" onClose={done}>
        <DescribeForm view={view} done={done} />
      </Dialog>
    </>
  );
}

interface TableProps {
  readonly authority: string;
  readonly bodies: readonly BodyView[];
  readonly today: string;
}

function BodiesTable({ authority, bodies, today }: TableProps) {
  const columns: readonly Column<BodyView>[] = [
    {
      header: 'Instance',
      names: true,
      cell: ({ key, name }) => (
        <>
          <Link href={bodyAddress(authority, key)}>{name}</Link> <code>{key}</code>
        </>
      ),
    },
    { header: 'Nature', cell: ({ kind }) => bodyKindWording(kind) },
    {
      header: 'Membres en exercice',
      cell: ({ seats }) =>
        seats.length === 0 ? <Unknown /> : plural(inOfficeOn(seats, today).length, 'membre'),
    },
    {
      header: 'Modèle d’extrait',
      cell: ({ template }) => (template === null ? <Unknown>aucun</Unknown> : template.name),
    },
  ];
  return (
    <DataTable caption="Assemblées" captionHidden columns={columns} rows={bodies} keyOf={({ key }) => key} />
  );
}

function Description({ view }: { readonly view: AuthorityView }) {
  const { name, kind, siren, siret, population, department, timezone } = view;
  return (
    <Facts
      facts={[
        { name: 'Nom', value: name },
        { name: 'Nature', value: kind && authorityKindWording(kind) },
        { name: 'SIREN', value: siren },
        { name: 'SIRET', value: siret },
        { name: 'Population', value: population && plural(population, 'habitant') },
        { name: 'Département', value: department },
        { name: 'Fuseau horaire', value: timezone },
      ]}
    />
  );
}
