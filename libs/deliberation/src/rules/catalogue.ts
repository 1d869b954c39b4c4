import type { RuleCode } from '../wording/rule-codes.js';
import { BALLOT_REQUEST_RULES } from './ballot-requests.js';
import { CLOSED_DOORS_RULES } from './closed-doors.js';
import {
  CONVOCATION_RULES,
  NOTE_RULES,
  REPORTS_RULES,
  SECOND_CONVOCATION_RULES,
  URGENCY_RULES,
} from './convocation.js';
import { LIST_DELAYS, MINUTES_DELAYS, PUBLICATION_RULES, TRANSMISSION_DELAYS } from './delays.js';
import { CONSECUTIVE_SESSIONS, PROXIES_PER_BEARER } from './proxies.js';
import { QUORUM_RULES } from './quorum.js';
import { DESIGNATED_OUT_OF_QUORUM } from './recusals.js';
import { REMOTE_ATTENDANCE } from './remote.js';
import type { DatedRule, Regime } from './rule-set.js';
import { SIGNATORIES } from './signatories.js';
import type { OfCommunes } from './which-communes.js';

/** A row of a dated table, its value in French. */
export interface RuleRow extends Omit<DatedRule<unknown>, 'value'> {
  readonly says: string;
  /** Of communes: to which. */
  readonly communes: OfCommunes;
  /** Rows of another part stand beside it; null: the rule has one part. */
  readonly part: string | null;
}

/** A rule that depends on the day and on the kind of authority. */
export interface RuleTable {
  /** In French. */
  readonly title: string;
  /** The first row that fits a day and a kind of authority is the rule; without one, the answer is unknown. */
  readonly rows: readonly RuleRow[];
  /** File of the table, within `libs/deliberation/src`. */
  readonly source: string;
  readonly spec: string;
}

/** A rule as it is named in a refusal or an irregularity. */
export interface CodedRule {
  readonly code: RuleCode;
  /** Of the CGCT unless named; null: of no text (the register's own coherence, or practice). */
  readonly article: string | null;
  /** Whether the register records what breaks it, when asked to (irregular), or never does (impossible). */
  readonly kind: 'irregular' | 'impossible';
  /** Files within `libs/deliberation/src`. */
  readonly source: string;
  readonly spec: string;
}

const table = <T>(
  title: string,
  rules: readonly DatedRule<T>[],
  says: (value: T, regimes: readonly Regime[]) => string,
  source: string,
  spec = 'law-of-the-day',
  partOf: (value: T) => string | null = () => null,
): RuleTable => ({
  title,
  rows: rules.map(({ value, ...row }) => ({
    ...row,
    says: says(value, row.regimes),
    communes: communesIn(value),
    part: partOf(value),
  })),
  source: `rules/${source}.ts`,
  spec: `rules/${spec}.spec.ts`,
});

function communesIn(value: unknown): OfCommunes {
  const { fromPopulation, belowPopulation, departments } = Object(value) as OfCommunes;
  return {
    ...(fromPopulation === undefined ? {} : { fromPopulation }),
    ...(belowPopulation === undefined ? {} : { belowPopulation }),
    ...(departments === undefined ? {} : { departments }),
  };
}

const days = (count: number): string => `${count} jour${count > 1 ? 's' : ''}`;

function whichCommunes({ fromPopulation, belowPopulation, departments }: OfCommunes): string {
  const size =
    fromPopulation === undefined
      ? belowPopulation === undefined
        ? ''
        : ` (communes de moins de ${inhabitants(belowPopulation)})`
      : ` (communes de ${inhabitants(fromPopulation)} et plus)`;
  return departments === undefined ? size : `${size}, départements ${departments.join(', ')}`;
}

const inhabitants = (count: number): string => `${count.toLocaleString('fr-FR')}\u00a0habitants`;

/** The dated tables, in the order of a séance. */
export const RULE_TABLES: readonly RuleTable[] = [
  table(
    'Délai de convocation',
    CONVOCATION_RULES,
    (rule) => `${rule.clearDays} jours francs${whichCommunes(rule)}`,
    'convocation',
    'convocation',
  ),
  table(
    'Délai de convocation en urgence',
    URGENCY_RULES,
    (rule) => `${rule.clearDays === 0 ? 'la veille' : '1 jour franc'}${whichCommunes(rule)}`,
    'convocation',
    'convocation',
  ),
  table('Note explicative de synthèse', NOTE_RULES, (rule) => `exigée${whichCommunes(rule)}`, 'convocation'),
  table('Envoi des rapports', REPORTS_RULES, (rule) => `${days(rule.days)}, non francs`, 'convocation'),
  table(
    'Seconde convocation, sans condition de quorum',
    SECOND_CONVOCATION_RULES,
    (rule) => {
      if (rule.exactly) return `de plein droit ${days(rule.days)} après`;
      return rule.days === 0
        ? `sans délai${whichCommunes(rule)}`
        : `${days(rule.days)} après, au moins${whichCommunes(rule)}`;
    },
    'convocation',
    'convocation',
  ),
  table(
    'Quorum',
    QUORUM_RULES,
    ({ share, counted }) =>
      `${share === 'a-third' ? 'un tiers' : 'plus de la moitié'} des membres en exercice, ` +
      (counted === 'present' ? 'présents' : 'présents ou représentés'),
    'quorum',
    'quorum',
  ),
  table(
    'Membre déporté pour avoir été désigné ailleurs (L1111-6, II)',
    DESIGNATED_OUT_OF_QUORUM,
    () => 'n’est plus compté parmi les membres en exercice pour le quorum',
    'recusals',
    'recusals',
  ),
  table(
    'Présence à distance',
    REMOTE_ATTENDANCE,
    (allowed) => (allowed ? 'permise' : 'non permise'),
    'remote',
    'remote',
  ),
  table(
    'Pouvoirs par mandataire',
    PROXIES_PER_BEARER,
    (most) => `${most} pouvoir${most > 1 ? 's' : ''} au plus`,
    'proxies',
    'proxies',
  ),
  table(
    'Durée d’un pouvoir',
    CONSECUTIVE_SESSIONS,
    (most) => `${most} séances consécutives au plus, sauf maladie dûment constatée`,
    'proxies',
    'proxies',
  ),
  table(
    'Demande de huis clos',
    CLOSED_DOORS_RULES,
    (asking) => `${asking} membres, ou qui préside`,
    'closed-doors',
  ),
  table(
    'Demande d’un mode de scrutin',
    BALLOT_REQUEST_RULES,
    ({ method, oneIn }) =>
      `${method === 'secret' ? 'scrutin secret' : 'scrutin public par appel nominal'}\u00a0: ` +
      `un membre présent sur ${oneIn}`,
    'ballot-requests',
    'ballot-requests',
    ({ method }) => method,
  ),
  table(
    'Signature des délibérations au registre',
    SIGNATORIES,
    (who) =>
      who === 'all-present' ? 'tous les membres présents' : 'le président et le secrétaire de séance',
    'signatories',
  ),
  table(
    'Compte rendu, puis liste des délibérations',
    LIST_DELAYS,
    ({ days: count, what }) => `${what}\u00a0: ${days(count)} après la séance`,
    'delays',
  ),
  table(
    'Procès-verbal en ligne',
    MINUTES_DELAYS,
    ({ days: count }) => `${days(count)} après qu’il a été arrêté`,
    'delays',
  ),
  table(
    'Transmission au préfet',
    TRANSMISSION_DELAYS,
    ({ days: count, what }) => `${what}\u00a0: ${days(count)}`,
    'delays',
  ),
  table('Publication des actes', PUBLICATION_RULES, () => 'publié entier, sous forme électronique', 'delays'),
];

type Where = readonly [source: string, spec: string];

const rules = (
  [source, spec]: Where,
  article: string | null,
  codes: readonly RuleCode[],
  kind: CodedRule['kind'] = 'irregular',
): CodedRule[] =>
  codes.map((code) => ({ code, article, kind, source: `${source}.ts`, spec: `${spec}.spec.ts` }));

const GIVE_PROXY: Where = ['session/give-proxy', 'session/give-proxy'];
const CONVOCATION: Where = ['session/convocation-rules', 'session/secretariat'];
const ATTENDANCE: Where = ['session/attendance-rules', 'session/record-attendance'];
const MANNER: Where = ['session/manner-of-voting', 'session/open-ballot'];
const CLOSE_BALLOT: Where = ['session/close-ballot', 'session/close-ballot'];
const HANDS: Where = ['ballot/count-hands', 'ballot/count-hands'];
const IDENTITY: Where = ['authority/description', 'authority/register-authority'];

/** Every rule that a command is measured by, with the place that does it and the one that tries it. */
export const CODED_RULES: readonly CodedRule[] = [
  ...rules(['session/decide-affair', 'session/decide-affair'], 'L5211-10', ['R5.delegation']),
  ...rules(ATTENDANCE, 'L2121-17', ['R6.above-in-office']),
  ...rules(['session/preconditions', 'session/mandates'], 'L2121-17', ['R6.mandate']),
  ...rules(ATTENDANCE, 'L5211-6', ['R6.no-substitutes', 'R6.substitute']),
  ...rules(ATTENDANCE, 'L5211-11-1', ['R6.remote']),
  ...rules(['session/quorum-now', 'session/call-affair'], 'L2121-17', ['R7.quorum']),
  ...rules(['session/convocation-rules', 'session/convene-session'], 'L2121-17', [
    'R8.interval',
    'R8.second-convocation',
  ]),
  ...rules(['session/place-affair', 'session/place-affair'], 'L2121-17', ['R8.agenda']),
  ...rules(['session/convene-session', 'session/convene-session'], 'L2121-17', ['R8.no-failed-session']),
  ...rules(['session/record-quorum-failure', 'session/secretariat'], 'L2121-17', ['R8.no-quorum-needed']),
  ...rules(GIVE_PROXY, 'L2121-20', [
    'R10.bearer-present',
    'R10.giver-absent',
    'R10.one-per-bearer',
    'R10.one-per-giver',
    'R10.three-sessions',
  ]),
  ...rules(GIVE_PROXY, 'L2121-20', ['R10.giver-is-bearer'], 'impossible'),
  ...rules(['ballot/preconditions', 'ballot/cast-vote'], 'L2121-20', ['R10.not-the-bearer'], 'impossible'),
  ...rules(['session/place-affair', 'session/place-affair'], 'L2121-10', ['R12.added-during-session']),
  ...rules(CONVOCATION, 'L2121-12', ['R12.note']),
  ...rules(CONVOCATION, 'L2121-11, L2121-12', ['R12.notice']),
  ...rules(CONVOCATION, 'L2121-10', ['R12.other-day']),
  ...rules(['session/convocation-rules', 'session/open-session'], 'L2121-10', ['R12.recipients']),
  ...rules(CONVOCATION, 'L3121-19, L4132-18', ['R12.reports']),
  ...rules(['session/confirm-urgency', 'session/secretariat'], 'L2121-11', [
    'R12.urgency-not-confirmed',
    'R12.urgency-vote',
  ]),
  ...rules(['session/close-doors', 'session/secretariat'], 'L2121-18', ['R13.ballot', 'R13.requesters']),
  ...rules(['ballot/counting', 'ballot/count-hands'], null, ['R14.above-roll'], 'impossible'),
  ...rules(CLOSE_BALLOT, 'L2121-20', ['R14.outcome']),
  ...rules(CLOSE_BALLOT, 'L2121-21, L2122-7', ['R16.elected']),
  ...rules(MANNER, 'L2121-21', ['R16.method', 'R16.secrecy', 'R16.waiver']),
  ...rules(MANNER, 'L2121-21, L2122-7', ['R16.rounds']),
  ...rules(['session/request-ballot', 'session/request-ballot'], 'L2121-21', [
    'R16.requesters',
    'R16.requesters-count',
  ]),
  ...rules(['ballot/counting', 'ballot/count-hands'], 'L2121-21', ['R16.seats']),
  ...rules(['ballot/record-secret-tally', 'ballot/secret-ballot'], 'L2121-21', ['R17.papers']),
  ...rules(['ballot/preconditions', 'ballot/secret-ballot'], 'L2121-21', ['R17.secret'], 'impossible'),
  ...rules(['ballot/counting', 'ballot/secret-ballot'], 'L2121-20', ['R17.stated']),
  ...rules(HANDS, null, ['R18.named-counts', 'R18.named-on-roll', 'R18.sum']),
  ...rules(['session/recuse-member', 'session/recuse-member'], 'L2131-11', ['R19.chair']),
  ...rules(['ballot/preconditions', 'session/recuse-member'], 'L2131-11', ['R19.recused'], 'impossible'),
  ...rules(MANNER, 'L2121-14', ['R20.chair', 'R20.present']),
  ...rules(['session/post-list', 'session/after-session'], 'L2121-25', ['R23.list-late']),
  ...rules(['session/publish-minutes', 'session/after-session'], 'L2121-15', [
    'R23.minutes-late',
    'R23.order',
  ]),
  ...rules(['affair/transmit-deliberation', 'affair/after-decision'], 'L2131-1', ['R25.order']),
  ...rules(['affair/record-fate', 'affair/after-decision'], null, [
    'R26.after-undoing',
    'R26.court',
    'R26.order',
  ]),
  ...rules(IDENTITY, 'R123-221 du code de commerce', [
    'identity.key',
    'identity.siren',
    'identity.siret',
    'identity.siret-of-another',
  ]),
  ...rules(['session/record-departure', 'session/movements'], null, [
    'movement.alternates',
    'movement.during-ballot',
  ]),
  ...rules(['affair/number-affair', 'affair/paper'], 'R2121-9', ['number.taken']),
  ...rules(['session/take-chair', 'session/take-chair'], 'L2121-14', ['presence.chair']),
  ...rules(['session/appoint-secretary', 'session/appoint-secretary'], 'L2121-15', ['presence.secretary']),
];
