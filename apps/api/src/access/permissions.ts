import type { Role } from './roles.js';

/** What an answer shows, and so what of it is kept from those who may only read the public register. */
export type Shown =
  | 'authorities'
  | 'authority'
  | 'register-lines'
  | 'search-hits'
  | 'closed-sessions'
  | 'session-lines'
  | 'session-board'
  | 'affair-lines'
  | 'affair-dossier'
  | 'extract'
  | 'register-file'
  | 'votes-file'
  | 'proof';

export interface Permission {
  /** Who may; `anyone`: without being known, in no authority. */
  readonly roles: readonly Role[] | 'anyone';
  /** For what the public may read: what of it is shown to whom. */
  readonly shows?: Shown;
}

const STAFF: readonly Role[] = ['clerk', 'chair', 'signatory', 'auditor'];
const ROOM: readonly Role[] = ['clerk', 'chair'];
const CLERK: readonly Role[] = ['clerk'];
const SIGNATORY: readonly Role[] = ['signatory'];
const OPERATOR: readonly Role[] = ['operator'];
const ANYONE = 'anyone';

const A = '/api/v1/:authority';
const SESSION = `${A}/sessions/:session`;
const AFFAIR = `${SESSION}/affairs/:affair`;

/** What is not yet public: who may read it. */
export const READINGS = {
  /** Reports, agendas, votes and debates of a séance that is not closed. */
  'before-closing': STAFF,
  /** What was said behind closed doors. */
  'closed-doors': ['clerk', 'chair', 'auditor'],
  /** An extract that nobody has certified. */
  drafts: STAFF,
} satisfies Readonly<Record<string, readonly Role[]>>;

export type Reading = keyof typeof READINGS;

const to = (roles: Permission['roles'], routes: readonly string[]): [string, Permission][] =>
  routes.map((route) => [route, { roles }]);

const toAll = (shows: Shown, route: string): [string, Permission] => [route, { roles: ['reader'], shows }];

/**
 * Who may do what: each route of the server, its commands first. A route that is not here is refused to everybody
 * (`no-permission`), and test/acceptance/access-matrix.spec.ts fails.
 */
export const PERMISSIONS: ReadonlyMap<string, Permission> = new Map<string, Permission>([
  ...to(OPERATOR, [`POST ${A}`, 'POST /api/v1/examples']),

  // The assembly.
  ...to(CLERK, [
    `POST ${A}/bodies`,
    `POST ${A}/bodies/:body/members`,
    `POST ${A}/bodies/:body/template`,
    `POST ${A}/bodies/:body/rules`,
    `POST ${A}/bodies/:body/merges`,
    `POST ${A}/bodies/:body/members/:member/unseating`,
    `POST ${A}/bodies/:body/members/:member/office`,
    `POST ${A}/description`,
    `POST ${A}/registers`,
  ]),

  // The séance.
  ...to(ROOM, [
    `POST ${A}/sessions`,
    `POST ${SESSION}/convocations`,
    `POST ${SESSION}/quorum-failure`,
    `POST ${SESSION}/opening`,
    `POST ${SESSION}/urgency`,
    `POST ${SESSION}/closed-doors`,
    `POST ${SESSION}/closed-doors/end`,
    `POST ${SESSION}/attendance`,
    `POST ${SESSION}/chair`,
    `POST ${SESSION}/secretaries`,
    `POST ${SESSION}/proxies`,
    `POST ${SESSION}/arrivals`,
    `POST ${SESSION}/departures`,
    `POST ${SESSION}/proxies/:giver/revocation`,
    `POST ${SESSION}/suspension`,
    `POST ${SESSION}/resumption`,
    `POST ${SESSION}/installations`,
    `POST ${SESSION}/resignations`,
    `POST ${SESSION}/corrections`,
    `POST ${SESSION}/closing`,
    `POST ${SESSION}/ballot-requests`,
    `POST ${SESSION}/ballots`,
    `POST ${SESSION}/ballots/:ballot/closing`,
    `POST ${SESSION}/ballots/:ballot/voiding`,
    `POST ${A}/ballots/:ballot/votes`,
    `POST ${A}/ballots/:ballot/hands`,
    `POST ${A}/ballots/:ballot/signatures`,
    `POST ${A}/ballots/:ballot/papers`,
    `POST ${SESSION}/affairs`,
    `POST ${AFFAIR}/call`,
    `POST ${AFFAIR}/debate`,
    `POST ${AFFAIR}/recusals`,
    `POST ${AFFAIR}/decision`,
    `POST ${AFFAIR}/note`,
    `POST ${AFFAIR}/postponement`,
    `POST ${AFFAIR}/withdrawal`,
  ]),

  // The paper, before and after.
  ...to(CLERK, [
    `POST ${AFFAIR}/report`,
    `POST ${AFFAIR}/report/revisions`,
    `POST ${AFFAIR}/annexes`,
    `POST ${AFFAIR}/annexes/file`,
    `POST ${AFFAIR}/number`,
    `POST ${AFFAIR}/transmission`,
    `POST ${AFFAIR}/acknowledgement`,
    `POST ${AFFAIR}/publication`,
    `POST ${AFFAIR}/fates`,
    `POST ${AFFAIR}/strikings`,
    `POST ${SESSION}/list`,
    `POST ${SESSION}/minutes`,
    `POST ${SESSION}/minutes/publication`,
  ]),
  ...to(SIGNATORY, [`POST ${AFFAIR}/extract`, `POST ${AFFAIR}/erasures`]),

  // The public register.
  toAll('authorities', 'GET /api/v1'),
  toAll('authority', `GET ${A}`),
  toAll('authority', `GET ${A}/bodies/:body`),
  toAll('authority', `GET ${A}/bodies/:body/convocation`),
  toAll('register-lines', `GET ${A}/register`),
  toAll('register-file', `GET ${A}/register.csv`),
  toAll('register-lines', `GET ${A}/register/moments`),
  toAll('search-hits', `GET ${A}/search`),
  toAll('closed-sessions', `GET ${A}/members`),
  toAll('closed-sessions', `GET ${A}/members/:member`),
  toAll('closed-sessions', `GET ${A}/members/:member/sessions.csv`),
  toAll('closed-sessions', `GET ${A}/members/:member/votes`),
  toAll('closed-sessions', `GET ${A}/members/:member/votes.csv`),
  toAll('closed-sessions', `GET ${A}/stats`),
  toAll('closed-sessions', `GET ${A}/stats.csv`),
  toAll('session-lines', `GET ${A}/sessions`),
  toAll('session-board', `GET ${SESSION}`),
  toAll('affair-lines', `GET ${A}/affairs`),
  toAll('affair-dossier', `GET ${A}/affairs/:affair`),
  toAll('extract', `GET ${A}/affairs/:affair/extract`),
  toAll('votes-file', `GET ${A}/affairs/:affair/votes.csv`),

  // History and audit.
  ...to(STAFF, [
    `GET ${A}/events`,
    `GET ${A}/events/summary`,
    `GET ${A}/live`,
    `GET ${A}/delays`,
    `GET ${SESSION}/affairs`,
    `GET ${A}/register/changes`,
    `GET ${A}/affairs/:affair/contents/:content`,
    `GET ${AFFAIR}/annexes/:annex`,
  ]),
  ...to(STAFF, [`GET ${A}/events.jsonl`, `GET ${A}/events.csv`]),
  ...to(['auditor'], [`GET ${A}/access-journal`]),

  // The door itself.
  ...to(ANYONE, [
    'GET /api/v1/rules',
    'GET /health/live',
    'GET /health/ready',
    'GET /api',
    'GET /api/',
    'GET /api/*',
    'GET /api/index.html',
    'GET /api/LICENSE',
    'GET /api/swagger-ui-init.js',
    'GET /api/api/swagger-ui-init.js',
    'GET /api/openapi.json',
    'GET /api-yaml',
    'GET /api/session',
    'GET /entrer',
    'GET /entrer/retour',
    'POST /sortir',
    'GET /*',
  ]),
]);
