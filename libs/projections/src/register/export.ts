import { answerLong, fateName, outcomeLong } from '../domain.js';
import { csvHead, csvLine, type CsvColumns } from '../csv.js';
import type { RegisterLine, RegisterPage } from '../views.js';
import type { RegisterRequest } from './queries.js';

type AskPage = (request: RegisterRequest) => Promise<RegisterPage | undefined>;
type Wanted = Omit<RegisterRequest, 'cursor' | 'limit' | 'offset'>;

const PAGE = 500;

/** The lines of the register for a spreadsheet, a piece for each page: one page at most is in memory. */
export async function* registerCsv(ask: AskPage, wanted: Wanted): AsyncGenerator<string> {
  yield csvHead(COLUMNS);
  let cursor: string | undefined;
  do {
    const page = await ask({ ...wanted, cursor, limit: PAGE });
    yield (page?.items ?? []).map((line) => csvLine(COLUMNS, line)).join('');
    cursor = page?.next ?? undefined;
  } while (cursor !== undefined);
}

/** What each column holds is told in docs/exports.md. */
const COLUMNS: CsvColumns<RegisterLine> = {
  date: ({ date }) => date,
  instance: ({ bodyName }) => bodyName,
  numero: ({ number }) => number,
  point: ({ order }) => order,
  objet: ({ subject }) => subject,
  resultat_proclame: ({ outcome }) => outcome && outcomeLong(outcome),
  termes_proclames: ({ proclaimed }) => proclaimed,
  feuillet: ({ sheet }) => sheet,
  extrait_certifie: ({ certifiedAt }) => (certifiedAt === null ? 'non' : 'oui'),
  certifie_le: ({ certifiedAt }) => certifiedAt,
  devenir: ({ fate }) => fate && fateName(fate),
  executoire: ({ enforceable }) => (enforceable === 'unknown' ? null : answerLong(enforceable)),
  irregularites: ({ irregularities }) => irregularities,
  connue_depuis: ({ knownSince }) => knownSince,
  acte: ({ affair }) => affair,
  seance: ({ session }) => session,
};
