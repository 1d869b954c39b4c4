import { useState } from 'react';
import { CommandForm } from '../../commands/command-form';
import { TextField } from '../../ui/field';
import type { FormOfPaper } from './of-paper';

/** Gives an affair the authority's own number, once. */
export function NumberForm({ authority, session, paper, done }: FormOfPaper) {
  const [number, setNumber] = useState('');
  return (
    <CommandForm
      authority={authority}
      name={`numero.${paper.affair}`}
      revision={null}
      action="Enregistrer"
      intent={() => ({
        path: ['sessions', session, 'affairs', paper.affair, 'number'],
        body: { number: number.trim() },
        label: `le numéro ${number.trim()}`,
      })}
      onRecorded={done}
      onCancel={done}
    >
      <p>{paper.subject}</p>
      <TextField
        label="Numéro"
        hint="Tel que votre collectivité l’écrit, par exemple 2024-017. Il ne changera plus."
        name="number"
        required
        value={number}
        onChange={setNumber}
      />
    </CommandForm>
  );
}
