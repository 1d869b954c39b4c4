import type {
  AffairDossier,
  AffairLine,
  AuthorityLine,
  Page,
  ReadModels,
  SearchHit,
  SearchPage,
  SessionBoard,
  SessionLine,
} from '@registre/projections';
import { READINGS, type Reading, type Shown } from './permissions.js';
import type { Rights } from './roles.js';

/** What an answer's visibility is decided from. */
export interface Visibility {
  /** In an authority; for the list of authorities, in each. */
  readonly rightsIn: (authority: string) => Rights;
  readonly authority: string;
  readonly readModels: Pick<ReadModels, 'sessionBoard'>;
}

/** What of an answer its reader may see, the same object when it is all; undefined: nothing, it does not exist. */
export async function visible(shown: Shown, answer: unknown, seen: Visibility): Promise<unknown> {
  switch (shown) {
    case 'authorities':
      return authorities(answer as { items: readonly AuthorityLine[] }, seen);
    case 'session-lines':
      return sessionLines(answer as Page<SessionLine>, seen);
    case 'search-hits':
      return searchHits(answer as SearchPage, seen);
    case 'session-board':
      return sessionBoard(answer as SessionBoard, seen);
    case 'affair-lines':
      return affairLines(answer as { items: readonly AffairLine[] }, seen);
    case 'affair-dossier':
      return affairDossier(answer as AffairDossier, seen);
    // Lines are entered, members' rows and figures written when a séance is over; of one without quorum they count that
    // it was, no more (its procès-verbal de carence is public). An authority and its bodies are public; a proof holds no content; an
    // extract is decided on by its route, from the dossier.
    case 'register-lines':
    case 'closed-sessions':
    case 'authority':
    case 'extract':
    case 'register-file':
    case 'votes-file':
    case 'proof':
      return answer;
  }
}

const may = ({ rightsIn, authority }: Visibility, reading: Reading, body: string | null): boolean =>
  rightsIn(authority).has(READINGS[reading], body);

function authorities(answer: { items: readonly AuthorityLine[] }, { rightsIn }: Visibility) {
  return kept(answer, answer.items, ({ key }) => rightsIn(key).any);
}

function sessionLines(page: Page<SessionLine>, seen: Visibility) {
  return kept(
    page,
    page.items,
    ({ status, body }) => status === 'closed' || may(seen, 'before-closing', body),
  );
}

// A page may then hold fewer than were asked for, or none, and still have a next one.
function searchHits(page: SearchPage, seen: Visibility) {
  const isAct = ({ sessionStatus, outcome }: SearchHit) => sessionStatus === 'closed' && isDecided(outcome);
  return kept(page, page.items, (hit) => isAct(hit) || may(seen, 'before-closing', hit.body));
}

async function affairLines(answer: { items: readonly AffairLine[] }, seen: Visibility) {
  const shown = new Set<AffairLine>();
  for (const line of answer.items) {
    if (may(seen, 'before-closing', line.body) || (await isPublic(line, seen))) shown.add(line);
  }
  return kept(answer, answer.items, (line) => shown.has(line));
}

async function isPublic({ session, outcome }: AffairLine, { readModels, authority }: Visibility) {
  const board = isDecided(outcome) ? await readModels.sessionBoard(authority, session) : undefined;
  return board?.state.status === 'closed';
}

function sessionBoard(board: SessionBoard, seen: Visibility): SessionBoard | undefined {
  const body = board.state.convened?.body ?? null;
  if (board.state.status !== 'closed' && !may(seen, 'before-closing', body)) return undefined;
  if (may(seen, 'closed-doors', body)) return board;
  if (!isDebateKept(board) || board.state.affairs.every(({ debate }) => debate.length === 0)) return board;
  const affairs = board.state.affairs.map((affair) => ({ ...affair, debate: [] }));
  return { ...board, state: { ...board.state, affairs } };
}

async function affairDossier(dossier: AffairDossier, seen: Visibility): Promise<AffairDossier | undefined> {
  const { body, session, agenda, sessionStatus } = dossier;
  const isAct = sessionStatus === 'closed' && isDecided(agenda.outcome);
  if (!isAct && !may(seen, 'before-closing', body)) return undefined;
  if (agenda.debate.length === 0 || may(seen, 'closed-doors', body)) return dossier;
  // As it is known now: doors that were closed then are, whatever the moment that is asked about.
  const board = await seen.readModels.sessionBoard(seen.authority, session);
  const isOpen = board !== undefined && !isDebateKept(board);
  return isOpen ? dossier : { ...dossier, agenda: { ...agenda, debate: [] } };
}

/**
 * Whether the debates of a séance are kept from the public: it was not public, or its doors were closed for a time.
 * Then all of them are: a debate carries no hour, so what was said behind closed doors is not told apart.
 */
const isDebateKept = ({ state }: SessionBoard): boolean =>
  state.closedDoors.length > 0 || state.convened?.public === false;

const isDecided = (outcome: string | null): boolean =>
  outcome === 'adopted' || outcome === 'rejected' || outcome === 'noted';

function kept<A extends { readonly items: readonly T[] }, T>(
  answer: A,
  items: readonly T[],
  keep: (item: T) => boolean,
): A {
  const left = items.filter(keep);
  return left.length === items.length ? answer : { ...answer, items: left };
}
