import type { AffairDossier } from '@registre/projections';
import { ChoiceField, TextField } from '../../ui/field';
import form from '../../ui/form.module.css';
import { MemberPicker } from '../../ui/member-picker';
import { nameOf } from '../../wording/members';
import type { ReportDraft } from './report-draft';

export interface OfDraft {
  readonly draft: ReportDraft;
  readonly set: (part: Partial<ReportDraft>) => void;
}

const FORMATS = [
  { value: 'text', label: 'Texte simple' },
  { value: 'markdown', label: 'Markdown' },
] as const;

/** What the report is about, who presents it, and its text. */
export function ReportFields({ dossier, draft, set }: OfDraft & { readonly dossier: AffairDossier }) {
  const { members } = dossier;
  return (
    <div className={form.form}>
      <TextField
        label="Objet"
        name="report.subject"
        required
        rows={2}
        value={draft.subject}
        onChange={(subject) => set({ subject })}
      />
      <div className={form.cells}>
        <MemberPicker
          label="Rapporteur"
          name="report.rapporteur.member"
          members={Object.keys(members).map((ref) => ({ ref, name: nameOf(members, ref) }))}
          value={draft.rapporteur}
          onChange={(rapporteur) => set({ rapporteur })}
        />
        <TextField
          label="Qualité du rapporteur"
          name="report.rapporteur.role"
          value={draft.role}
          onChange={(role) => set({ role })}
        />
        <TextField
          label="Matière"
          hint="Code de la nomenclature ACTES, par exemple 7.5."
          name="report.classification"
          value={draft.classification}
          onChange={(classification) => set({ classification })}
        />
        <TextField
          label="Délégation"
          hint="D’un bureau&nbsp;: l’acte qui lui délègue ce pouvoir."
          name="report.delegation"
          value={draft.delegation}
          onChange={(delegation) => set({ delegation })}
        />
      </div>
      <TextField
        label="Texte du rapport"
        hint="Paragraphes séparés par une ligne vide&nbsp;; les lignes d’une liste commencent par un tiret."
        name="report.text"
        rows={12}
        value={draft.text}
        onChange={(text) => set({ text })}
      />
      <ChoiceField
        label="Écriture du texte"
        name="report.format"
        value={draft.format}
        choices={FORMATS}
        onChange={(format) => format !== '' && set({ format })}
      />
    </div>
  );
}
