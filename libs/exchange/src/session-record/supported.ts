import type { Reason } from '@registre/platform';
import type { RecordAffair, RecordProxy, SessionRecord } from './session-record.js';

const under = (prefix: string, names: string): readonly string[] =>
  names.split(' ').map((name) => `${prefix}.${name}`);

const STATED =
  'inOffice present represented excused absent voters quorumRequired quorumReached substitutesPresent';
const CELLS = 'for against abstentions notTakingPart';
const PLACES = 'at beforeAffair afterAffair duringAffair';

const ballots = (list: string): readonly string[] => [
  ...under(`${list}[]`, 'question method secrecyWaived round roll outcome proclaimed'),
  ...under(`${list}[].counts`, CELLS),
  ...under(`${list}[].named`, CELLS),
  ...under(`${list}[].candidates[]`, 'member name votes elected'),
];

/** The fields whose content the register can hold; a list of texts or numbers is one field. */
export const SUPPORTED_FIELDS: ReadonlySet<string> = new Set([
  'format',
  'id',
  'revision',
  ...under('source', 'title uri sha256'),
  ...under('authority', 'key name siren siret kind population department timezone'),
  ...under('body', 'key name kind membersInOffice template'),
  ...under('body.members[]', 'ref givenName familyName civility formOfAddress office group birthDate'),
  ...under('body.members[]', 'mandateFrom mandateUntil substituteOf'),
  ...under('session', 'date kind public place convenedOn openedAt closedAt secondConvocation held'),
  ...under('session', 'chair secretaries'),
  ...under('session.stated', STATED),
  ...under('session.attendance[]', 'member status mode'),
  ...under('session.proxies[]', 'giver bearer givenOn reason'),
  ...under('session.proxies[].from', PLACES),
  ...under('session.movements[]', 'member kind reason'),
  ...under('session.movements[].when', PLACES),
  ...ballots('session.ballots'),
  ...under('affairs[]', 'key order number subject classification calledAt delegation report'),
  ...under('affairs[]', 'reportFormat citations recitals debate decidingBallots outcome outcomeReason'),
  'affairs[].proclaimed',
  ...under('affairs[].references[]', 'system id'),
  ...under('affairs[].stated', STATED),
  ...under('affairs[].rapporteur', 'member role'),
  ...under('affairs[].articles[]', 'label text'),
  ...under('affairs[].budget[]', 'amount currency year section chapter function nature policy'),
  ...under('affairs[].subsidies[]', 'beneficiary siret rna amount shareOfBudget agreementDate'),
  ...under('affairs[].annexes[]', 'title file sha256'),
  ...ballots('affairs[].ballots'),
  ...under('affairs[].extract', 'formula certifiedOn'),
  ...under('affairs[].extract.signatory', 'member office remit'),
]);

const CONTAINERS: ReadonlySet<string> = new Set([...SUPPORTED_FIELDS].flatMap(containersOf));

/** `a.b[].c` → '', `a`, `a.b`, `a.b[]`. */
function containersOf(field: string): readonly string[] {
  const steps = field.split(/(?=\[\])|\./);
  return steps.map((_, length) => steps.slice(0, length).join('.').replaceAll('.[]', '[]'));
}

// With nothing but nulls in it, such an object says no more than null does; an urgency, on the contrary, is said by
// its mere presence.
const EMPTY_SAYS_NOTHING = new Set(['session.minutes', 'affairs[].transmission', 'affairs[].publication']);

/**
 * Each field and each value of the record that the register cannot hold yet: nothing of a record is dropped in
 * silence, it is refused whole.
 */
export const unsupportedIn = (record: SessionRecord): readonly Reason[] => [
  ...fieldsUnder(record, '', ''),
  ...valuesOfSession(record),
  ...record.affairs.flatMap((affair, index) => valuesOfAffair(affair, `affairs.${index}`)),
];

function fieldsUnder(value: unknown, field: string, path: string): readonly Reason[] {
  if (saysNothing(value, field) || SUPPORTED_FIELDS.has(field)) return [];
  if (!CONTAINERS.has(field))
    return [{ field: path, rule: 'unsupported', message: 'Champ non pris en charge.' }];
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => fieldsUnder(item, `${field}[]`, `${path}.${index}`));
  }
  return Object.entries(value as object).flatMap(([key, item]) =>
    path === '' ? fieldsUnder(item, key, key) : fieldsUnder(item, `${field}.${key}`, `${path}.${key}`),
  );
}

function saysNothing(value: unknown, field: string): boolean {
  if (value === null) return true;
  if (Array.isArray(value)) return value.length === 0;
  return EMPTY_SAYS_NOTHING.has(field) && Object.values(value as object).every((item) => item === null);
}

const unsupported = (field: string, why: string): Reason => ({
  field,
  rule: 'unsupported',
  message: `Non pris en charge : ${why}.`,
});

function valuesOfSession({ session }: SessionRecord): readonly Reason[] {
  const reasons: Reason[] = [];
  if (session.held === false) {
    reasons.push(unsupported('session.held', 'une séance qui n’a pas été ouverte'));
  }
  for (const [index, { status }] of (session.attendance ?? []).entries()) {
    if (status !== 'represented') continue;
    const why = 'la présence « represented », dont le fichier ne dit pas si elle était excusée';
    reasons.push(unsupported(`session.attendance.${index}.status`, why));
  }
  for (const [index, { kind, when }] of (session.movements ?? []).entries()) {
    const path = `session.movements.${index}`;
    if (kind === 'installed' || kind === 'resigned') {
      reasons.push(unsupported(`${path}.kind`, 'un siège qui change de titulaire en séance'));
    }
    if (!hasPlace(when)) reasons.push(unsupported(`${path}.when`, NO_PLACE));
  }
  for (const [index, { from }] of (session.proxies ?? []).entries()) {
    if (from !== null && !hasPlace(from))
      reasons.push(unsupported(`session.proxies.${index}.from`, NO_PLACE));
  }
  return [...reasons, ...valuesOfBallots(session.ballots, 'session')];
}

// Whoever leaves at 21:18 votes before and not after: without its place the moment would have to be guessed.
const NO_PLACE =
  'un moment qui ne dit pas sa place parmi les affaires (beforeAffair, duringAffair ou afterAffair)';

const hasPlace = (moment: RecordProxy['from']): boolean =>
  moment !== null &&
  (moment.beforeAffair !== null || moment.afterAffair !== null || moment.duringAffair !== null);

function valuesOfAffair(affair: RecordAffair, path: string): readonly Reason[] {
  const { outcome, outcomeReason, proclaimed } = affair;
  const reasons: Reason[] = [];
  if (affair.subject === null)
    reasons.push(unsupported(`${path}.subject`, 'une affaire dont l’objet est inconnu'));
  const putOff = outcome === 'postponed' || outcome === 'withdrawn';
  if (outcomeReason !== null && !putOff) {
    const why = 'le motif d’une issue autre qu’un report ou un retrait';
    reasons.push(unsupported(`${path}.outcomeReason`, why));
  }
  if (proclaimed !== null && (putOff || outcome === null)) {
    const why = 'les mots proclamés d’une affaire qui n’a été ni décidée ni suivie d’une prise d’acte';
    reasons.push(unsupported(`${path}.proclaimed`, why));
  }
  return [...reasons, ...valuesOfBallots(affair.ballots, path)];
}

const valuesOfBallots = (list: RecordAffair['ballots'], path: string): readonly Reason[] =>
  (list ?? []).flatMap(({ method }, index) =>
    method === 'secret' ? [unsupported(`${path}.ballots.${index}.method`, 'le scrutin secret')] : [],
  );
