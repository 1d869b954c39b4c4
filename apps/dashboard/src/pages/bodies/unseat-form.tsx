import type { Seat } from '@registre/deliberation';
import { useState } from 'react';
import { CommandForm } from '../../commands/command-form';
import { DayField, TextField } from '../../ui/field';
import type { FormOfBody } from './of-body';
import { seatName } from './seats';

/** A mandate ends: séances after that day no longer count the seat. */
export function UnseatForm({ authority, body, seat, done }: FormOfBody & { readonly seat: Seat }) {
  const [until, setUntil] = useState(seat.mandateUntil ?? '');
  const [reason, setReason] = useState('');
  return (
    <CommandForm
      authority={authority}
      name={`fin.${authority}.${body.key}.${seat.ref}`}
      revision={body.revision}
      action="Mettre fin au mandat"
      intent={() => ({
        path: ['bodies', body.key, 'members', seat.ref, 'unseating'],
        body: { until, reason: reason.trim() || null },
        label: `la fin du mandat de ${seatName(seat)}`,
      })}
      onRecorded={done}
      onCancel={done}
    >
      <p>
        {seatName(seat)}. Les séances d’après ce jour ne comptent plus ce siège&nbsp;; celles d’avant restent
        ce qu’elles sont.
      </p>
      <DayField label="Dernier jour du mandat" name="until" value={until} onChange={setUntil} />
      <TextField
        label="Motif"
        hint="Fin du mandat, démission, décès… sans détail privé."
        name="reason"
        value={reason}
        onChange={setReason}
      />
    </CommandForm>
  );
}
