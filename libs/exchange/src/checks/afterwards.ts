import { dateLong, regimeOf, ruleInForce, type DatedRule } from '@registre/deliberation';
import { daysBetween } from '@registre/platform';
import type { SessionRecord } from '../session-record/session-record.js';
import { finder, type Find, type Finding } from './finding.js';

const LIST_DAYS: readonly DatedRule<number>[] = [
  { regimes: ['C', 'E'], from: null, until: '2022-06-30', value: 8, article: 'L2121-25' },
  { regimes: ['C', 'E'], from: '2022-07-01', until: null, value: 7, article: 'L2121-25' },
];
const MINUTES_DAYS: readonly DatedRule<number>[] = [
  { regimes: ['C', 'E', 'D'], from: '2022-07-01', until: null, value: 7, article: 'L2121-15, L3121-13' },
];

/**
 * Check 27: what follows a séance is not older than it: certification, transmission and its acknowledgement,
 * publication, list and minutes; the list and the minutes come within the days that the law leaves (R23, R25).
 */
export const checkAfterwards = (record: SessionRecord): readonly Finding[] => [
  ...list(record),
  ...minutes(record),
  ...acts(record),
];

type Delays = readonly DatedRule<number>[];

function late(record: SessionRecord, delays: Delays, from: string, on: string): string | null {
  const { authority, body, session } = record;
  const rule = ruleInForce(delays, regimeOf(authority.kind, body.kind), session.date);
  if (rule === undefined || daysBetween(from, on) <= rule.value) return null;
  return `${dateLong(on)} : plus de ${rule.value} jours après le ${dateLong(from)} (${rule.article}).`;
}

/** Where a day comes before the one that it follows. */
function notBefore(
  find: Find,
  rule: string,
  path: string,
  on: string | null,
  what: string,
  earlier: string | null,
) {
  if (on === null || earlier === null || on >= earlier) return [];
  return [find('I', rule, path, `Le ${dateLong(on)} vient avant ${what} (${dateLong(earlier)}).`)];
}

function list(record: SessionRecord): readonly Finding[] {
  const find = finder(record, '27');
  const { date, listPostedOn: on } = record.session;
  const path = 'session.listPostedOn';
  const order = notBefore(find, 'R23.order', path, on, 'la séance', date);
  const message = on === null || order.length > 0 ? null : late(record, LIST_DAYS, date, on);
  return message === null ? order : [find('I', 'R23.list-late', path, message)];
}

function minutes(record: SessionRecord): readonly Finding[] {
  const find = finder(record, '27');
  const { date, minutes: said } = record.session;
  if (said === null) return [];
  const { adoptedOn, publishedOn } = said;
  const published = 'session.minutes.publishedOn';
  const order = [
    ...notBefore(find, 'R23.order', 'session.minutes.adoptedOn', adoptedOn, 'la séance', date),
    ...notBefore(find, 'R23.order', published, publishedOn, 'son adoption', adoptedOn ?? date),
  ];
  if (adoptedOn === null || publishedOn === null || order.length > 0) return order;
  const message = late(record, MINUTES_DAYS, adoptedOn, publishedOn);
  return message === null ? [] : [find('I', 'R23.minutes-late', published, message)];
}

function acts(record: SessionRecord): readonly Finding[] {
  const find = finder(record, '27');
  const { date } = record.session;
  return record.affairs.flatMap(({ outcome, extract, transmission, publication }, index) => {
    const path = `affairs.${index}`;
    const decided = outcome === 'adopted' || outcome === 'rejected' || outcome === 'noted';
    if (!decided) {
      return [
        ...undecided(find, 'extract.undecided', `${path}.extract`, extract),
        ...undecided(find, 'act.undecided', `${path}.transmission`, saidOf(transmission)),
        ...undecided(find, 'act.undecided', `${path}.publication`, saidOf(publication)),
      ];
    }
    const follows = (field: string, on: string | null | undefined, rule: string) =>
      notBefore(find, rule, `${path}.${field}`, on ?? null, 'la séance', date);
    const sent = transmission?.on ?? null;
    const acknowledged = transmission?.acknowledgedOn ?? null;
    return [
      ...follows('extract.certifiedOn', extract?.certifiedOn, 'extract.before-session'),
      ...follows('transmission.on', sent, 'R25.order'),
      ...(sent === null
        ? follows('transmission.acknowledgedOn', acknowledged, 'R25.order')
        : notBefore(
            find,
            'R25.order',
            `${path}.transmission.acknowledgedOn`,
            acknowledged,
            'la transmission',
            sent,
          )),
      ...follows('publication.on', publication?.on, 'R25.order'),
    ];
  });
}

/** With nothing but nulls in it, it says no more than null. */
const saidOf = <T extends object>(said: T | null): T | null =>
  said !== null && Object.values(said).some((value) => value !== null) ? said : null;

function undecided(find: Find, rule: string, path: string, said: object | null): readonly Finding[] {
  if (said === null) return [];
  return [find('S', rule, path, 'L’affaire n’a pas été décidée : il n’y a pas d’acte.')];
}
