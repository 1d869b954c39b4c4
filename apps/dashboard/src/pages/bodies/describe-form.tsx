import type { AuthorityKind } from '@registre/deliberation';
import type { AuthorityView } from '@registre/projections';
import { useState } from 'react';
import { CommandForm } from '../../commands/command-form';
import { ChoiceField, CountField, countIn, TextField } from '../../ui/field';
import form from '../../ui/form.module.css';
import { AUTHORITY_KIND_CHOICES } from '../../wording/bodies';

interface Props {
  readonly view: AuthorityView;
  readonly done: () => void;
}

const draftOf = ({ name, kind, siren, siret, population, department, timezone }: AuthorityView) => ({
  name,
  kind: kind ?? ('' as AuthorityKind | ''),
  siren: siren ?? '',
  siret: siret ?? '',
  population: population === null ? '' : String(population),
  department: department ?? '',
  timezone,
});

/** Describes the authority anew: séances convened afterwards go by it. */
export function DescribeForm({ view, done }: Props) {
  const [draft, change] = useState(() => draftOf(view));
  const set = (part: Partial<typeof draft>) => change({ ...draft, ...part });
  return (
    <CommandForm
      authority={view.key}
      name={`collectivite.${view.key}`}
      revision={null}
      action="Enregistrer"
      intent={() => ({
        path: ['description'],
        body: bodyOf(draft),
        label: 'la description de la collectivité',
      })}
      onRecorded={done}
      onCancel={done}
    >
      <p>
        Les séances convoquées ensuite suivront cette description&nbsp;; celles d’avant gardent la leur. Un
        champ vide est «&nbsp;non renseigné&nbsp;».
      </p>
      <TextField label="Nom" name="name" required value={draft.name} onChange={(name) => set({ name })} />
      <ChoiceField
        label="Nature"
        name="kind"
        value={draft.kind}
        choices={AUTHORITY_KIND_CHOICES}
        unknown="Non renseignée"
        onChange={(kind) => set({ kind })}
      />
      <div className={form.cells}>
        <TextField label="SIREN" name="siren" value={draft.siren} onChange={(siren) => set({ siren })} />
        <TextField label="SIRET" name="siret" value={draft.siret} onChange={(siret) => set({ siret })} />
        <CountField
          label="Population"
          hint="Habitants&nbsp;: le délai de convocation d’une commune en dépend."
          name="population"
          value={draft.population}
          onChange={(population) => set({ population })}
        />
        <TextField
          label="Département"
          hint="Trois caractères, comme 013 ou 02A."
          name="department"
          value={draft.department}
          onChange={(department) => set({ department })}
        />
      </div>
      <TextField
        label="Fuseau horaire"
        name="timezone"
        required
        value={draft.timezone}
        onChange={(timezone) => set({ timezone })}
      />
    </CommandForm>
  );
}

const bodyOf = ({
  name,
  kind,
  siren,
  siret,
  population,
  department,
  timezone,
}: ReturnType<typeof draftOf>) => ({
  name: name.trim(),
  kind: kind || null,
  siren: digitsOf(siren),
  siret: digitsOf(siret),
  population: countIn(population),
  department: department.trim().toUpperCase() || null,
  timezone: timezone.trim(),
});

const digitsOf = (text: string): string | null => text.replace(/\s/g, '') || null;
