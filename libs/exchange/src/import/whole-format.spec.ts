import 'reflect-metadata';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { BallotMethod, Roll } from '@registre/deliberation';
import { DiskRecordFolder } from '../checks/record-folder.js';
import { smallRecord, type LooseJson } from '../session-record/record.fixture.js';
import { eachWithRegister } from './register.fixture.js';

const held = eachWithRegister();
const EXAMPLES = new URL('../../examples/', import.meta.url);

const importing = (change: (json: LooseJson) => void, asProclaimed = false) => {
  const json = smallRecord();
  change(json);
  return held.register.import(json, { asProclaimed });
};

/** The events of the room, those of the agenda and the ballots aside. */
const room = (): readonly string[] =>
  held.register
    .told()
    .filter((one) => one.startsWith('session '))
    .map((one) => one.slice('session '.length))
    .filter(
      (type) =>
        !/Placed|Convened|Closed$|Ballot|Decided|Noted|MemberExcused|Opened|Present|Appointed/.test(type),
    );

const uncounted = (affairs: LooseJson[]) =>
  affairs.forEach((affair) => (affair.ballots = [{ method: 'show-of-hands', outcome: 'adopted' }]));

const rolls = () => held.register.ofType<{ roll: Roll }>('BallotOpened').map(({ data }) => data.roll);

describe('a record of every shape', () => {
  beforeEach(async () => {
    const record = await readFile(new URL('every-shape.json', EXAMPLES));
    await held.register.import(record, { folder: new DiskRecordFolder(fileURLToPath(EXAMPLES)) });
  });

  it('keeps the order of the evening between two affairs', () => {
    const told = held.register.told();
    const resumed = told.indexOf('session SessionResumed');
    expect(told.slice(resumed - 4, resumed + 2)).toEqual([
      'session MemberArrived',
      'session ChairTaken',
      'session SessionSuspended',
      'session MemberArrived',
      'session SessionResumed',
      'session AffairCalled',
    ]);
    // The giver's arrival has ended the proxy: it does not end again.
    expect(told).not.toContain('session ProxyRevoked');
  });

  it('closes the doors once the ballot that agrees it is closed, and says which', () => {
    const told = held.register.told().filter((one) => /BallotClosed|Doors|Requested|AffairDecided/.test(one));
    const doors = held.register
      .ofType<{ ballot: string | null }>('DoorsClosed')
      .map(({ data }) => data.ballot);
    const ballots = held.register
      .ofType<{ ballot: string; question: string | null }>('BallotOpened')
      .filter(({ data }) => data.question === 'Siéger à huis clos')
      .map(({ data }) => data.ballot);
    expect(doors).toEqual(ballots);
    expect(told.slice(-7)).toEqual(
      [
        'session BallotClosed',
        'session DoorsClosed',
        'session BallotRequested',
        'session BallotClosed',
        'session AffairDecided',
        'session DoorsReopened',
      ].toSpliced(0, 0, 'session AffairDecided'),
    );
  });

  it('keeps no link between a voter and a paper, and what settles the last round', () => {
    const methods = held.register
      .ofType<{ method: BallotMethod }>('BallotOpened')
      .map(({ data }) => data.method);
    expect(methods.filter((method) => method === 'secret')).toHaveLength(4);
    expect(held.register.ofType('SecretTallyRecorded')).toHaveLength(4);
    const results = held.register
      .ofType<{ computed: LooseJson }>('BallotClosed')
      .map(({ data }) => data.computed);
    expect(results.slice(2, 5)).toMatchObject([
      { outcome: 'no-majority' },
      { outcome: 'no-majority' },
      { outcome: 'elected', basis: 'age', elected: [0] },
    ]);
  });

  it('rules on the urgency by the ballot on it, and counts the accounts as such', () => {
    const [first] = held.register.ofType<{ ballot: string }>('BallotOpened');
    expect(held.register.ofType('UrgencyConfirmed')).toMatchObject([
      { data: { confirmed: true, ballot: first?.data.ballot } },
    ]);
    const accounts = held.register
      .ofType<{ accounts: boolean }>('BallotOpened')
      .map(({ data }) => data.accounts);
    expect(accounts.filter(Boolean)).toHaveLength(1);
  });

  it('keeps the sheets that it says', () => {
    expect(held.register.ofType('SessionClosed')).toMatchObject([
      { data: { sheets: 'stated', entries: [41, 42, 43, 44, 45, 46, 47].map((sheet) => ({ sheet })) } },
    ]);
  });
});

describe('who comes and goes', () => {
  it('at a time alone may have voted: the roll of the affair discussed then is a ceiling', async () => {
    await importing(({ session, affairs }) => {
      session.movements = [
        { member: 'moreau-basile', kind: 'left', when: '2024-03-21T20:15' },
        { member: 'blanc-elsa', kind: 'arrived', when: '2024-03-21T20:25' },
      ];
      session.proxies = [];
      session.stated = null;
      uncounted(affairs);
    });
    expect(room()).toEqual(['ChairTaken', 'AffairCalled', 'MemberLeft', 'AffairCalled', 'MemberArrived']);
    expect(rolls()).toMatchObject([
      { size: 4, exact: false },
      { size: 4, exact: false },
    ]);
  });

  it('at a moment that nobody says leaves after the last affair', async () => {
    await importing(({ session, affairs }) => {
      session.movements = [{ member: 'moreau-basile', kind: 'left', when: null }];
      uncounted(affairs);
    });
    expect(room().at(-1)).toBe('MemberLeft');
    expect(rolls()).toMatchObject([{ exact: false }, { exact: false }]);
  });

  it('may give up the seat, or take one, which is held from then on', async () => {
    await importing(({ body, session, affairs }) => {
      body.members.push({ ref: 'noir-gilles', givenName: 'Gilles', familyName: 'NOIR' });
      session.movements = [
        { member: 'moreau-basile', kind: 'resigned', when: { afterAffair: '1' }, reason: null },
        { member: 'noir-gilles', kind: 'installed', when: { beforeAffair: '2' }, reason: null },
      ];
      uncounted(affairs);
    });
    expect(room()).toEqual([
      'ChairTaken',
      'ProxyGiven',
      'AffairCalled',
      'MemberResigned',
      'MemberInstalled',
      'AffairCalled',
    ]);
    expect(rolls()[1]?.seats?.map(({ seat }) => seat)).toEqual([
      'durand-alix',
      'petit-chloe',
      'roux-david',
      'noir-gilles',
      'blanc-elsa',
    ]);
    const seated = held.register.ofType<{ seat: { ref: string; mandateFrom: string | null } }>(
      'MemberSeated',
    );
    expect(seated.at(-1)?.data.seat).toMatchObject({ ref: 'noir-gilles', mandateFrom: '2024-03-21' });
  });
});

describe('a proxy', () => {
  it('ends where it says, before another of the same giver begins', async () => {
    await importing(({ session, affairs }) => {
      session.proxies[0].until = { afterAffair: '1' };
      session.proxies.push({ giver: 'blanc-elsa', bearer: 'petit-chloe', from: { beforeAffair: '2' } });
      uncounted(affairs);
    });
    expect(room()).toEqual([
      'ChairTaken',
      'ProxyGiven',
      'AffairCalled',
      'ProxyRevoked',
      'ProxyGiven',
      'AffairCalled',
    ]);
  });
});

describe('an attendance list', () => {
  it('that names only some leaves the roll and the quorum unknown', async () => {
    await importing(({ body, session, affairs }) => {
      body.membersInOffice = 9;
      Object.assign(session, { stated: null, attendanceComplete: false });
      session.attendance = session.attendance.slice(0, 2);
      session.secretaries = ['petit-chloe'];
      session.proxies = [];
      uncounted(affairs);
    });
    expect(rolls()[0]).toMatchObject({ size: null, exact: false });
    expect(held.register.ofType('AffairCalled')[0]).toMatchObject({
      data: { quorum: { present: null, reached: null } },
    });
  });

  it('may say represented, and not whether excused', async () => {
    await importing(({ session }) => (session.attendance[4].status = 'represented'));
    expect(held.register.told()).toContain('session MemberRepresented');
  });

  it('is kept as it was first written where a later séance corrected it', async () => {
    await importing(({ session }) => {
      session.corrections = [{ on: '2024-04-18', member: 'blanc-elsa', status: 'absent', note: 'Erreur' }];
    });
    expect(held.register.ofType('EntryCorrected')).toMatchObject([
      {
        data: {
          correction: { kind: 'attendance', member: 'blanc-elsa', status: 'absent' },
          on: '2024-04-18',
          reason: 'Erreur',
        },
      },
    ]);
  });
});

describe('a séance that could not open', () => {
  it('says who came, that there was no quorum, and what it put off', async () => {
    await importing(({ session, affairs }) => {
      Object.assign(session, { held: false, openedAt: null, closedAt: null, chair: null, secretaries: null });
      Object.assign(session, { stated: { inOffice: 5, present: 2 }, proxies: null, movements: null });
      session.attendance = session.attendance.map((one: LooseJson, index: number) => ({
        ...one,
        status: index < 2 ? 'present' : 'absent',
      }));
      affairs.forEach((affair: LooseJson) =>
        Object.assign(affair, { outcome: 'postponed', ballots: [], calledAt: null, outcomeReason: 'quorum' }),
      );
    });
    const told = held.register.told();
    expect(told.slice(told.indexOf('session MemberPresent'))).toEqual([
      'session MemberPresent',
      'session MemberPresent',
      'session MemberAbsent',
      'session MemberAbsent',
      'session MemberAbsent',
      'session SessionNotQuorate',
      'session AffairPostponed',
      'session AffairPostponed',
      'record RecordImported',
    ]);
  });
});

describe('an affair', () => {
  it('without a subject is said to be so', async () => {
    await importing(({ affairs }) => (affairs[0].subject = null));
    expect(held.register.ofType('AffairPlacedOnAgenda')[0]).toMatchObject({
      data: { subject: 'Objet non renseigné' },
    });
  });

  it('from which a member keeps out is called without that member', async () => {
    await importing(({ session, affairs }) => {
      session.stated = null;
      affairs[0].recusals = [
        { member: 'moreau-basile', ground: 'personal-interest', left: true, note: null },
      ];
      affairs[0].ballots = [{ method: 'show-of-hands', outcome: 'adopted' }];
    });
    expect(room().slice(2, 4)).toEqual(['MemberRecused', 'AffairCalled']);
    expect(held.register.ofType('AffairCalled')[0]).toMatchObject({ data: { quorum: { present: 3 } } });
    expect(rolls()[0]).toMatchObject({ size: 4 });
  });
});
