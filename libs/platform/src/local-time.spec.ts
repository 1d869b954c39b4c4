import { daysBetween, existsInZone, isLocalDate, isLocalTime, isTimeZone, localParts } from './local-time.js';

describe('a day', () => {
  it.each(['2023-05-04', '2024-02-29', '2000-02-29'])('%s exists', (day) => {
    expect(isLocalDate(day)).toBe(true);
  });

  it.each([
    '2023-02-31',
    '2023-02-29',
    '1900-02-29',
    '2023-13-01',
    '2023-00-10',
    '2023-04-31',
    '2023-5-4',
    '20230504',
    '2023-05-04T10:00',
    ' 2023-05-04',
    '2023-05-04\n',
    '+002023-05-04',
    '',
  ])('%j does not', (day) => {
    expect(isLocalDate(day)).toBe(false);
  });

  it('lies so many days from another, whatever the clocks did between', () => {
    expect(daysBetween('2024-03-30', '2024-04-01')).toBe(2);
    expect(daysBetween('2024-03-01', '2024-02-28')).toBe(-2);
    expect(daysBetween('2023-12-31', '2024-12-31')).toBe(366);
  });
});

describe('a time of day', () => {
  it('goes from 00:00 to 23:59', () => {
    expect(['00:00', '09:05', '23:59'].every(isLocalTime)).toBe(true);
    expect(['24:00', '9:05', '12:60', '12:30:00', '12h30', '12:30\n'].some(isLocalTime)).toBe(false);
  });

  it('does not exist in the hour skipped in spring, and does twice in autumn', () => {
    expect(existsInZone('2024-03-31', '01:59', 'Europe/Paris')).toBe(true);
    expect(existsInZone('2024-03-31', '02:00', 'Europe/Paris')).toBe(false);
    expect(existsInZone('2024-03-31', '02:59', 'Europe/Paris')).toBe(false);
    expect(existsInZone('2024-03-31', '03:00', 'Europe/Paris')).toBe(true);
    expect(existsInZone('2023-10-29', '02:30', 'Europe/Paris')).toBe(true);
    expect(existsInZone('2024-03-31', '02:30', 'Indian/Reunion')).toBe(true);
  });
});

describe('a zone', () => {
  it.each(['Europe/Paris', 'Indian/Reunion', 'America/Guadeloupe', 'Pacific/Noumea', 'UTC'])(
    '%s is one',
    (zone) => {
      expect(isTimeZone(zone)).toBe(true);
    },
  );

  it.each(['Europe/Valmont', '+02:00', 'europe/paris', 'EUROPE/PARIS', '', 'Paris'])('%j is none', (zone) => {
    expect(isTimeZone(zone)).toBe(false);
  });
});

describe('an instant', () => {
  it('is told on the zone’s clocks', () => {
    const instant = new Date('2024-03-31T22:30:59.999Z');
    expect(localParts(instant, 'Europe/Paris')).toEqual({ date: '2024-04-01', time: '00:30' });
    expect(localParts(instant, 'America/Guadeloupe')).toEqual({ date: '2024-03-31', time: '18:30' });
  });
});
