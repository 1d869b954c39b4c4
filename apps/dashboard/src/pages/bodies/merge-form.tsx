import type { Seat } from '@registre/deliberation';
import { useState } from 'react';
import { CommandForm } from '../../commands/command-form';
import { MemberPicker } from '../../ui/member-picker';
import type { FormOfBody } from './of-body';
import { seatName } from './seats';

/** Two lines are one person: one of them is given up for later séances. */
export function MergeForm({ authority, body, seat, done }: FormOfBody & { readonly seat: Seat }) {
  const [into, setInto] = useState<string | null>(null);
  const others = body.seats.filter(({ ref }) => ref !== seat.ref);
  return (
    <CommandForm
      authority={authority}
      name={`reunion.${authority}.${body.key}.${seat.ref}`}
      revision={body.revision}
      action="Réunir"
      intent={() => ({
        path: ['bodies', body.key, 'merges'],
        body: { from: seat.ref, into: into ?? '' },
        label: `la réunion des deux lignes de ${seatName(seat)}`,
      })}
      onRecorded={done}
      onCancel={done}
    >
      <p>
        La ligne «&nbsp;{seatName(seat)}&nbsp;» (<code>{seat.ref}</code>) disparaît des séances à venir au
        profit de celle que vous choisissez. Les séances passées gardent ce qui y est écrit.
      </p>
      <MemberPicker
        label="Ligne qui reste"
        name="into"
        members={others.map((one) => ({ ref: one.ref, name: `${seatName(one)} (${one.ref})` }))}
        value={into}
        onChange={setInto}
      />
    </CommandForm>
  );
}
