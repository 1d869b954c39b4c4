import { csvHead, csvLine, type CsvColumns } from '../csv.js';
import type { MemberRecord, MemberSession, MemberVote, Page } from '../views.js';

const PAGE = 500;

interface Asked {
  readonly cursor: string | undefined;
  readonly limit: number;
}

interface AtAffair {
  readonly at: MemberSession;
  /** Null: no affair was called. */
  readonly called: MemberSession['affairs'][number] | null;
}

const SESSIONS: CsvColumns<AtAffair> = {
  date: ({ at }) => at.date,
  body: ({ at }) => at.body,
  bodyName: ({ at }) => at.bodyName,
  session: ({ at }) => at.session,
  presence: ({ at }) => at.presence,
  mode: ({ at }) => at.mode,
  office: ({ at }) => at.office,
  affair: ({ called }) => called?.affair ?? null,
  was: ({ called }) => called?.was ?? null,
  recusalGround: ({ at, called }) =>
    at.recusals.find(({ affair }) => affair === called?.affair)?.ground ?? null,
};

/** How a member was at each closed séance, a line for each affair that was called, and one where none was. */
export async function* memberSessionsCsv(
  ask: (page: Asked) => Promise<MemberRecord | undefined>,
): AsyncGenerator<string> {
  yield csvHead(SESSIONS);
  for await (const items of pages(ask)) {
    const lines = items.flatMap((at) =>
      (at.affairs.length === 0 ? [null] : at.affairs).map((called): AtAffair => ({ at, called })),
    );
    yield lines.map((line) => csvLine(SESSIONS, line)).join('');
  }
}

const VOTES: CsvColumns<MemberVote> = {
  date: ({ date }) => date,
  body: ({ body }) => body,
  session: ({ session }) => session,
  affair: ({ affair }) => affair,
  number: ({ number }) => number,
  subject: ({ subject }) => subject,
  ballot: ({ ballot }) => ballot,
  seat: ({ seat }) => seat,
  voter: ({ voter }) => voter,
  choice: ({ choice }) => choice,
};

/** The public votes of a member, and those cast for others. */
export async function* memberVotesCsv(
  ask: (page: Asked) => Promise<Page<MemberVote> | undefined>,
): AsyncGenerator<string> {
  yield csvHead(VOTES);
  for await (const items of pages(ask)) yield items.map((vote) => csvLine(VOTES, vote)).join('');
}

async function* pages<T>(ask: (page: Asked) => Promise<Page<T> | undefined>): AsyncGenerator<readonly T[]> {
  let cursor: string | undefined;
  do {
    const page: Page<T> | undefined = await ask({ cursor, limit: PAGE });
    yield page?.items ?? [];
    cursor = page?.next ?? undefined;
  } while (cursor !== undefined);
}
