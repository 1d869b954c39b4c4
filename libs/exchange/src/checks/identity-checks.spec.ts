import 'reflect-metadata';
import type { LooseJson } from '../session-record/record.fixture.js';
import { checkDates } from './dates.js';
import { foundBy } from './findings.fixture.js';
import { checkIdentities } from './identities.js';
import { checkSirene } from './sirene.js';
import { checkSpans } from './spans.js';

describe('check 1, identities', () => {
  const found = foundBy(checkIdentities);

  it('passes where each ref names a member and each identity is given once', () => {
    expect(found()).toEqual([]);
    expect(found(({ affairs }) => affairs.forEach((affair: LooseJson) => (affair.number = null)))).toEqual(
      [],
    );
  });

  it('finds a ref that names nobody, wherever it stands', () => {
    const fields = found(({ session, affairs }) => {
      session.secretaries = ['inconnu'];
      affairs[0].rapporteur = { member: 'inconnu' };
      affairs[1].ballots[0].named.abstentions = ['inconnu'];
    });
    expect(fields).toEqual([
      'S member.unknown session.secretaries.0',
      'S member.unknown affairs.0.rapporteur.member',
      'S member.unknown affairs.1.ballots.0.named.abstentions.0',
    ]);
  });

  it('finds every ref where the source names nobody', () => {
    const fields = found(({ body, session, affairs }) => {
      body.members = null;
      session.attendance = session.proxies = session.secretaries = null;
      affairs.forEach((affair: LooseJson) => (affair.ballots = null));
    });
    expect(fields).toEqual(['S member.unknown session.chair']);
  });

  it('finds what is given twice; a number twice is only irregular', () => {
    const fields = found(({ body, affairs }) => {
      body.members.push({ ref: 'roux-david', familyName: 'ROUX' });
      affairs[1].key = '1';
      affairs[1].order = 1;
      affairs[1].number = '2024-01';
    });
    expect(fields).toEqual([
      'S record.ref-twice body.members.5.ref',
      'S affair.key-taken affairs.1.key',
      'S affair.order-taken affairs.1.order',
      'I number.taken affairs.1.number',
    ]);
  });
});

describe('check 2, moments and spans', () => {
  const found = foundBy(checkSpans);

  it('passes where moments name affairs and end after they begin', () => {
    const fields = found(({ session }) => {
      session.suspensions = [{ from: { afterAffair: '1' }, until: { beforeAffair: '2' } }];
      session.chairs = [{ member: 'roux-david', fromAffair: '1', untilAffair: '2' }];
    });
    expect(fields).toEqual([]);
  });

  it('finds an affair that is not there', () => {
    const fields = found(({ session }) => {
      session.movements = [{ member: 'roux-david', kind: 'left', when: { afterAffair: '9' } }];
      session.chairs = [{ member: 'roux-david', fromAffair: '1', untilAffair: 'x' }];
    });
    expect(fields).toEqual([
      'S record.unknown-affair session.chairs.0.untilAffair',
      'S record.unknown-affair session.movements.0.when.afterAffair',
    ]);
  });

  it('finds what ends before it begins, by its place or by its time', () => {
    const fields = found(({ session }) => {
      session.proxies[0].from = { afterAffair: '1' };
      session.proxies[0].until = { duringAffair: '1' };
      session.suspensions = [{ from: '2024-03-21T20:30', until: '2024-03-21T20:20' }];
      session.chairs = [{ member: 'roux-david', fromAffair: '2', untilAffair: '1' }];
    });
    expect(fields).toEqual([
      'S record.backwards session.proxies.0',
      'S record.backwards session.suspensions.0',
      'S record.backwards session.chairs.0',
    ]);
  });
});

describe('check 3, dates and times', () => {
  const found = foundBy(checkDates);

  it('passes for days and times that the zone knew', () => {
    expect(found()).toEqual([]);
    expect(found(({ authority }) => (authority.timezone = 'Indian/Reunion'))).toEqual([]);
  });

  it('finds a day that the calendar has not', () => {
    expect(found(({ session }) => (session.closedAt = '2024-02-31T20:00'))).toEqual([
      'S no-such-day session.closedAt',
    ]);
  });

  it('finds the hour that the clocks skipped in spring', () => {
    const skipped = ({ affairs }: LooseJson) => (affairs[0].calledAt = '2024-03-31T02:30');
    expect(found(skipped)).toEqual(['S no-such-time affairs.0.calledAt']);
    expect(
      found((json) => {
        skipped(json);
        json.authority.timezone = 'Indian/Reunion';
      }),
    ).toEqual([]);
  });

  it('finds a zone that does not exist', () => {
    expect(found(({ authority }) => (authority.timezone = 'Europe/Pierrefonds'))).toEqual([
      'S no-such-zone authority.timezone',
    ]);
  });
});

describe('check 5, SIREN and SIRET', () => {
  const found = foundBy(checkSirene);
  const numbered = (key: string, siren: string | null, siret: string | null) =>
    found(({ authority }) => Object.assign(authority, { key, siren, siret }));

  it('passes for right check digits, and where they are unknown', () => {
    expect(found()).toEqual([]);
    expect(numbered('200054807', '200054807', '20005480700017')).toEqual([]);
  });

  it('finds wrong check digits', () => {
    expect(numbered('essai', '200054808', '20005480700018')).toEqual([
      'I identity.siren authority.siren',
      'I identity.siret authority.siret',
      'I identity.siret-of-another authority.siret',
    ]);
    expect(
      found(({ affairs }) => {
        affairs[0].subsidies = [{ beneficiary: 'Club', siret: '20005480700018', amount: '10.00' }];
      }),
    ).toEqual(['I identity.siret affairs.0.subsidies.0.siret']);
  });

  it('finds a SIRET or a key of another SIREN', () => {
    expect(numbered('356000000', '200054807', '35600000000048')).toEqual([
      'I identity.siret-of-another authority.siret',
      'I identity.key authority.key',
    ]);
  });
});
