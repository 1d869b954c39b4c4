import { useState } from 'react';
import type { SessionDeed } from '../addresses';
import { CommandForm } from '../commands/command-form';
import { useDraft } from '../commands/draft';
import { Dialog } from '../ui/dialog';
import { DayField, TextField } from '../ui/field';
import { MembersPicker } from '../ui/member-picker';
import { todayIn } from '../wording/dates';
import { nameOf } from '../wording/members';
import { SESSION_DEED_WORDS } from './deeds';
import type { OfClosedSession } from './of-session';

interface Props extends OfClosedSession {
  readonly deed: SessionDeed;
  readonly done: () => void;
}

/** The form of one thing that is done after a séance. */
export default function SessionDialog(props: Props) {
  const { deed, done } = props;
  return (
    <Dialog open title={SESSION_DEED_WORDS[deed]} onClose={done}>
      {deed === 'proces-verbal' ? <MinutesForm {...props} /> : <DayForm {...props} deed={deed} />}
    </Dialog>
  );
}

const todayOf = ({ state }: OfClosedSession['board']): string =>
  todayIn(state.bodyAtSession?.authority.timezone ?? 'Europe/Paris');

const DAYS = {
  liste: { path: ['list'], day: 'Affichée et mise en ligne le', label: 'l’affichage de la liste' },
  'proces-verbal-en-ligne': {
    path: ['minutes', 'publication'],
    day: 'Mis en ligne le',
    label: 'la mise en ligne du procès-verbal',
  },
} as const;

function DayForm({ authority, board, deed, done }: Props & { readonly deed: keyof typeof DAYS }) {
  const [on, setOn] = useState(() => todayOf(board));
  const { path, day, label } = DAYS[deed];
  return (
    <CommandForm
      authority={authority}
      name={`${deed}.${board.session}`}
      revision={null}
      action="Enregistrer"
      intent={() => ({ path: ['sessions', board.session, ...path], body: { on: on || null }, label })}
      onRecorded={done}
      onCancel={done}
    >
      <DayField label={day} hint="Vide si le jour n’est pas connu." name="on" value={on} onChange={setOn} />
    </CommandForm>
  );
}

/** The minutes are settled by a later séance and signed. */
function MinutesForm({ authority, board, members, done }: Props) {
  const { session } = board;
  const [draft, change, discard] = useDraft(`proces-verbal.${session}`, {
    on: null as string | null,
    text: '',
    signedBy: [] as readonly string[],
  });
  const on = draft.on ?? todayOf(board);
  return (
    <CommandForm
      authority={authority}
      name={`proces-verbal.${session}`}
      revision={null}
      action="Enregistrer"
      intent={() => ({
        path: ['sessions', session, 'minutes'],
        body: {
          on: on || null,
          session: null,
          text: draft.text.trim() || null,
          signedBy: draft.signedBy.length === 0 ? null : draft.signedBy,
        },
        label: 'le procès-verbal arrêté',
      })}
      onRecorded={() => {
        discard();
        done();
      }}
      onCancel={done}
    >
      <DayField
        label="Arrêté par la séance du"
        name="on"
        value={on}
        onChange={(value) => change({ ...draft, on: value })}
      />
      <MembersPicker
        label="Signé par"
        name="signedBy"
        members={Object.keys(members).map((ref) => ({ ref, name: nameOf(members, ref) }))}
        value={draft.signedBy}
        onChange={(signedBy) => change({ ...draft, signedBy })}
      />
      <TextField
        label="Texte du procès-verbal (facultatif)"
        name="text"
        rows={8}
        value={draft.text}
        onChange={(text) => change({ ...draft, text })}
      />
    </CommandForm>
  );
}
