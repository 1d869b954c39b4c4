import type { BodyKind, Numbering } from '@registre/deliberation';
import { CommandForm } from '../../commands/command-form';
import { useDraft } from '../../commands/draft';
import { ChoiceField, TextField } from '../../ui/field';
import { BODY_KIND_CHOICES, NUMBERING_CHOICES } from '../../wording/bodies';

interface Draft {
  readonly key: string;
  readonly name: string;
  readonly kind: BodyKind | '';
  readonly numbering: Numbering | '';
}

const EMPTY: Draft = { key: '', name: '', kind: 'council', numbering: 'body' };

interface Props {
  readonly authority: string;
  readonly done: () => void;
}

export function ConstituteForm({ authority, done }: Props) {
  const [draft, change, discard] = useDraft<Draft>(`instance.${authority}`, EMPTY);
  const set = (part: Partial<Draft>) => change({ ...draft, ...part });
  return (
    <CommandForm
      authority={authority}
      name={`instance.${authority}`}
      revision={null}
      action="Constituer"
      intent={() => ({
        path: ['bodies'],
        body: { ...draft, key: draft.key.trim(), name: draft.name.trim() },
        label: draft.name.trim() || 'l’instance',
      })}
      onRecorded={() => {
        discard();
        done();
      }}
      onCancel={done}
    >
      <TextField label="Nom" name="name" required value={draft.name} onChange={(name) => set({ name })} />
      <TextField
        label="Sigle"
        hint="Par exemple CM&nbsp;: lettres, chiffres et tirets. Il ne changera plus."
        name="key"
        required
        value={draft.key}
        onChange={(key) => set({ key })}
      />
      <ChoiceField
        label="Nature"
        hint="Un bureau décide par délégation du conseil."
        name="kind"
        value={draft.kind}
        choices={BODY_KIND_CHOICES}
        onChange={(kind) => set({ kind })}
      />
      <ChoiceField
        label="Numéros des actes"
        name="numbering"
        value={draft.numbering}
        choices={NUMBERING_CHOICES}
        onChange={(numbering) => set({ numbering })}
      />
    </CommandForm>
  );
}
