import type { Seat } from '@registre/deliberation';
import { useState } from 'react';
import { CommandForm } from '../../commands/command-form';
import { DayField, TextField } from '../../ui/field';
import type { FormOfBody } from './of-body';
import { seatName } from './seats';

/** A member takes an office, or gives it up. */
export function OfficeForm({ authority, body, seat, done }: FormOfBody & { readonly seat: Seat }) {
  const [office, setOffice] = useState(seat.office ?? '');
  const [from, setFrom] = useState('');
  return (
    <CommandForm
      authority={authority}
      name={`fonction.${authority}.${body.key}.${seat.ref}`}
      revision={body.revision}
      action="Enregistrer"
      intent={() => ({
        path: ['bodies', body.key, 'members', seat.ref, 'office'],
        body: { office: office.trim() || null, from: from || null, affair: null },
        label: `la fonction de ${seatName(seat)}`,
      })}
      onRecorded={done}
      onCancel={done}
    >
      <p>{seatName(seat)}</p>
      <TextField
        label="Fonction"
        hint="Vide&nbsp;: n’en a plus."
        name="office"
        value={office}
        onChange={setOffice}
      />
      <DayField label="À compter du" name="from" value={from} onChange={setFrom} />
    </CommandForm>
  );
}
