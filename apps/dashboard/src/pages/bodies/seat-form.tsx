import type { Seat } from '@registre/deliberation';
import { useState } from 'react';
import { CommandForm } from '../../commands/command-form';
import { ChoiceField, DayField, TextField } from '../../ui/field';
import form from '../../ui/form.module.css';
import { MemberPicker } from '../../ui/member-picker';
import type { FormOfBody } from './of-body';
import { refFor } from './refs';
import { seatName } from './seats';

type Text = 'familyName' | 'givenName' | 'formOfAddress' | 'office' | 'group';
type Day = 'birthDate' | 'mandateFrom' | 'mandateUntil';
type Draft = { readonly [field in Text | Day]: string } & {
  readonly civility: 'Madame' | 'Monsieur' | '';
  readonly substituteOf: string | null;
};

const draftOf = (seat: Seat | null): Draft => ({
  familyName: seat?.familyName ?? '',
  givenName: seat?.givenName ?? '',
  civility: seat?.civility ?? '',
  formOfAddress: seat?.formOfAddress ?? '',
  office: seat?.office ?? '',
  group: seat?.group ?? '',
  birthDate: seat?.birthDate ?? '',
  mandateFrom: seat?.mandateFrom ?? '',
  mandateUntil: seat?.mandateUntil ?? '',
  substituteOf: seat?.substituteOf ?? null,
});

interface Props extends FormOfBody {
  /** Null: somebody new. */
  readonly seat: Seat | null;
}

const CIVILITIES = [
  { value: 'Madame', label: 'Madame' },
  { value: 'Monsieur', label: 'Monsieur' },
] as const;

/** Seats somebody, or says anew who somebody is. */
export function SeatForm({ authority, body, seat, done }: Props) {
  const [draft, change] = useState(() => draftOf(seat));
  const set = (part: Partial<Draft>) => change({ ...draft, ...part });
  const taken = new Set([...body.seats.map(({ ref }) => ref), ...Object.keys(body.merged)]);
  const ref = seat?.ref ?? refFor(draft.familyName, draft.givenName, taken);
  return (
    <CommandForm
      authority={authority}
      name={`membre.${authority}.${body.key}.${seat?.ref ?? ''}`}
      revision={body.revision}
      action="Enregistrer"
      intent={() => ({
        path: ['bodies', body.key, 'members'],
        body: { members: [memberOf(draft, ref)] },
        label: `le siège de ${draft.familyName.trim() || 'ce membre'}`,
      })}
      onRecorded={done}
      onCancel={done}
    >
      <SeatFields draft={draft} set={set} />
      <MemberPicker
        label="Supplée (suppléants seulement)"
        members={body.seats
          .filter((one) => one.ref !== seat?.ref && one.substituteOf === null)
          .map((one) => ({ ref: one.ref, name: seatName(one) }))}
        value={draft.substituteOf}
        onChange={(substituteOf) => set({ substituteOf })}
      />
    </CommandForm>
  );
}

interface FieldsProps {
  readonly draft: Draft;
  readonly set: (part: Partial<Draft>) => void;
}

function SeatFields({ draft, set }: FieldsProps) {
  const text = (field: Text, label: string, hint?: string) => (
    <TextField
      label={label}
      hint={hint}
      name={`members.0.${field}`}
      required={field === 'familyName'}
      value={draft[field]}
      onChange={(value) => set({ [field]: value })}
    />
  );
  const day = (field: Day, label: string, hint?: string) => (
    <DayField
      label={label}
      hint={hint}
      name={`members.0.${field}`}
      value={draft[field]}
      onChange={(value) => set({ [field]: value })}
    />
  );
  return (
    <div className={form.cells}>
      {text('familyName', 'Nom', 'En capitales, comme au procès-verbal.')}
      {text('givenName', 'Prénom')}
      <ChoiceField
        label="Civilité"
        name="members.0.civility"
        value={draft.civility}
        choices={CIVILITIES}
        unknown="Non renseignée"
        onChange={(civility) => set({ civility })}
      />
      {text('formOfAddress', 'Appel', 'Par exemple «\u00a0Madame la Maire\u00a0».')}
      {text('office', 'Fonction', 'Par exemple «\u00a01er adjoint\u00a0».')}
      {text('group', 'Groupe')}
      {day('mandateFrom', 'Mandat depuis le')}
      {day('mandateUntil', 'Mandat jusqu’au', 'Vide tant qu’il court.')}
      {day('birthDate', 'Date de naissance', 'L’aîné l’emporte en cas d’égalité dans une élection.')}
    </div>
  );
}

const memberOf = ({ familyName, substituteOf, ...draft }: Draft, ref: string) => ({
  ref,
  familyName: familyName.trim(),
  substituteOf,
  ...Object.fromEntries(Object.entries(draft).map(([field, value]) => [field, value.trim() || null])),
});
