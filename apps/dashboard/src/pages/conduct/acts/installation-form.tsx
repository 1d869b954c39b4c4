import { TextField } from '../../../ui/field';
import form from '../../../ui/form.module.css';
import { useSeance } from '../seance';
import { ActForm } from './act-form';
import type { ActOf } from './asked';
import { refFor } from './ref-for';
import { said, useActDraft } from './use-act-draft';

const EMPTY = { familyName: '', givenName: '', office: '', group: '', reason: '' };

/** A new member takes a seat, and is in the room from then on. */
export function InstallationForm({ asked }: { readonly asked: ActOf<'installation'> }) {
  const { members } = useSeance();
  const [draft, set] = useActDraft(asked, EMPTY);
  const familyName = draft.familyName.trim();
  const givenName = said(draft.givenName);
  const seat = {
    ref: refFor(givenName, familyName, members),
    familyName,
    givenName,
    office: said(draft.office),
    group: said(draft.group),
  };
  const field = (label: string, name: keyof typeof EMPTY, sent: string) => (
    <TextField label={label} name={sent} value={draft[name]} onChange={(text) => set({ [name]: text })} />
  );
  return (
    <ActForm
      asked={asked}
      path={['installations']}
      body={familyName === '' ? null : { seat, reason: said(draft.reason) }}
      label={`l’installation de ${[givenName, familyName].filter(Boolean).join(' ')}`}
      action="Installer"
    >
      <p>Le nouveau membre est en séance dès maintenant&nbsp;; l’effectif en exercice augmente d’un.</p>
      <div className={form.cells}>
        {field('Nom', 'familyName', 'seat.familyName')}
        {field('Prénom', 'givenName', 'seat.givenName')}
        {field('Fonction', 'office', 'seat.office')}
        {field('Groupe', 'group', 'seat.group')}
      </div>
      {field('Motif (facultatif)', 'reason', 'reason')}
    </ActForm>
  );
}
