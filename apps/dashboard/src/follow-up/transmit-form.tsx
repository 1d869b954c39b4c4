import { useState } from 'react';
import { CommandForm } from '../commands/command-form';
import { DayField, TextField } from '../ui/field';
import { pathOf, todayFor, type FormOfAct } from './of-act';

const WORDS = {
  transmission: {
    day: 'Transmis le',
    identifier: 'Identifiant de l’acte (@CTES)',
    label: 'la transmission au préfet',
  },
  acknowledgement: {
    day: 'Accusé de réception du',
    identifier: 'Identifiant donné par l’accusé',
    label: 'l’accusé de réception',
  },
} as const;

/** The act went to the préfet, or the préfet acknowledged it. */
export function TransmitForm({
  dossier,
  done,
  which,
}: FormOfAct & { readonly which: 'transmission' | 'acknowledgement' }) {
  const [on, setOn] = useState(() => todayFor(dossier));
  const [identifier, setIdentifier] = useState('');
  const words = WORDS[which];
  return (
    <CommandForm
      authority={dossier.authority.key}
      name={`${which}.${dossier.affair}`}
      revision={dossier.revision}
      action="Enregistrer"
      intent={() => ({
        path: pathOf(dossier, which),
        body: { on: on || null, identifier: identifier.trim() || null },
        label: words.label,
      })}
      onRecorded={done}
      onCancel={done}
    >
      <DayField
        label={words.day}
        hint="Vide si le jour n’est pas connu."
        name="on"
        value={on}
        onChange={setOn}
      />
      <TextField
        label={words.identifier}
        hint="Vide s’il n’est pas connu, ou pour un envoi sur papier."
        name="identifier"
        value={identifier}
        onChange={setIdentifier}
      />
    </CommandForm>
  );
}
