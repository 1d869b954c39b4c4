import { bodiesAddress } from '../../addresses';
import { useBody } from '../../api/preparation';
import { useAuthority } from '../../api/queries';
import { Page } from '../../shell/page';
import { Facts } from '../../ui/facts';
import { Card } from '../../ui/card';
import { Loaded } from '../../ui/loaded';
import { PageHead } from '../../ui/page-head';
import { Trail } from '../../ui/trail';
import { TwoColumns } from '../../ui/two-columns';
import { bodyKindWording, numberingWording } from '../../wording/bodies';
import { todayIn } from '../../wording/dates';
import { MembersCard } from './members-card';
import type { OfBody } from './of-body';
import { RulesCard } from './rules-card';
import { TemplateCard } from './template-card';

interface Props {
  readonly authority: string;
  readonly id: string;
}

/** One assembly: who sits in it, by which rules, with which template. */
export default function BodyPage({ authority, id }: Props) {
  const body = useBody(authority, id);
  const described = useAuthority(authority);
  const today = todayIn(described.data?.timezone ?? 'Europe/Paris');
  return (
    <Page title={body.data?.name ?? 'Instance'} authority={authority} freshness={body.data?.freshness} live>
      <Loaded query={body} what="de l’instance">
        {(view) => <BodyView authority={authority} body={view} today={today} />}
      </Loaded>
    </Page>
  );
}

const PARTS = [
  { id: 'membres', title: 'Membres' },
  { id: 'modele', title: 'Modèle d’extrait' },
];

function BodyView({ authority, body, today }: OfBody & { readonly today: string }) {
  return (
    <TwoColumns
      head={
        <>
          <Trail steps={[{ name: 'Instances', href: bodiesAddress(authority) }]} />
          <PageHead title={body.name} />
        </>
      }
      parts={PARTS}
      aside={
        <>
          <Card title="Instance">
            <Facts
              facts={[
                { name: 'Sigle', value: body.key },
                { name: 'Nature', value: bodyKindWording(body.kind) },
                { name: 'Numéros des actes', value: numberingWording(body.numbering) },
              ]}
            />
          </Card>
          <RulesCard authority={authority} body={body} />
        </>
      }
    >
      <MembersCard authority={authority} body={body} today={today} />
      <TemplateCard authority={authority} body={body} />
    </TwoColumns>
  );
}
