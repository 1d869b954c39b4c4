import { useState } from 'react';
import { CommandForm } from '../commands/command-form';
import { ChoiceField, TextField } from '../ui/field';
import { mentionsOf } from './mentions';
import { pathOf, type FormOfAct } from './of-act';

/** What was noted of the act by a slip is struck out, so that it can be noted as it was; it stays in the history. */
export function StrikeForm({ dossier, done }: FormOfAct) {
  const mentions = mentionsOf(dossier);
  const [chosen, choose] = useState('');
  const [reason, setReason] = useState('');
  const mention = mentions.find(({ id }) => id === chosen);
  return (
    <CommandForm
      authority={dossier.authority.key}
      name={`rature.${dossier.affair}`}
      revision={dossier.revision}
      action="Rayer"
      intent={() => ({
        path: pathOf(dossier, 'strikings'),
        body: { kind: mention?.kind ?? '', place: mention?.place, reason: reason.trim() },
        label: 'la rature',
      })}
      onRecorded={done}
      onCancel={done}
    >
      <p>La mention rayée ne compte plus. Elle reste dans l’historique, avec le motif.</p>
      <ChoiceField
        label="Mention"
        name="kind"
        value={chosen}
        choices={mentions.map(({ id, label }) => ({ value: id, label }))}
        unknown="Choisir…"
        onChange={choose}
      />
      <TextField label="Motif" name="reason" required value={reason} onChange={setReason} />
    </CommandForm>
  );
}
