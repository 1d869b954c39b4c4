import type { BodyKind, NamedRule, RuleOnDay, RulePart } from '@registre/deliberation';
import type { AuthorityView } from '@registre/projections';
import { useEffect, useState } from 'react';
import { useRules } from '../../api/preparation';
import { useAuthority } from '../../api/queries';
import { Page } from '../../shell/page';
import { Card } from '../../ui/card';
import { DataTable, type Column } from '../../ui/data-table';
import { ChoiceField, DayField } from '../../ui/field';
import form from '../../ui/form.module.css';
import { Loaded } from '../../ui/loaded';
import { PageHead } from '../../ui/page-head';
import { Unknown } from '../../ui/unknown';
import { authorityKindWording, BODY_KIND_CHOICES } from '../../wording/bodies';
import { dateMedium, todayIn } from '../../wording/dates';

/** Which rules of law the register applies to this authority on a day, each with its article. */
export default function RulesPage({ authority }: { readonly authority: string }) {
  const described = useAuthority(authority);
  return (
    <Page title="Règles appliquées" authority={authority}>
      <Loaded query={described} what="de la collectivité">
        {(view) => <Rules view={view} />}
      </Loaded>
    </Page>
  );
}

function Rules({ view }: { readonly view: AuthorityView }) {
  const [on, setOn] = useState(() => todayIn(view.timezone));
  const [body, setBody] = useState<BodyKind | ''>('council');
  const { kind, population, department } = view;
  const rules = useRules({
    on: on || null,
    kind,
    body,
    population: population === null ? null : String(population),
    department,
  });
  return (
    <>
      <PageHead title="Règles appliquées" />
      <p>
        Une séance est jugée par les règles en vigueur à sa date, pour sa sorte de collectivité
        {kind !== null && `\u00a0: ${authorityKindWording(kind).toLowerCase()}`}. Les articles sont du code
        général des collectivités territoriales, sauf mention contraire.
      </p>
      <div className={form.cells}>
        <DayField label="Au jour du" value={on} onChange={setOn} />
        <ChoiceField
          label="Instance"
          value={body}
          choices={BODY_KIND_CHOICES}
          onChange={(chosen) => setBody(chosen)}
        />
      </div>
      <Loaded query={rules} what="des règles" part>
        {({ dated, named }) => (
          <>
            <Card title="Selon la date et la collectivité">
              <DataTable
                caption="Règles datées"
                captionHidden
                columns={DATED}
                rows={dated}
                keyOf={({ title }) => title}
              />
            </Card>
            <NamedRules named={named} />
          </>
        )}
      </Loaded>
    </>
  );
}

const DATED: readonly Column<RuleOnDay>[] = [
  { header: 'Règle', names: true, cell: ({ title }) => title },
  { header: 'Ce qu’elle dit', cell: ({ parts }) => partsCell(parts) },
];

function partsCell(parts: readonly RulePart[]) {
  if (parts.every(({ rows }) => rows.length === 0)) return <Unknown>inconnue</Unknown>;
  return parts.map(({ rows, certain }, place) => (
    <div key={place}>
      {!certain && <Unknown>selon la population, non renseignée&nbsp;: </Unknown>}
      {rows.map(({ says, article, from, until }, row) => (
        <div key={row}>
          {says} <small>{[article, daysWording(from, until)].filter(Boolean).join(', ')}</small>
        </div>
      ))}
    </div>
  ));
}

function daysWording(from: string | null, until: string | null): string {
  return [from && `depuis le ${dateMedium(from)}`, until && `jusqu’au ${dateMedium(until)}`]
    .filter(Boolean)
    .join(', ');
}

const NAMED: readonly Column<NamedRule>[] = [
  { header: 'Code', narrow: true, cell: ({ code }) => <code id={code}>{code}</code> },
  { header: 'Règle', names: true, cell: ({ says }) => says },
  { header: 'Article', cell: ({ article }) => article ?? 'aucun texte' },
  {
    header: 'Manquement',
    cell: ({ kind }) =>
      kind === 'irregular' ? 'irrégulier\u00a0: enregistré avec son motif' : 'impossible\u00a0: refusé',
  },
];

/** The rules as a refusal or an irregularity names them; the page's address may name one of them. */
function NamedRules({ named }: { readonly named: readonly NamedRule[] }) {
  useEffect(() => {
    document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView({ block: 'center' });
  }, []);
  return (
    <Card title="Nommées dans un refus ou une irrégularité" id="codes">
      <DataTable
        caption="Règles nommées par leur code"
        captionHidden
        columns={NAMED}
        rows={named}
        keyOf={({ code }) => code}
      />
    </Card>
  );
}
