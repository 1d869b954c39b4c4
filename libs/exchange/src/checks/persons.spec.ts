import 'reflect-metadata';
import type { Seat } from '@registre/deliberation';
import { recordWith, type LooseJson } from '../session-record/record.fixture.js';
import { checkPersons } from './persons.js';

const seat = (
  ref: string,
  givenName: string | null,
  familyName: string,
  birthDate: string | null = null,
): Seat => ({
  ref,
  givenName,
  familyName,
  birthDate,
  civility: null,
  formOfAddress: null,
  office: null,
  group: null,
  mandateFrom: null,
  mandateUntil: null,
  substituteOf: null,
});

const found = (seats: Seat[], change?: (json: LooseJson) => void, merged = {}) =>
  checkPersons(recordWith(change), { seats, merged }).map(({ rule, path }) => `${rule} ${path}`);

describe('check 30, the same person under the same ref', () => {
  it('passes for those whom the register knows so, however their name is written, and for new ones', () => {
    expect(found([seat('durand-alix', 'Alix', 'Durand'), seat('petit-chloe', 'Chloe', 'PETIT')])).toEqual([]);
    expect(found([seat('durand-alix', null, 'DURAND')])).toEqual([]);
  });

  it('finds two names under one ref', () => {
    expect(found([seat('durand-alix', 'Alix', 'MARTIN')])).toEqual([
      'member.another-name body.members.0.familyName',
    ]);
    expect(found([seat('durand-alix', 'Alice', 'DURAND')])).toHaveLength(1);
  });

  it('finds one name under two refs, unless they were born on two days or are one since', () => {
    const other = seat('durand-a', 'Alix', 'DURAND', '1960-02-10');
    expect(found([other])).toEqual(['member.another-ref body.members.0.ref']);
    expect(found([other], ({ body }) => (body.members[0].birthDate = '1988-01-01'))).toEqual([]);
    expect(found([other], undefined, { 'durand-alix': 'durand-a' })).toEqual([]);
  });
});
