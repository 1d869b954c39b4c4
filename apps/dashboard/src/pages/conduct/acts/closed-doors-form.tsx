import { TextField } from '../../../ui/field';
import { MembersPicker } from '../../../ui/member-picker';
import { useSeance } from '../seance';
import { ActForm } from './act-form';
import type { ActOf } from './asked';
import { BallotChoice } from './ballot-choice';
import { said, useActDraft } from './use-act-draft';

const EMPTY = { requestedBy: [] as readonly string[], ballot: '', reason: '' };

export function ClosedDoorsForm({ asked }: { readonly asked: ActOf<'closed-doors'> }) {
  const { state, sitting } = useSeance();
  const [{ requestedBy, ballot, reason }, set] = useActDraft(asked, EMPTY);
  const body = {
    affair: state.currentAffair,
    requestedBy: requestedBy.length === 0 ? null : requestedBy,
    ballot: ballot || null,
    reason: said(reason),
  };
  return (
    <ActForm asked={asked} path={['closed-doors']} body={body} label="le huis clos" action="Fermer au public">
      <p>Le public se retire. L’assemblée en décide sans débat, à la majorité absolue.</p>
      <MembersPicker
        label="Demandé par"
        members={sitting}
        value={requestedBy}
        onChange={(refs) => set({ requestedBy: refs })}
      />
      <BallotChoice
        label="Scrutin qui l’a décidé"
        name="ballot"
        value={ballot}
        onChange={(id) => set({ ballot: id })}
      />
      <TextField
        label="Motif (facultatif)"
        name="reason"
        value={reason}
        onChange={(text) => set({ reason: text })}
      />
    </ActForm>
  );
}
