import type { BudgetLine, Report, Subsidy } from '@registre/deliberation';

export const reportDraftName = (affair: string): string => `rapport.${affair}`;

export type Lists = 'citations' | 'recitals' | 'articles' | 'budget' | 'subsidies';

export interface ArticleDraft {
  readonly label: string;
  readonly text: string;
}

/** What the page does not show of a line goes with it. */
export interface BudgetDraft extends Pick<BudgetLine, 'function' | 'policy'> {
  readonly amount: string;
  readonly year: string;
  readonly section: BudgetLine['section'] | '';
  readonly chapter: string;
  readonly nature: string;
}

export interface SubsidyDraft extends Pick<Subsidy, 'rna' | 'shareOfBudget' | 'agreementDate'> {
  readonly beneficiary: string;
  readonly siret: string;
  readonly amount: string;
}

/** A report while it is written: what is empty is not known, unless it is said that there is none. */
export interface ReportDraft {
  readonly subject: string;
  readonly classification: string;
  readonly rapporteur: string | null;
  readonly role: string;
  readonly delegation: string;
  readonly text: string;
  readonly format: Report['format'];
  /** One a line. */
  readonly citations: string;
  readonly recitals: string;
  readonly articles: readonly ArticleDraft[];
  readonly budget: readonly BudgetDraft[];
  readonly subsidies: readonly SubsidyDraft[];
  /** Lists that are known to be empty. */
  readonly none: readonly Lists[];
  readonly reason: string;
}

export const EMPTY_REPORT: ReportDraft = {
  subject: '',
  classification: '',
  rapporteur: null,
  role: '',
  delegation: '',
  text: '',
  format: 'text',
  citations: '',
  recitals: '',
  articles: [],
  budget: [],
  subsidies: [],
  none: [],
  reason: '',
};

/** What a report holds, to be written on. @param text what stands in the file store where it is long */
export function draftOfReport(report: Report, text: string): ReportDraft {
  const lists = ['citations', 'recitals', 'articles', 'budget', 'subsidies'] as const;
  return {
    subject: report.subject,
    classification: report.classification ?? '',
    rapporteur: report.rapporteur?.member ?? null,
    role: report.rapporteur?.role ?? '',
    delegation: report.delegation ?? '',
    text,
    format: report.format,
    citations: linesOf(report.citations),
    recitals: linesOf(report.recitals),
    articles: (report.articles ?? []).map((one) => ({ label: one.label ?? '', text: one.text })),
    budget: (report.budget ?? []).map(budgetDraftOf),
    subsidies: (report.subsidies ?? []).map(subsidyDraftOf),
    none: lists.filter((list) => report[list]?.length === 0),
    reason: '',
  };
}

// One a line: a line break inside of one would make two of it.
const linesOf = (texts: readonly string[] | null): string =>
  (texts ?? []).map((text) => text.replaceAll(/\s*\n\s*/g, ' ')).join('\n');

const budgetDraftOf = ({ year, section, chapter, nature, ...line }: BudgetLine): BudgetDraft => ({
  ...line,
  year: String(year),
  section: section ?? '',
  chapter: chapter ?? '',
  nature: nature ?? '',
});

const subsidyDraftOf = ({ siret, ...subsidy }: Subsidy): SubsidyDraft => ({ ...subsidy, siret: siret ?? '' });

/**
 * The report as it is sent.
 *
 * @param before the report that is revised: what this page does not show of it stays
 */
export function reportIn(draft: ReportDraft, before: Report | null) {
  const { rapporteur, none } = draft;
  const role = said(draft.role);
  const list = <T>(name: Lists, items: readonly T[]): readonly T[] | null =>
    items.length > 0 ? items : none.includes(name) ? [] : null;
  return {
    subject: draft.subject.trim(),
    classification: said(draft.classification),
    references: before?.references ?? null,
    rapporteur: rapporteur === null && role === null ? null : { member: rapporteur, role },
    delegation: said(draft.delegation),
    text: said(draft.text),
    format: draft.format,
    citations: list('citations', linesIn(draft.citations)),
    recitals: list('recitals', linesIn(draft.recitals)),
    articles: list(
      'articles',
      draft.articles.map(({ label, text }) => ({ label: said(label), text: text.trim() })),
    ),
    budget: list('budget', draft.budget.map(budgetLineIn)),
    subsidies: list('subsidies', draft.subsidies.map(subsidyIn)),
  };
}

const said = (text: string): string | null => text.trim() || null;
const linesIn = (text: string): readonly string[] => text.split('\n').flatMap((line) => line.trim() || []);

const budgetLineIn = ({ amount, year, section, chapter, nature, function: role, policy }: BudgetDraft) => ({
  amount: eurosIn(amount),
  currency: 'EUR',
  year: Number(year),
  section: section || null,
  chapter: said(chapter),
  function: role,
  nature: said(nature),
  policy,
});

const subsidyIn = ({ beneficiary, siret, amount, ...known }: SubsidyDraft) => ({
  ...known,
  beneficiary: beneficiary.trim(),
  siret: siret.replaceAll(/\s/g, '') || null,
  amount: eurosIn(amount),
});

/** « 75 000,5 » → `75000.50`; what is no amount goes as it was typed, to be named as such. */
function eurosIn(text: string): string {
  const plain = text.replaceAll(/[\s€]/g, '').replace(',', '.');
  const [, whole, cents = ''] = /^(-?\d+)(?:\.(\d{0,2}))?$/.exec(plain) ?? [];
  return whole === undefined ? text : `${whole}.${cents.padEnd(2, '0')}`;
}
