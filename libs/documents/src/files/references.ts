import type { AffairEvent, FileReference, SessionEvent } from '@registre/deliberation';

/** The files that an event names: what a copy takes along, and what must be there. */
export function filesNamedBy(event: {
  readonly type: string;
  readonly data: object;
}): readonly FileReference[] {
  const named = event as AffairEvent | SessionEvent;
  switch (named.type) {
    case 'ReportSubmitted':
    case 'ReportRevised':
      return inStore(named.data.report.text);
    case 'MinutesSettled':
      return inStore(named.data.text);
    case 'AnnexAttached':
      return named.data.file === null ? [] : [named.data.file];
    case 'ExtractCertified':
      return [named.data.template, named.data.variables, named.data.text];
    default:
      return [];
  }
}

const inStore = (text: string | FileReference | null): readonly FileReference[] =>
  text === null || typeof text === 'string' ? [] : [text];

/** The content that an event erases; undefined: none. */
export function erasedBy(event: { readonly type: string; readonly data: object }): string | undefined {
  const named = event as AffairEvent;
  return named.type === 'ContentErased' ? named.data.content : undefined;
}
