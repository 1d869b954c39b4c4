import { TextField } from '../../../ui/field';
import { MemberPicker } from '../../../ui/member-picker';
import { useSeance } from '../seance';
import { ActForm } from './act-form';
import type { ActOf } from './asked';
import { said, useActDraft } from './use-act-draft';

const EMPTY = { member: null as string | null, reason: '' };

export function ChairForm({ asked }: { readonly asked: ActOf<'chair'> }) {
  const { sitting, name } = useSeance();
  const [{ member, reason }, set] = useActDraft(asked, EMPTY);
  return (
    <ActForm
      asked={asked}
      path={['chair']}
      body={member === null ? null : { member, reason: said(reason) }}
      label={`la présidence de ${member === null ? '' : name(member)}`}
    >
      <MemberPicker
        label="Membre"
        members={sitting}
        value={member}
        onChange={(ref) => set({ member: ref })}
      />
      <TextField
        label="Motif (facultatif)"
        hint="Par exemple le vote des comptes, pour lequel le maire se retire."
        name="reason"
        value={reason}
        onChange={(text) => set({ reason: text })}
      />
    </ActForm>
  );
}
