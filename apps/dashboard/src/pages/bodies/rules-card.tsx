import type { BodyRules, Numbering } from '@registre/deliberation';
import { useState } from 'react';
import { useMay } from '../../api/may';
import { CommandForm } from '../../commands/command-form';
import { Card } from '../../ui/card';
import { Dialog } from '../../ui/dialog';
import { Facts } from '../../ui/facts';
import { ChoiceField, DayField } from '../../ui/field';
import { NUMBERING_CHOICES, PUBLICATION_CHOICES, publicationWording } from '../../wording/bodies';
import type { FormOfBody, OfBody } from './of-body';

/** What the body's own rules settle. */
export function RulesCard({ authority, body }: OfBody) {
  const mayAdopt = useMay(authority, 'POST /api/v1/:authority/bodies/:body/rules', body.key);
  const [asked, ask] = useState(false);
  const done = () => ask(false);
  return (
    <Card
      title="Règlement intérieur"
      aside={
        mayAdopt && (
          <button type="button" className="button" onClick={() => ask(true)}>
            Adopter…
          </button>
        )
      }
    >
      <Facts
        facts={[
          { name: 'Suppléants', value: substitutesWording(body.rules) },
          { name: 'Publication des actes', value: publicationWording(body.rules?.publication ?? null) },
        ]}
      />
      <Dialog open={asked} title="Règles propres à l’instance" onClose={done}>
        <RulesForm authority={authority} body={body} done={done} />
      </Dialog>
    </Card>
  );
}

function substitutesWording(rules: BodyRules | null): string | null {
  const said = rules?.substitutes ?? null;
  return said === null ? null : said ? 'les titulaires en ont' : 'il n’y en a pas';
}

const YES_NO = [
  { value: 'yes', label: 'Oui' },
  { value: 'no', label: 'Non' },
] as const;

const draftOf = ({ rules, numbering }: OfBody['body']) => ({
  substitutes: answerOf(rules?.substitutes ?? null),
  publication: rules?.publication ?? ('' as NonNullable<BodyRules['publication']> | ''),
  numbering: numbering as Numbering | '',
  on: '',
});

const answerOf = (value: boolean | null) => (value === null ? '' : value ? 'yes' : 'no');

function RulesForm({ authority, body, done }: FormOfBody) {
  const [draft, change] = useState(() => draftOf(body));
  const set = (part: Partial<typeof draft>) => change({ ...draft, ...part });
  const { substitutes, publication, numbering, on } = draft;
  return (
    <CommandForm
      authority={authority}
      name={`regles.${authority}.${body.key}`}
      revision={body.revision}
      action="Adopter"
      intent={() => ({
        path: ['bodies', body.key, 'rules'],
        body: {
          substitutes: substitutes === '' ? null : substitutes === 'yes',
          publication: publication || null,
          numbering,
          on: on || null,
        },
        label: 'les règles de l’instance',
      })}
      onRecorded={done}
      onCancel={done}
    >
      <p>Les séances convoquées ou ouvertes ensuite les suivront.</p>
      <ChoiceField
        label="Les titulaires ont des suppléants"
        name="substitutes"
        value={substitutes}
        choices={YES_NO}
        unknown="Non renseigné"
        onChange={(value) => set({ substitutes: value })}
      />
      <ChoiceField
        label="Publication des actes"
        hint="Le choix des communes de moins de 3&nbsp;500 habitants (L2131-1)."
        name="publication"
        value={publication}
        choices={PUBLICATION_CHOICES}
        unknown="Non renseigné"
        onChange={(value) => set({ publication: value })}
      />
      <ChoiceField
        label="Numéros des actes"
        name="numbering"
        value={numbering}
        choices={NUMBERING_CHOICES}
        onChange={(value) => set({ numbering: value })}
      />
      <DayField label="Adoptées le" name="on" value={on} onChange={(value) => set({ on: value })} />
    </CommandForm>
  );
}
