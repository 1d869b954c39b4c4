import type { BodyView } from '@registre/projections';
import { ChoiceField, CountField, DayField, TextField } from '../../ui/field';
import form from '../../ui/form.module.css';
import { Deadlines } from './deadlines';

export interface SessionDraft {
  readonly body: string;
  readonly date: string;
  readonly convenedOn: string;
  readonly kind: 'ordinary' | 'extraordinary' | '';
  readonly open: 'yes' | 'no' | '';
  readonly place: string;
  readonly inOffice: string;
  /** Day of the first séance, where this one is on second convocation. */
  readonly first: string;
  readonly urgent: boolean;
  readonly urgency: string;
  /** One a line. */
  readonly subjects: string;
}

export const NEW_SESSION: SessionDraft = {
  body: '',
  date: '',
  convenedOn: '',
  kind: 'ordinary',
  open: 'yes',
  place: '',
  inOffice: '',
  first: '',
  urgent: false,
  urgency: '',
  subjects: '',
};

const KINDS = [
  { value: 'ordinary', label: 'Ordinaire' },
  { value: 'extraordinary', label: 'Extraordinaire' },
] as const;
const OPEN = [
  { value: 'yes', label: 'Oui' },
  { value: 'no', label: 'Non' },
] as const;

interface Props {
  readonly authority: string;
  readonly bodies: readonly BodyView[];
  readonly draft: SessionDraft;
  readonly change: (draft: SessionDraft) => void;
}

export function ConveneFields({ authority, bodies, draft, change }: Props) {
  const set = (part: Partial<SessionDraft>) => change({ ...draft, ...part });
  return (
    <>
      <div className={form.cells}>
        <ChoiceField
          label="Instance"
          name="body"
          value={draft.body}
          choices={bodies.map(({ key, name }) => ({ value: key, label: name }))}
          onChange={(body) => set({ body })}
        />
        <DayField
          label="Date de la séance"
          name="date"
          value={draft.date}
          onChange={(date) => set({ date })}
        />
        <DayField
          label="Convocation envoyée le"
          hint="Vide si elle ne l’est pas encore."
          name="convenedOn"
          value={draft.convenedOn}
          onChange={(convenedOn) => set({ convenedOn })}
        />
      </div>
      <Deadlines authority={authority} body={draft.body} date={draft.date} urgent={draft.urgent} />
      <Circumstances draft={draft} set={set} />
      <Exceptions draft={draft} set={set} />
      <TextField
        label="Ordre du jour"
        hint="Une affaire par ligne, dans l’ordre."
        rows={8}
        value={draft.subjects}
        onChange={(subjects) => set({ subjects })}
      />
    </>
  );
}

interface PartProps {
  readonly draft: SessionDraft;
  readonly set: (part: Partial<SessionDraft>) => void;
}

/** How many there are, where, and for whom. */
function Circumstances({ draft, set }: PartProps) {
  return (
    <div className={form.cells}>
      <CountField
        label="Membres en exercice"
        hint="Ce jour-là&nbsp;; le quorum en dépend."
        name="inOffice"
        value={draft.inOffice}
        onChange={(inOffice) => set({ inOffice })}
      />
      <TextField label="Lieu" name="place" value={draft.place} onChange={(place) => set({ place })} />
      <ChoiceField
        label="Nature"
        name="kind"
        value={draft.kind}
        choices={KINDS}
        unknown="Non renseignée"
        onChange={(kind) => set({ kind })}
      />
      <ChoiceField
        label="Ouverte au public"
        name="public"
        value={draft.open}
        choices={OPEN}
        unknown="Non renseigné"
        onChange={(open) => set({ open })}
      />
    </div>
  );
}

/** Urgency, and the second convocation after a séance that had no quorum. */
function Exceptions({ draft, set }: PartProps) {
  return (
    <fieldset>
      <legend>Convocation particulière</legend>
      <label className={form.choice}>
        <input
          type="checkbox"
          checked={draft.urgent}
          onChange={({ target: { checked } }) => set({ urgent: checked })}
        />
        En urgence, à délai abrégé
      </label>
      {draft.urgent && (
        <TextField
          label="Motif de l’urgence"
          name="urgency"
          value={draft.urgency}
          onChange={(urgency) => set({ urgency })}
        />
      )}
      <DayField
        label="Sur seconde convocation, après la séance sans quorum du"
        hint="Vide pour une première convocation."
        name="secondConvocationOf"
        value={draft.first}
        onChange={(first) => set({ first })}
      />
    </fieldset>
  );
}
