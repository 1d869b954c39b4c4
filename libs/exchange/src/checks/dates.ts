import { existsInZone, isLocalDate, isTimeZone } from '@registre/platform';
import { textsOf } from '../session-record/schema.js';
import type { SessionRecord } from '../session-record/session-record.js';
import { finder, type Finding } from './finding.js';

/** Check 3: the zone is one of the IANA database, days exist, and its clocks did show the times that are said. */
export function checkDates(record: SessionRecord): readonly Finding[] {
  const find = finder(record, '3');
  const zone = record.authority.timezone;
  const knownZone = isTimeZone(zone);
  const wrongZone = knownZone
    ? []
    : [
        find(
          'S',
          'no-such-zone',
          'authority.timezone',
          `« ${zone} » n’est pas un fuseau horaire de la base IANA.`,
        ),
      ];
  const times = textsOf(record, 'localDateTime').flatMap(({ path, text }) => {
    const [date = '', time = ''] = text.split('T');
    if (!isLocalDate(date)) return [find('S', 'no-such-day', path, `Le jour ${date} n’existe pas.`)];
    if (!knownZone || existsInZone(date, time, zone)) return [];
    const message = `Il n’a jamais été ${time} le ${date} (${zone}) : l’heure a changé.`;
    return [find('S', 'no-such-time', path, message)];
  });
  return [...wrongZone, ...times];
}
