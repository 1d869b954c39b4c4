import 'reflect-metadata';
import type { LooseJson } from '../session-record/record.fixture.js';
import { checkAttendance } from './attendance.js';
import { checkConvocation } from './convocation.js';
import { foundBy } from './findings.fixture.js';
import { checkMandates } from './mandates.js';
import { checkMembersInOffice } from './members-in-office.js';
import { checkMovements } from './movements.js';
import { checkPresence } from './presence.js';
import { checkProxies } from './proxies.js';
import { checkQuorum } from './quorum.js';
import { checkStatedCounts } from './stated-counts.js';
import { checkTimes } from './times.js';

const left = (member: string, when: LooseJson) => ({ member, kind: 'left', when });
const arrived = (member: string, when: LooseJson) => ({ member, kind: 'arrived', when });

describe('check 4, times', () => {
  const found = foundBy(checkTimes);

  it('passes for times that follow one another, past midnight too', () => {
    const fields = found(({ session, affairs }) => {
      session.closedAt = '2024-03-22T00:40';
      affairs[1].calledAt = '2024-03-22T00:10';
      session.movements = [
        left('roux-david', { at: '2024-03-21T23:00', afterAffair: '1' }),
        arrived('roux-david', { at: '2024-03-22T00:10', duringAffair: '2' }),
        left('roux-david', '2024-03-22T00:40'),
      ];
    });
    expect(found()).toEqual([]);
    expect(fields).toEqual([]);
  });

  it('finds a séance that opens on another day or closes before it opens', () => {
    const fields = found(({ session, affairs }) => {
      session.openedAt = '2024-03-22T20:00';
      affairs.forEach((affair: LooseJson) => (affair.calledAt = null));
    });
    expect(fields).toEqual([
      'I time.opening-day session.openedAt',
      'I time.closed-before-opened session.closedAt',
    ]);
  });

  it('finds affairs called out of the séance or out of order', () => {
    const fields = found(({ affairs }) => {
      affairs.push({ key: '3', order: 3, subject: 'Affaire 3', calledAt: '2024-03-21T20:15' });
      affairs[0].calledAt = '2024-03-21T19:50';
      affairs[1].calledAt = '2024-03-21T21:50';
    });
    expect(fields).toEqual([
      'I time.before-opening affairs.0.calledAt',
      'I time.after-closing affairs.1.calledAt',
      'I time.runs-back affairs.2.calledAt',
    ]);
  });

  it('finds a moment whose time is not that of its place', () => {
    const fields = found(({ session }) => {
      session.movements = [
        left('roux-david', { at: '2024-03-21T20:15', beforeAffair: '1' }),
        arrived('roux-david', { at: '2024-03-21T20:25', afterAffair: '1' }),
        left('roux-david', { at: '2024-03-21T21:31', afterAffair: '2' }),
        arrived('roux-david', '2024-03-21T19:00'),
      ];
    });
    expect(fields).toEqual([0, 1, 2, 3].map((index) => `I time.place session.movements.${index}.when`));
  });
});

describe('check 6, members in office', () => {
  const found = foundBy(checkMembersInOffice);

  it('passes where they are as many as stated, and no fewer than counted', () => {
    expect(found()).toEqual([]);
    expect(found(({ body }) => (body.membersInOffice = null))).toEqual([]);
  });

  it('finds two numbers', () => {
    expect(found(({ session }) => (session.stated.inOffice = 7))).toEqual([
      'I stated.in-office session.stated.inOffice',
    ]);
  });

  it('finds more members counted than in office', () => {
    const fewer = ({ body, session }: LooseJson) => (body.membersInOffice = session.stated.inOffice = 4);
    expect(found(fewer)).toEqual(['I stated.too-many body.membersInOffice']);
    expect(
      found(({ body, session }) => {
        session.stated = { inOffice: 5, present: 4, absent: 2 };
        body.membersInOffice = null;
      }),
    ).toEqual(['I stated.too-many session.stated.inOffice']);
  });

  it('counts a substitute in the seat of the member replaced', () => {
    const fields = found(({ body, session }) => {
      body.members.push({ ref: 'faure-gil', familyName: 'FAURE', substituteOf: 'blanc-elsa' });
      session.attendance.push({ member: 'faure-gil', status: 'present' });
      session.stated = { inOffice: 5, present: 5, excused: 1, substitutesPresent: 1 };
    });
    expect(fields).toEqual([]);
  });
});

describe('check 6, stated counts', () => {
  const found = foundBy(checkStatedCounts);

  it('passes where the names agree, a represented member counted as excused, absent or neither', () => {
    expect(found()).toEqual([]);
    for (const away of [
      { excused: 1, absent: 0 },
      { excused: 0, absent: 1 },
      { excused: 0, absent: 0 },
    ]) {
      expect(found(({ session }) => Object.assign(session.stated, away))).toEqual([]);
    }
  });

  it('passes where the source names only some, or nobody', () => {
    expect(
      found(({ session }) => {
        session.attendanceComplete = false;
        session.stated = { present: 12, represented: 3, absent: 4 };
      }),
    ).toEqual([]);
    expect(
      found(({ session }) => {
        session.attendance = session.proxies = null;
        session.stated = { present: 12, represented: 3, voters: 15 };
      }),
    ).toEqual([]);
  });

  it('finds counts that the names do not give', () => {
    const fields = found(({ session }) => {
      session.stated = { present: 3, represented: 0, excused: 2, absent: 2, voters: 5 };
    });
    expect(fields).toEqual(
      ['present', 'represented', 'excused', 'absent', 'voters'].map(
        (cell) => `I stated.${cell} session.stated.${cell}`,
      ),
    );
  });

  it('follows those who come and go, and those who keep out of the affair', () => {
    const moving = ({ session, affairs }: LooseJson) => {
      session.movements = [
        left('moreau-basile', { beforeAffair: '1' }),
        arrived('blanc-elsa', { afterAffair: '1' }),
      ];
      affairs[0].stated = { present: 3, represented: 1, voters: 4 };
      affairs[1].recusals = [{ member: 'roux-david', left: true }];
      affairs[1].stated = { present: 3, represented: 0, voters: 3 };
    };
    expect(found(moving)).toEqual([]);
    expect(
      found((json) => {
        moving(json);
        json.affairs[0].stated.present = 4;
        json.affairs[1].stated.voters = 5;
      }),
    ).toEqual([
      'I stated.present affairs.0.stated.present',
      'I stated.voters affairs.0.stated.voters',
      'I stated.voters affairs.1.stated.voters',
    ]);
  });

  it('does not guess where someone is who moves at an unknown moment', () => {
    const fields = found(({ session, affairs }) => {
      session.movements = [left('moreau-basile', null)];
      affairs[0].stated = { present: 4 };
      affairs[1].stated = { present: 3 };
    });
    expect(fields).toEqual([]);
  });
});

describe('check 7, mandates', () => {
  const found = foundBy(checkMandates);

  it('passes where mandates cover the day, or are not known', () => {
    expect(
      found(({ body }) =>
        Object.assign(body.members[1], { mandateFrom: '2024-03-21', mandateUntil: '2024-03-21' }),
      ),
    ).toEqual([]);
  });

  it('finds who does not sit yet or any more', () => {
    const fields = found(({ body }) => {
      body.members[0].mandateFrom = '2024-03-22';
      body.members[4].mandateUntil = '2024-03-20';
      body.members.push({ ref: 'ancien', familyName: 'ANCIEN', mandateUntil: '2020-01-01' });
    });
    expect(fields).toEqual([
      'I mandate.not-begun body.members.0.mandateFrom',
      'I mandate.over body.members.4.mandateUntil',
    ]);
  });

  it('finds a substitute who sits beside the member replaced', () => {
    expect(found(({ body }) => (body.members[1].substituteOf = 'blanc-elsa'))).toEqual([]);
    expect(found(({ body }) => (body.members[1].substituteOf = 'roux-david'))).toEqual([
      'I R6.substitute body.members.1.substituteOf',
    ]);
  });
});

describe('check 8, attendance', () => {
  const found = foundBy(checkAttendance);
  const remote = (kind: string, body: string, date: string) =>
    found((json) => {
      json.authority.kind = kind;
      json.body.kind = body;
      json.session.date = date;
      json.session.attendance[0].mode = 'remote';
    });

  it('passes for one entry a member', () => {
    expect(found(({ session }) => (session.attendance[0].mode = 'in-person'))).toEqual([]);
  });

  it('finds a member called twice, and a mode of someone who is away', () => {
    const fields = found(({ session }) => {
      session.attendance.push({ member: 'durand-alix', status: 'absent', mode: 'in-person' });
    });
    expect(fields).toEqual([
      'S attendance.twice session.attendance.5.member',
      'S attendance.mode session.attendance.5.mode',
    ]);
  });

  it('finds a presence at a distance where the law of the day does not open it', () => {
    expect(remote('commune', 'council', '2024-03-21')).toEqual(['I R6.remote session.attendance.0.mode']);
    expect(remote('metropole', 'bureau', '2023-05-04')).toEqual(['I R6.remote session.attendance.0.mode']);
    expect(remote('epci', 'council', '2018-05-04')).toEqual(['I R6.remote session.attendance.0.mode']);
  });

  it('lets it pass where the law opens it, and where no rule is known', () => {
    expect(remote('commune', 'council', '2020-05-04')).toEqual([]);
    expect(remote('epci', 'council', '2023-05-04')).toEqual([]);
    expect(remote('metropole', 'bureau', '2020-05-04')).toEqual([]);
    expect(remote('departement', 'council', '2023-05-04')).toEqual([]);
  });
});

describe('check 9, quorum', () => {
  const found = foundBy(checkQuorum);
  const oneLeft = ({ session }: LooseJson) => {
    session.movements = ['roux-david', 'petit-chloe'].map((member) => left(member, { afterAffair: '1' }));
  };

  it('passes where it is that of the day, and reached', () => {
    expect(found()).toEqual([]);
  });

  it('passes where what is not decided has none', () => {
    const fields = found((json) => {
      oneLeft(json);
      Object.assign(json.affairs[1], { outcome: 'postponed', ballots: [], stated: { quorumReached: false } });
    });
    expect(fields).toEqual([]);
  });

  it('finds stated figures that the rules of the day do not give', () => {
    const fields = found(({ session, affairs }) => {
      session.stated.quorumRequired = 2;
      session.stated.quorumReached = false;
      affairs.forEach((affair: LooseJson) => (affair.stated = { quorumRequired: 3 }));
    });
    expect(fields).toEqual([
      'I R6.stated-required session.stated.quorumRequired',
      'I R6.stated-reached session.stated.quorumReached',
    ]);
  });

  it('knows the third of the Covid windows', () => {
    const covid = ({ session }: LooseJson) => {
      session.date = '2021-03-18';
      session.stated.quorumRequired = 2;
    };
    expect(found(covid)).toEqual([]);
  });

  it('does not know the number in office from the names, only that it is no smaller', () => {
    const unknown = (required: number) => (json: LooseJson) => {
      json.body.membersInOffice = json.session.stated.inOffice = null;
      json.session.stated.quorumRequired = required;
    };
    expect(found(unknown(4))).toEqual([]);
    expect(found(unknown(2))).toEqual(['I R6.stated-required session.stated.quorumRequired']);
  });

  it('finds a decision without it, a second convocation aside', () => {
    expect(found(oneLeft)).toEqual(['I R7.quorum affairs.1.outcome']);
    expect(
      found((json) => {
        oneLeft(json);
        json.session.secondConvocation = true;
      }),
    ).toEqual([]);
  });

  it('finds a decision where the source itself says that it was lost', () => {
    const fields = found(({ session, affairs }) => {
      session.attendance = session.proxies = null;
      session.stated = null;
      affairs[1].stated = { quorumReached: false };
    });
    expect(fields).toEqual(['I R7.quorum affairs.1.outcome']);
  });

  it('counts a recused member out of the room, and out of the members in office where designated', () => {
    const recused = (ground: string, date: string) => (json: LooseJson) => {
      json.session.date = date;
      json.body.membersInOffice = json.session.stated.inOffice = 6;
      json.session.stated.quorumRequired = 4;
      json.affairs[0].recusals = [{ member: 'roux-david', ground }];
    };
    expect(found(recused('personal-interest', '2024-03-21'))).toEqual(['I R7.quorum affairs.0.outcome']);
    expect(found(recused('designated-representative', '2024-03-21'))).toEqual([]);
    expect(found(recused('designated-representative', '2019-03-21'))).toEqual([
      'I R7.quorum affairs.0.outcome',
    ]);
  });
});

describe('check 10, movements', () => {
  const found = foundBy(checkMovements);

  it('passes where they alternate', () => {
    const fields = found(({ session }) => {
      session.movements = [
        left('roux-david', { beforeAffair: '1' }),
        arrived('roux-david', { afterAffair: '1' }),
        left('roux-david', { afterAffair: '2' }),
        arrived('blanc-elsa', { beforeAffair: '2' }),
      ];
    });
    expect(fields).toEqual([]);
  });

  it('finds who leaves while out or arrives while in', () => {
    const fields = found(({ session }) => {
      session.movements = [
        left('blanc-elsa', { beforeAffair: '1' }),
        arrived('roux-david', { beforeAffair: '1' }),
        left('moreau-basile', { afterAffair: '1' }),
        left('moreau-basile', { afterAffair: '2' }),
      ];
    });
    expect(fields).toEqual([0, 1, 3].map((index) => `I movement.alternates session.movements.${index}`));
  });

  it('takes them in the order of the séance, and says nothing of an unknown one', () => {
    const fields = found(({ session }) => {
      session.movements = [
        arrived('roux-david', { afterAffair: '1' }),
        left('roux-david', { beforeAffair: '1' }),
        left('moreau-basile', null),
        left('moreau-basile', { afterAffair: '2' }),
      ];
    });
    expect(fields).toEqual([]);
  });
});

describe('check 11, proxies', () => {
  const found = foundBy(checkProxies);
  const proxies = (...list: LooseJson[]) => found(({ session }) => (session.proxies = list));

  it('passes for a giver away and a bearer in the room', () => {
    expect(found()).toEqual([]);
    expect(proxies({ giver: 'blanc-elsa', bearer: null })).toEqual([]);
  });

  it('finds who bears their own', () => {
    expect(proxies({ giver: 'blanc-elsa', bearer: 'blanc-elsa' })).toEqual([
      'S R10.giver-is-bearer session.proxies.0.bearer',
    ]);
  });

  it('finds a giver who is there, a bearer who is not, a date after the séance', () => {
    expect(proxies({ giver: 'roux-david', bearer: 'blanc-elsa', givenOn: '2024-03-22' })).toEqual([
      'I R10.giver-absent session.proxies.0.giver',
      'I R10.bearer-present session.proxies.0.bearer',
      'I R10.given-late session.proxies.0.givenOn',
    ]);
  });

  it('finds two at once, of one giver and of one bearer', () => {
    const two = ({ session }: LooseJson) => {
      session.attendance[1].status = 'excused';
      session.proxies = [
        { giver: 'blanc-elsa', bearer: 'roux-david' },
        { giver: 'moreau-basile', bearer: 'roux-david' },
        { giver: 'blanc-elsa', bearer: 'petit-chloe' },
      ];
    };
    expect(found(two)).toEqual([
      'I R10.one-per-bearer session.proxies.1.bearer',
      'I R10.one-per-giver session.proxies.2.giver',
    ]);
    expect(
      found((json) => {
        two(json);
        json.session.date = '2020-05-14';
        json.session.proxies.pop();
      }),
    ).toEqual([]);
  });

  it('lets one follow another, and one begin when its giver leaves', () => {
    const fields = found(({ session }) => {
      session.movements = [
        left('moreau-basile', { afterAffair: '1' }),
        arrived('blanc-elsa', { beforeAffair: '2' }),
      ];
      session.proxies.push({ giver: 'moreau-basile', bearer: 'roux-david', from: { afterAffair: '1' } });
    });
    expect(fields).toEqual([]);
  });
});

describe('check 12, chair and secretaries', () => {
  const found = foundBy(checkPresence);

  it('passes where they are in the room, or where nobody is named', () => {
    expect(found()).toEqual([]);
    expect(found(({ session }) => (session.attendance = null))).toEqual([]);
  });

  it('finds a chair or a secretary who is not', () => {
    const fields = found(({ session }) => {
      session.chair = 'blanc-elsa';
      session.secretaries = ['petit-chloe', 'blanc-elsa'];
      session.movements = [left('moreau-basile', { afterAffair: '1' })];
      session.chairs = [
        { member: 'moreau-basile', fromAffair: '1', untilAffair: '1' },
        { member: 'moreau-basile', fromAffair: '2', untilAffair: '2' },
      ];
    });
    expect(fields).toEqual([
      'I presence.chair session.chair',
      'I presence.chair session.chairs.1.member',
      'I presence.secretary session.secretaries.1',
    ]);
  });
});

describe('check 14, convocation', () => {
  const found = foundBy(checkConvocation);
  const convened = (on: string, more: LooseJson = {}, population: number | null = 800) =>
    found(({ authority, session }) => {
      authority.population = population;
      Object.assign(session, { convenedOn: on, ...more });
    });

  it('passes for the clear days of the law', () => {
    expect(convened('2024-03-17')).toEqual([]);
    expect(convened('2024-03-15', {}, 3500)).toEqual([]);
    expect(convened('2024-03-16', {}, null)).toEqual([]);
  });

  it('finds a notice that is too short', () => {
    const short = ['I R12.notice session.convenedOn'];
    expect(convened('2024-03-18')).toEqual(short);
    expect(convened('2024-03-16', {}, 3500)).toEqual(short);
    expect(convened('2024-03-22')).toEqual(short);
  });

  it('lets an urgency shorten it to one clear day', () => {
    expect(convened('2024-03-19', { urgency: { reason: 'Péril' } })).toEqual([]);
    expect(convened('2024-03-20', { urgency: { reason: 'Péril' } })).toEqual([
      'I R12.notice session.convenedOn',
    ]);
    expect(convened('2024-03-20', { secondConvocation: true })).toEqual([]);
  });

  it('finds an urgency that its ballot contradicts', () => {
    const voted = (outcome: string) => ({
      urgency: { reason: 'Péril', confirmed: true },
      ballots: [{ question: 'Admettre l’urgence', method: null, outcome }],
    });
    expect(convened('2024-03-15', voted('adopted'))).toEqual([]);
    expect(convened('2024-03-15', voted('rejected'))).toEqual([
      'I R12.urgency-vote session.urgency.confirmed',
    ]);
  });
});
