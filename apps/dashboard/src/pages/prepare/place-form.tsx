import type { SessionBoard } from '@registre/projections';
import { useLocation } from 'wouter';
import { reportAddress } from '../../addresses';
import { CommandForm } from '../../commands/command-form';
import { useDraft, write } from '../../commands/draft';
import { membersOf } from '../session/session-members';
import { CountField, countIn, TextField } from '../../ui/field';
import form from '../../ui/form.module.css';
import { MemberPicker } from '../../ui/member-picker';
import { nameOf } from '../../wording/members';
import { nextOrder } from './next-order';
import { EMPTY_REPORT, reportDraftName } from './report-draft';

interface Props {
  readonly authority: string;
  readonly board: SessionBoard;
  readonly done: () => void;
}

const EMPTY = { subject: '', order: null as string | null, rapporteur: null as string | null };

/** Puts an affair on the agenda; with a rapporteur, its report is begun. */
export function PlaceForm({ authority, board, done }: Props) {
  const [, navigate] = useLocation();
  const { session, state } = board;
  const [draft, change, discard] = useDraft(`affaire.${session}`, EMPTY);
  const order = draft.order ?? String(nextOrder(state));
  const members = membersOf(state);
  return (
    <CommandForm
      authority={authority}
      name={`affaire.${session}`}
      revision={null}
      action="Ajouter"
      intent={() => ({
        path: ['sessions', session, 'affairs'],
        body: { subject: draft.subject.trim(), order: countIn(order) },
        label: 'l’affaire',
      })}
      onRecorded={({ id }) => {
        const { subject, rapporteur } = draft;
        discard();
        done();
        if (rapporteur === null || id === undefined) return;
        write(reportDraftName(id), { ...EMPTY_REPORT, subject: subject.trim(), rapporteur });
        navigate(reportAddress(authority, session, id));
      }}
      onCancel={done}
    >
      <TextField
        label="Objet"
        name="subject"
        required
        rows={3}
        value={draft.subject}
        onChange={(subject) => change({ ...draft, subject })}
      />
      <div className={form.cells}>
        <CountField
          label="Point"
          hint="Vide si l’ordre n’est pas connu."
          name="order"
          value={order}
          onChange={(value) => change({ ...draft, order: value })}
        />
        <MemberPicker
          label="Rapporteur (facultatif)"
          members={Object.keys(members).map((ref) => ({ ref, name: nameOf(members, ref) }))}
          value={draft.rapporteur}
          onChange={(rapporteur) => change({ ...draft, rapporteur })}
        />
      </div>
      {draft.rapporteur !== null && <p>Le rapport s’ouvrira ensuite, avec ce rapporteur.</p>}
    </CommandForm>
  );
}
