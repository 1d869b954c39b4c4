import type { ReactNode } from 'react';
import { Card } from '../../ui/card';
import { ChoiceField, CountField, TextField } from '../../ui/field';
import form from '../../ui/form.module.css';
import type { ArticleDraft, BudgetDraft, Lists, ReportDraft, SubsidyDraft } from './report-draft';
import type { OfDraft } from './report-fields';
import styles from './report-lists.module.css';

const ARTICLE: ArticleDraft = { label: '', text: '' };
const BUDGET: BudgetDraft = {
  amount: '',
  year: '',
  section: '',
  chapter: '',
  nature: '',
  function: null,
  policy: null,
};
const SUBSIDY: SubsidyDraft = {
  beneficiary: '',
  siret: '',
  amount: '',
  rna: null,
  shareOfBudget: null,
  agreementDate: null,
};

/** What the report proposes to decide, and what it costs. */
export function ReportLists(of: OfDraft) {
  return (
    <>
      <Card title="Proposition">
        <div className={form.form}>
          <Lines {...of} list="citations" label="Visas" hint="Un par ligne, sans «&nbsp;Vu&nbsp;»." />
          <Lines
            {...of}
            list="recitals"
            label="Considérants"
            hint="Un par ligne, sans «&nbsp;Considérant&nbsp;»."
          />
          <Articles {...of} />
        </div>
      </Card>
      <Card title="Montants">
        <div className={form.form}>
          <Budget {...of} />
          <Subsidies {...of} />
        </div>
      </Card>
    </>
  );
}

interface LinesProps extends OfDraft {
  readonly list: 'citations' | 'recitals';
  readonly label: string;
  readonly hint: string;
}

function Lines({ draft, set, list, label, hint }: LinesProps) {
  return (
    <div className={form.form}>
      <TextField
        label={label}
        hint={hint}
        name={`report.${list}`}
        rows={4}
        value={draft[list]}
        onChange={(text) => set({ [list]: text })}
      />
      {draft[list].trim() === '' && <NoneBox draft={draft} set={set} list={list} />}
    </div>
  );
}

/** An empty list is not known, unless it is said to be empty. */
function NoneBox({ draft, set, list }: OfDraft & { readonly list: Lists }) {
  return (
    <label className={form.choice}>
      <input
        type="checkbox"
        checked={draft.none.includes(list)}
        onChange={({ target: { checked } }) =>
          set({ none: checked ? [...draft.none, list] : draft.none.filter((one) => one !== list) })
        }
      />
      Il n’y en a pas
    </label>
  );
}

type Rows = 'articles' | 'budget' | 'subsidies';

interface RowsProps<L extends Rows> extends OfDraft {
  readonly list: L;
  readonly legend: string;
  /** What one is called, on the buttons. */
  readonly one: string;
  readonly empty: ReportDraft[L][number];
  readonly children: (
    row: ReportDraft[L][number],
    change: (part: Partial<ReportDraft[L][number]>) => void,
    place: number,
  ) => ReactNode;
}

function RowsField<L extends Rows>({ draft, set, list, legend, one, empty, children }: RowsProps<L>) {
  const rows: readonly ReportDraft[L][number][] = draft[list];
  const put = (next: readonly ReportDraft[L][number][]) => set({ [list]: next });
  return (
    <fieldset>
      <legend>{legend}</legend>
      {rows.map((row, place) => (
        <div key={place} className={styles.row}>
          {children(row, (part) => put(rows.with(place, { ...row, ...part })), place)}
          <button
            type="button"
            className="button"
            aria-label={`Retirer ${one} ${place + 1}`}
            onClick={() => put(rows.filter((_, other) => other !== place))}
          >
            Retirer
          </button>
        </div>
      ))}
      <div className={form.row}>
        <button type="button" className="button" onClick={() => put([...rows, empty])}>
          Ajouter {one}
        </button>
        {rows.length === 0 && <NoneBox draft={draft} set={set} list={list} />}
      </div>
    </fieldset>
  );
}

function Articles(of: OfDraft) {
  return (
    <RowsField {...of} list="articles" legend="Dispositif" one="un article" empty={ARTICLE}>
      {(article, change, place) => (
        <div className={form.form}>
          <TextField
            label="Intitulé"
            hint="Par exemple «&nbsp;Article 1&nbsp;»."
            name={`report.articles.${place}.label`}
            value={article.label}
            onChange={(label) => change({ label })}
          />
          <TextField
            label="Texte de l’article"
            name={`report.articles.${place}.text`}
            required
            rows={3}
            value={article.text}
            onChange={(text) => change({ text })}
          />
        </div>
      )}
    </RowsField>
  );
}

const SECTIONS = [
  { value: 'fonctionnement', label: 'Fonctionnement' },
  { value: 'investissement', label: 'Investissement' },
] as const;

function Budget(of: OfDraft) {
  return (
    <RowsField {...of} list="budget" legend="Imputation budgétaire" one="une ligne" empty={BUDGET}>
      {(line, change, place) => (
        <div className={form.cells}>
          <TextField
            label="Montant (euros)"
            name={`report.budget.${place}.amount`}
            required
            value={line.amount}
            onChange={(amount) => change({ amount })}
          />
          <CountField
            label="Exercice"
            name={`report.budget.${place}.year`}
            value={line.year}
            onChange={(year) => change({ year })}
          />
          <ChoiceField
            label="Section"
            name={`report.budget.${place}.section`}
            value={line.section ?? ''}
            choices={SECTIONS}
            unknown="Non renseignée"
            onChange={(section) => change({ section })}
          />
          <TextField
            label="Chapitre"
            name={`report.budget.${place}.chapter`}
            value={line.chapter}
            onChange={(chapter) => change({ chapter })}
          />
          <TextField
            label="Nature"
            name={`report.budget.${place}.nature`}
            value={line.nature}
            onChange={(nature) => change({ nature })}
          />
        </div>
      )}
    </RowsField>
  );
}

function Subsidies(of: OfDraft) {
  return (
    <RowsField {...of} list="subsidies" legend="Subventions" one="une subvention" empty={SUBSIDY}>
      {(one, change, place) => (
        <div className={form.cells}>
          <TextField
            label="Bénéficiaire"
            name={`report.subsidies.${place}.beneficiary`}
            required
            value={one.beneficiary}
            onChange={(beneficiary) => change({ beneficiary })}
          />
          <TextField
            label="SIRET"
            name={`report.subsidies.${place}.siret`}
            value={one.siret}
            onChange={(siret) => change({ siret })}
          />
          <TextField
            label="Montant (euros)"
            name={`report.subsidies.${place}.amount`}
            required
            value={one.amount}
            onChange={(amount) => change({ amount })}
          />
        </div>
      )}
    </RowsField>
  );
}
