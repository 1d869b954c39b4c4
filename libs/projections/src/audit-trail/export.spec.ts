import fc from 'fast-check';
import type { AuditEntry, Page } from '../views.js';
import { auditExport, type ExportFormat } from './export.js';

const entry = (ordinal: number, change: Partial<AuditEntry> = {}): AuditEntry => ({
  ordinal,
  stream: 'session-brindas_s1',
  revision: ordinal,
  id: 'id',
  type: 'DebateNoted',
  actor: 'local',
  occurredAt: { date: '2023-10-12', time: null, zone: 'Europe/Paris' },
  recordedAt: '2024-01-05T08:30:00.000Z',
  source: null,
  session: 's1',
  affair: null,
  sentence: 'Le débat est noté.',
  corrects: null,
  correctedBy: null,
  irregularities: [],
  ...change,
});

/** Answers as the read model does, a page at a time. */
const paged =
  (entries: readonly AuditEntry[]) =>
  ({ cursor = '0', limit }: { cursor?: string | undefined; limit: number }): Promise<Page<AuditEntry>> => {
    const end = Number(cursor) + limit;
    const next = end < entries.length ? String(end) : null;
    const freshness = { ordinal: entries.length - 1, recordedAt: null, halted: null };
    return Promise.resolve({ items: entries.slice(Number(cursor), end), next, freshness });
  };

async function textOf(entries: readonly AuditEntry[], format: ExportFormat): Promise<string> {
  let text = '';
  for await (const piece of auditExport(paged(entries), {}, format)) text += piece;
  return text;
}

/** A plain reader of RFC 4180. */
function cellsOf(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, bare, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare ?? '');
    if (end !== ',') rows.push([]);
  }
  return rows.slice(0, -1);
}

describe('the history as a file', () => {
  it('has a line for each event, whatever the number of pages', async () => {
    const entries = Array.from({ length: 1_203 }, (_, ordinal) => entry(ordinal));
    const lines = (await textOf(entries, 'jsonl')).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as AuditEntry)).toEqual(entries);
    expect(cellsOf(await textOf(entries, 'csv'))).toHaveLength(1_204);
  });

  it('is the same text again in CSV, unless a spreadsheet would run it', () =>
    fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (sentence) => {
        const [, row] = cellsOf(await textOf([entry(0, { sentence })], 'csv'));
        const cell = row?.[6] ?? '';
        expect(cell === sentence || cell === `'${sentence}`).toBe(true);
        expect(row).toHaveLength(17);
      }),
    ));

  it.each(['=1+1', '+33 4', '-2', '@SUM(A1)', '\t=1', ' =1', '＝1', '\r=1'])(
    'gives no formula to a spreadsheet: %j',
    async (sentence) => {
      const [, row] = cellsOf(await textOf([entry(0, { sentence, actor: sentence })], 'csv'));
      expect([row?.[6], row?.[7]]).toEqual([`'${sentence}`, `'${sentence}`]);
    },
  );

  it('leaves empty what is not known', async () => {
    const [head, row] = cellsOf(await textOf([entry(0)], 'csv'));
    const told = Object.fromEntries((head ?? []).map((column, place) => [column, row?.[place]]));
    expect(told).toMatchObject({ occurredDate: '2023-10-12', occurredTime: '', affair: '', corrects: '' });
  });
});
