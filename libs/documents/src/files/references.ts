import type { AffairEvent, FileReference } from '@registre/deliberation';

/** The files that an event names: what a copy takes along, and what must be there. */
export function filesNamedBy(event: {
  readonly type: string;
  readonly data: object;
}): readonly FileReference[] {
  const named = event as AffairEvent;
  switch (named.type) {
    case 'ReportSubmitted':
    case 'ReportRevised': {
      const { text } = named.data.report;
      return text === null || typeof text === 'string' ? [] : [text];
    }
    case 'AnnexAttached':
      return named.data.file === null ? [] : [named.data.file];
    case 'ExtractCertified':
      return [named.data.template, named.data.variables, named.data.text];
    default:
      return [];
  }
}
