import type { Attendance } from '@registre/deliberation';
import { ChoiceField, TextField } from '../../../ui/field';
import { useSeance } from '../seance';
import { attendanceOf, CALLS, type Call } from '../roll-call-choices';
import { ActForm } from './act-form';
import type { ActOf } from './asked';
import { said, useActDraft } from './use-act-draft';

const EMPTY = { call: '' as Call | '', reason: 'Erreur de saisie' };

/** A member was noted otherwise than they answered the roll. */
export function AttendanceForm({ asked }: { readonly asked: ActOf<'attendance'> }) {
  const { state, name } = useSeance();
  const [{ call, reason }, set] = useActDraft(asked, EMPTY);
  const noted = state.attendance?.find(({ member }) => member === asked.member);
  const choices = CALLS.filter(({ value }) => !isSame(noted, value)).map(({ value, label }) => ({
    value,
    label,
  }));
  const correction = call === '' ? null : { kind: 'attendance', member: asked.member, ...attendanceOf(call) };
  return (
    <ActForm
      asked={asked}
      path={['corrections']}
      body={correction === null ? null : { correction, reason: said(reason) }}
      label={`la correction de l’appel pour ${name(asked.member)}`}
      action="Corriger"
    >
      <ChoiceField
        label={`${name(asked.member)}, à l’appel`}
        name="correction.status"
        value={call}
        choices={choices}
        unknown="Choisir…"
        onChange={(value) => set({ call: value })}
      />
      <TextField label="Motif" name="reason" value={reason} onChange={(text) => set({ reason: text })} />
    </ActForm>
  );
}

const isSame = (noted: Attendance | undefined, call: Call): boolean => {
  const { status, mode } = attendanceOf(call);
  return noted?.status === status && noted.mode === mode;
};
