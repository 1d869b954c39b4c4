import { quorumOf, regimeOf, ruleInForce, type DatedRule, type Quorum } from '@registre/deliberation';
import {
  before,
  courseOf,
  namesAreWhole,
  OPENING,
  roomAt,
  substitutesOf,
  type Course,
  type PlacedAffair,
  type Place,
} from '../session-record/course.js';
import type {
  RecordAffair,
  RecordRecusal,
  RecordStated,
  SessionRecord,
} from '../session-record/session-record.js';
import { finder, type Finding } from './finding.js';

// Who sits in the other body by designation no longer counts among the members in office (R9).
const DESIGNATED_LEAVES_OFFICE: readonly DatedRule<true>[] = [
  { regimes: ['C', 'E'], from: '2022-02-23', until: null, value: true, article: 'L2131-11' },
  { regimes: ['D', 'R'], from: '2025-12-24', until: null, value: true, article: 'L3132-5, L4142-5' },
];

/**
 * Check 9: the quorum that the source states is that of the rules of the day (R6, R9), and nothing is decided
 * without it (R7), a second convocation aside (R8).
 */
export function checkQuorum(record: SessionRecord): readonly Finding[] {
  const course = courseOf(record);
  const held = notHeld(course);
  const { stated } = record.session;
  const atOpening = quorumAt(course, OPENING, stated, []);
  return [
    ...held,
    ...(stated === null ? [] : statedQuorum(record, 'session.stated', stated, atOpening)),
    ...course.affairs.flatMap((placed) => {
      const { affair, rank, path } = placed;
      const quorum = quorumAt(course, before(rank), affair.stated, affair.recusals ?? []);
      const said =
        affair.stated === null ? [] : statedQuorum(record, `${path}.stated`, affair.stated, quorum);
      return [...said, ...decidedWithout(course, placed, quorum)];
    }),
  ];
}

/** Nothing happens in a séance that could not open (R8): nothing of it can be recorded. */
function notHeld({ record, affairs }: Course): readonly Finding[] {
  const { held, movements, suspensions, closedDoors, ballots } = record.session;
  if (held !== false) return [];
  const find = finder(record, '9');
  const message = 'La séance est dite ne pas s’être tenue, faute de quorum : rien n’a pu s’y passer.';
  const lists = Object.entries({ movements, suspensions, closedDoors, ballots }).filter(
    ([, list]) => list !== null && list.length > 0,
  );
  const dealtWith = affairs.filter(
    ({ affair }) =>
      (affair.outcome !== null && affair.outcome !== 'postponed') || (affair.ballots ?? []).length > 0,
  );
  return [
    ...lists.map(([name]) => find('S', 'session.not-held', `session.${name}`, message)),
    ...dealtWith.map(({ path }) => find('S', 'session.not-held', `${path}.outcome`, message)),
  ];
}

function quorumAt(
  course: Course,
  place: Place,
  stated: RecordStated | null,
  recusals: readonly RecordRecusal[],
): Quorum {
  const { authority, body, session } = course.record;
  const regime = regimeOf(authority.kind, body.kind);
  const { present, proxies } = namesAreWhole(course, place) ? roomAt(course, place) : UNKNOWN_ROOM;
  const recused = recusals.filter(({ member }) => present?.has(member)).length;
  const designated = recusals.filter(({ ground }) => ground === 'designated-representative').length;
  const leaving = ruleInForce(DESIGNATED_LEAVES_OFFICE, regime, session.date) === undefined ? 0 : designated;
  const inOffice = stated?.inOffice ?? body.membersInOffice ?? session.stated?.inOffice ?? null;
  const substitutes = substitutesOf(course.record);
  const named = (session.attendance ?? []).filter(({ member }) => !substitutes.has(member)).length;
  return quorumOf({
    regime,
    date: session.date,
    inOffice: inOffice === null ? null : inOffice - leaving,
    named: named === 0 ? null : named - leaving,
    present: present === null ? (stated?.present ?? null) : present.size - recused,
    represented: proxies?.length ?? stated?.represented ?? null,
  });
}

const UNKNOWN_ROOM = { present: null, proxies: null };

function statedQuorum(
  record: SessionRecord,
  path: string,
  stated: RecordStated,
  quorum: Quorum,
): readonly Finding[] {
  const find = finder(record, '9');
  const { quorumRequired, quorumReached } = stated;
  const { required, requiredIfNamed, article } = quorum;
  const findings: Finding[] = [];
  const wrong =
    quorumRequired !== null &&
    ((required !== null && quorumRequired !== required) ||
      (requiredIfNamed !== null && quorumRequired < requiredIfNamed));
  if (wrong) {
    const rule = required === null ? `au moins ${requiredIfNamed}` : String(required);
    const message = `La source dit un quorum de ${quorumRequired} ; la règle de ce jour (${article}) donne ${rule}.`;
    findings.push(find('I', 'R6.stated-required', `${path}.quorumRequired`, message));
  }
  const reached = quorum.reached ?? reachedAsStated(stated);
  if (quorumReached !== null && reached !== null && quorumReached !== reached) {
    const message = quorumReached
      ? 'La source dit le quorum atteint ; les présents n’y suffisent pas.'
      : 'La source dit le quorum non atteint ; les présents y suffisent.';
    findings.push(find('I', 'R6.stated-reached', `${path}.quorumReached`, message));
  }
  return findings;
}

const reachedAsStated = ({ present, quorumRequired }: RecordStated): boolean | null =>
  present === null || quorumRequired === null ? null : present >= quorumRequired;

const DECIDED: ReadonlySet<RecordAffair['outcome']> = new Set(['adopted', 'rejected', 'noted']);

function decidedWithout(
  course: Course,
  { affair, path, rank }: PlacedAffair,
  quorum: Quorum,
): readonly Finding[] {
  const { session } = course.record;
  if (!DECIDED.has(affair.outcome) || session.secondConvocation === true) return [];
  const said = affair.stated?.quorumReached ?? null;
  const nobodyCame = course.movements.every(({ kind, place }) => kind !== 'arrived' || place > before(rank));
  const saidAtOpening = nobodyCame && quorum.reached === null && said === null;
  const lost =
    quorum.reached === false || said === false || (saidAtOpening && session.stated?.quorumReached === false);
  if (!lost) return [];
  const message = 'L’affaire est délibérée alors que le quorum n’est pas atteint.';
  return [finder(course.record, '9')('I', 'R7.quorum', `${path}.outcome`, message)];
}
