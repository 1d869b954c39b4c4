import type { SessionBoard } from '@registre/projections';
import { CommandForm } from '../../commands/command-form';
import { useDraft } from '../../commands/draft';
import { ChoiceField, DayField } from '../../ui/field';
import { MembersPicker } from '../../ui/member-picker';
import { todayIn } from '../../wording/dates';
import { nameOf, type Members } from '../../wording/members';

interface Props {
  readonly authority: string;
  readonly board: SessionBoard;
  readonly members: Members;
  readonly done: () => void;
}

interface Draft {
  /** Null: not touched, today. */
  readonly on: string | null;
  readonly medium: 'electronic' | 'paper' | '';
  readonly to: 'all' | 'some' | '';
  readonly recipients: readonly string[];
  readonly note: 'yes' | 'no' | '';
}

const EMPTY: Draft = { on: null, medium: 'electronic', to: 'all', recipients: [], note: '' };

const MEDIA = [
  { value: 'electronic', label: 'Par voie électronique' },
  { value: 'paper', label: 'Sur papier' },
] as const;
const TO = [
  { value: 'all', label: 'À tous les membres' },
  { value: 'some', label: 'À certains membres' },
] as const;
const NOTE = [
  { value: 'yes', label: 'Oui' },
  { value: 'no', label: 'Non' },
] as const;

const answerIn = (said: Draft['note']): boolean | null => (said === '' ? null : said === 'yes');

/** A convocation went to members; several may. */
export function ConvocationForm({ authority, board, members, done }: Props) {
  const { session, state } = board;
  const [draft, change, discard] = useDraft<Draft>(`envoi.${session}`, EMPTY);
  const set = (part: Partial<Draft>) => change({ ...draft, ...part });
  const on = draft.on ?? todayIn(state.bodyAtSession?.authority.timezone ?? 'Europe/Paris');
  const all = (state.bodyAtSession?.seats ?? []).map(({ ref }) => ref);
  const recorded = () => {
    discard();
    done();
  };
  const recipients = { all, some: draft.recipients, '': null }[draft.to];
  return (
    <CommandForm
      authority={authority}
      name={`convocation.${session}`}
      revision={null}
      action="Enregistrer l’envoi"
      intent={() => ({
        path: ['sessions', session, 'convocations'],
        body: { on: on || null, medium: draft.medium || null, recipients, note: answerIn(draft.note) },
        label: 'l’envoi de la convocation',
      })}
      onRecorded={recorded}
      onCancel={done}
    >
      <DayField label="Envoyée le" name="on" value={on} onChange={(value) => set({ on: value })} />
      <ChoiceField
        label="Moyen"
        name="medium"
        value={draft.medium}
        choices={MEDIA}
        unknown="Non renseigné"
        onChange={(medium) => set({ medium })}
      />
      <ChoiceField
        label="Destinataires"
        name="recipients"
        value={draft.to}
        choices={TO}
        unknown="Non renseignés"
        onChange={(to) => set({ to })}
      />
      {draft.to === 'some' && (
        <MembersPicker
          label="Membres"
          members={all.map((ref) => ({ ref, name: nameOf(members, ref) }))}
          value={draft.recipients}
          onChange={(some) => set({ recipients: some })}
        />
      )}
      <NoteField value={draft.note} onChange={(note) => set({ note })} />
    </CommandForm>
  );
}

interface NoteProps {
  readonly value: Draft['note'];
  readonly onChange: (note: Draft['note']) => void;
}

const NoteField = ({ value, onChange }: NoteProps) => (
  <ChoiceField
    label="Note de synthèse (ou rapports) jointe"
    name="note"
    value={value}
    choices={NOTE}
    unknown="Non renseigné"
    onChange={onChange}
  />
);
