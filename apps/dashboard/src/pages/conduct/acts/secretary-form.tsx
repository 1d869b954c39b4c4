import { MemberPicker } from '../../../ui/member-picker';
import { useSeance } from '../seance';
import { ActForm } from './act-form';
import type { ActOf } from './asked';
import { useActDraft } from './use-act-draft';

const EMPTY = { member: null as string | null };

export function SecretaryForm({ asked }: { readonly asked: ActOf<'secretary'> }) {
  const { sitting, name } = useSeance();
  const [{ member }, set] = useActDraft(asked, EMPTY);
  return (
    <ActForm
      asked={asked}
      path={['secretaries']}
      body={member === null ? null : { member }}
      label={`${member === null ? '' : name(member)}, secrétaire de séance`}
    >
      <MemberPicker
        label="Membre"
        members={sitting}
        value={member}
        onChange={(ref) => set({ member: ref })}
      />
    </ActForm>
  );
}
