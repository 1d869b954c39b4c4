import type { PublicationMedium } from '@registre/deliberation';
import { useState } from 'react';
import { CommandForm } from '../commands/command-form';
import { ChoiceField, DayField } from '../ui/field';
import form from '../ui/form.module.css';
import { mediumWording } from '../wording/fates';
import { pathOf, todayFor, type FormOfAct } from './of-act';

const MEDIA: readonly PublicationMedium[] = ['website', 'posting', 'paper'];
const MASKED = [
  { value: 'no', label: 'Non, il est publié entier' },
  { value: 'yes', label: 'Oui, des données personnelles sont masquées' },
] as const;

/** The act is published; it may be by several means, on several days. */
export function PublishForm({ dossier, done }: FormOfAct) {
  const [on, setOn] = useState(() => todayFor(dossier));
  const [media, setMedia] = useState<readonly PublicationMedium[]>(['website']);
  const [masked, setMasked] = useState<'yes' | 'no' | ''>('no');
  const toggle = (medium: PublicationMedium, chosen: boolean) =>
    setMedia(MEDIA.filter((one) => (one === medium ? chosen : media.includes(one))));
  return (
    <CommandForm
      authority={dossier.authority.key}
      name={`publication.${dossier.affair}`}
      revision={null}
      action="Enregistrer"
      intent={() => ({
        path: pathOf(dossier, 'publication'),
        body: {
          on: on || null,
          media: media.length === 0 ? null : media,
          masked: masked === '' ? null : masked === 'yes',
        },
        label: 'la publication',
      })}
      onRecorded={done}
      onCancel={done}
    >
      <DayField label="Publié le" name="on" value={on} onChange={setOn} />
      <fieldset>
        <legend>Par quels moyens</legend>
        <div>
          {MEDIA.map((medium) => (
            <label key={medium} className={form.choice}>
              <input
                type="checkbox"
                checked={media.includes(medium)}
                onChange={({ target }) => toggle(medium, target.checked)}
              />
              {mediumWording(medium)}
            </label>
          ))}
        </div>
      </fieldset>
      <ChoiceField
        label="Ce qui est publié est-il masqué en partie&nbsp;?"
        name="masked"
        value={masked}
        choices={MASKED}
        unknown="Non renseigné"
        onChange={setMasked}
      />
    </CommandForm>
  );
}
