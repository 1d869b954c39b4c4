import { csvHead, csvLine, type CsvColumns } from '../csv.js';
import type { AuditEntry, Page } from '../views.js';
import type { AuditTrailRequest } from './queries.js';

export const EXPORT_FORMATS = ['jsonl', 'csv'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

type AskPage = (request: AuditTrailRequest) => Promise<Page<AuditEntry> | undefined>;
type Filter = Omit<AuditTrailRequest, 'cursor' | 'limit'>;

const PAGE = 500;

/** The history, page by page: one page at most is in memory. */
export async function* auditPages(ask: AskPage, filter: Filter): AsyncGenerator<readonly AuditEntry[]> {
  let cursor: string | undefined;
  do {
    const page = await ask({ ...filter, cursor, limit: PAGE });
    yield page?.items ?? [];
    cursor = page?.next ?? undefined;
  } while (cursor !== undefined);
}

/** The history as the text of a file, a piece for each page. */
export async function* auditExport(
  ask: AskPage,
  filter: Filter,
  format: ExportFormat,
): AsyncGenerator<string> {
  if (format === 'csv') yield csvHead(COLUMNS);
  const lineOf = format === 'csv' ? (entry: AuditEntry) => csvLine(COLUMNS, entry) : jsonLine;
  for await (const entries of auditPages(ask, filter)) yield entries.map(lineOf).join('');
}

const jsonLine = (entry: AuditEntry): string => `${JSON.stringify(entry)}\n`;

const COLUMNS: CsvColumns<AuditEntry> = {
  ordinal: ({ ordinal }) => ordinal,
  recordedAt: ({ recordedAt }) => recordedAt,
  occurredDate: ({ occurredAt }) => occurredAt.date,
  occurredTime: ({ occurredAt }) => occurredAt.time,
  zone: ({ occurredAt }) => occurredAt.zone,
  type: ({ type }) => type,
  sentence: ({ sentence }) => sentence,
  actor: ({ actor }) => actor,
  session: ({ session }) => session,
  affair: ({ affair }) => affair,
  stream: ({ stream }) => stream,
  revision: ({ revision }) => revision,
  id: ({ id }) => id,
  source: ({ source }) => (source === null ? null : JSON.stringify(source)),
  corrects: ({ corrects }) => corrects,
  correctedBy: ({ correctedBy }) => correctedBy,
  irregularities: ({ irregularities }) =>
    irregularities.length === 0 ? null : JSON.stringify(irregularities),
};
