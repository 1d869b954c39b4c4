import {
  ExtractRenderer,
  type CertifiedExtract,
  type Certification,
  type ExtractSubject,
  type RenderedExtract,
} from '@registre/deliberation';
import type { FileStore } from '../files/file-store.js';
import { StoredTexts } from '../files/texts.js';
import type { ExtractContext } from './context.js';
import { extractContext } from './extract-context.js';
import { irregularitiesPage } from './irregularities-page.js';
import { renderTemplate } from './liquid.js';

/** What stands on every text that is not certified. */
export const DRAFT_MARK = 'PROJET – non certifié';

/** An extract as it is given out. */
export interface Extract {
  readonly certified: boolean;
  readonly text: string;
  /** The variables, as JSON text. */
  readonly variables: string;
}

/**
 * The text of an affair as it would be certified now. It says that it is a draft, even where the template forgets.
 *
 * @throws Refusal `impossible` if the template fails on this affair, `not-found` if the report was erased
 * @throws FileAltered, StoreUnavailable if the report stands in the store and cannot be read
 */
export async function draftExtract(
  files: FileStore,
  subject: ExtractSubject,
  template: string,
): Promise<Extract> {
  const { text, variables } = await renderExtract(files, subject, template, null);
  const marked = text.includes(DRAFT_MARK) ? text : `${DRAFT_MARK}\n\n${text}`;
  return { certified: false, text: marked, variables };
}

/**
 * The bytes that were certified, whatever the register has learned since.
 *
 * @throws Refusal `not-found` if they were erased
 * @throws FileAltered, StoreUnavailable
 */
export async function certifiedExtract(
  files: FileStore,
  authority: string,
  { text, variables }: Pick<CertifiedExtract, 'text' | 'variables'>,
): Promise<Extract> {
  const texts = new StoredTexts(files);
  return {
    certified: true,
    text: await texts.read(authority, text),
    variables: await texts.read(authority, variables),
  };
}

/** An extract in the form asked: its text, or the variables it was made from, as JSON. */
export const presentExtract = (extract: Extract, format: 'text' | 'json'): string =>
  format === 'json' ? extract.variables : extract.text;

/** Makes the three contents that certifying freezes, and keeps them in the file store. */
export class LiquidExtractRenderer extends ExtractRenderer {
  constructor(private readonly files: FileStore) {
    super();
  }

  /**
   * Renders an extract and keeps template, variables and text, in UTF-8. Nothing is kept if the rendering fails.
   *
   * @throws Refusal `impossible` if the template fails on this affair, `not-found` if the report was erased
   * @throws FileAltered, StoreUnavailable as the file store
   */
  override async render(
    subject: ExtractSubject,
    template: string,
    certification: Certification,
  ): Promise<RenderedExtract> {
    const { text, variables } = await renderExtract(this.files, subject, template, certification);
    const keep = (content: string) => this.files.put(subject.authority, Buffer.from(content, 'utf8'));
    return { template: await keep(template), variables: await keep(variables), text: await keep(text) };
  }
}

async function renderExtract(
  files: FileStore,
  subject: ExtractSubject,
  template: string,
  certification: Certification | null,
): Promise<{ readonly text: string; readonly variables: string }> {
  const kept = subject.paper.report?.text ?? null;
  const reportText = kept === null ? null : await new StoredTexts(files).read(subject.authority, kept);
  const context = extractContext(subject, reportText, certification);
  const text = renderTemplate(template, context) + irregularitiesPage(subject);
  return { text, variables: variablesText(context) };
}

/** Indented, so that the frozen variables can be read as they are. */
const variablesText = (context: ExtractContext): string => `${JSON.stringify(context, null, 2)}\n`;
