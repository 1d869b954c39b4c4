import 'reflect-metadata';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Annex, CertifiedExtract, Irregularity, Roll } from '@registre/deliberation';
import { Refusal } from '@registre/platform';
import { DiskRecordFolder } from '../checks/record-folder.js';
import { smallRecord, type LooseJson } from '../session-record/record.fixture.js';
import {
  AMP,
  describeWithExamples,
  EVERY_SHAPE,
  EXAMPLES_FOLDER,
  PIERREFONDS,
} from '../session-record/shared-examples.fixture.js';
import { eachWithRegister, MemoryRegister } from './register.fixture.js';

const held = eachWithRegister();

/** The records that ship with the program, and the commune's template. */
const EXAMPLES = new URL('../../examples/', import.meta.url);

function recordWith(change: (json: LooseJson) => void = () => undefined): LooseJson {
  const json = smallRecord();
  change(json);
  return json;
}

async function refusalOf(importing: Promise<unknown>): Promise<Refusal> {
  const refusal = await importing.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (refusal instanceof Refusal) return refusal;
  throw new Error('not refused', { cause: refusal });
}

const rulesOf = (refusal: Refusal) => refusal.reasons.map(({ field, rule }) => `${rule} ${field}`);

describe('a record that holds together', () => {
  it('becomes what happened, one thing after another', async () => {
    await held.register.import(recordWith());
    expect(held.register.told()).toEqual([
      'authority AuthorityRegistered',
      'body BodyConstituted',
      ...Array.from({ length: 5 }, () => 'body MemberSeated'),
      'session SessionConvened',
      'session AffairPlacedOnAgenda',
      'session AffairPlacedOnAgenda',
      ...['1', '2'].flatMap(() => ['number NumberTaken', 'affair AffairNumbered']),
      'session SessionOpened',
      ...Array.from({ length: 4 }, () => 'session MemberPresent'),
      'session MemberExcused',
      'session ChairTaken',
      'session SecretaryAppointed',
      'session ProxyGiven',
      ...['1', '2'].flatMap(() => [
        'session AffairCalled',
        'session BallotOpened',
        'ballot VotingOpened',
        'ballot HandsCounted',
        'ballot VotingClosed',
        'session BallotClosed',
        'session AffairDecided',
      ]),
      'session SessionClosed',
      'record RecordImported',
    ]);
  });

  it('is dated as it happened, and says where it comes from', async () => {
    await held.register.import(recordWith());
    const when = (type: string) =>
      held.register
        .ofType(type)
        .map(({ metadata }) => `${metadata.occurredAt.date} ${metadata.occurredAt.time}`);
    expect(when('BodyConstituted')[0]).toBe('null null');
    expect(when('MemberSeated')[0]).toBe('2024-03-21 null');
    expect(when('SessionConvened')).toEqual(['2024-03-15 null']);
    expect(when('SessionOpened')).toEqual(['2024-03-21 20:00']);
    expect(when('AffairCalled')).toEqual(['2024-03-21 20:10', '2024-03-21 20:20']);
    expect(when('BallotClosed')).toEqual(['2024-03-21 null', '2024-03-21 null']);
    expect(when('SessionClosed')).toEqual(['2024-03-21 21:30']);
    const sources = held.register.appended.map(({ event }) => event.metadata.source?.title);
    expect(new Set(sources)).toEqual(new Set(['Procès-verbal du 21 mars 2024']));
  });

  it('says which affairs it became', async () => {
    const { session, affairs, ...said } = await held.register.import(recordWith());
    expect(said).toEqual({
      authority: 'essai',
      record: 'essai-cm-2024-03-21',
      revision: 1,
      disagreements: 0,
      corrections: 0,
      already: false,
    });
    const placed = held.register.ofType<{ affair: string; key: string }>('AffairPlacedOnAgenda');
    expect(affairs).toEqual(placed.map(({ data: { key, affair } }) => ({ key, affair })));
    expect(held.register.ofType('RecordImported')).toMatchObject([
      { data: { session, affairs, revision: 1 } },
    ]);
  });

  it('tells how far it is', async () => {
    const progress: number[] = [];
    await held.register.import(recordWith(), {
      onProgress: ({ done, total }) => progress.push(done / total),
    });
    expect(progress).toEqual(progress.toSorted((one, other) => one - other));
    expect(progress.length).toBeGreaterThan(20);
  });

  it('of a séance that passes midnight gives no day where it may be either', async () => {
    const json = recordWith(({ session, affairs }) => {
      session.closedAt = '2024-03-22T00:40';
      affairs[1].calledAt = '2024-03-22T00:10';
    });
    await held.register.import(json);
    const days = held.register.ofType('BallotOpened').map(({ metadata }) => metadata.occurredAt.date);
    expect(days).toEqual([null, '2024-03-22']);
  });
});

describe('the room', () => {
  it('changes where the source says, and the roll with it', async () => {
    const json = recordWith(({ session, affairs }) => {
      session.movements = [
        { member: 'moreau-basile', kind: 'left', when: { at: '2024-03-21T20:15', afterAffair: '1' } },
        { member: 'blanc-elsa', kind: 'arrived', when: { beforeAffair: '2' } },
        { member: 'petit-chloe', kind: 'left', when: { duringAffair: '2' } },
      ];
      session.proxies.push({ giver: 'moreau-basile', bearer: 'roux-david', from: { afterAffair: '1' } });
      session.proxies[0].bearer = 'petit-chloe';
      affairs[1].debate = 'Une question est posée.';
      affairs[1].ballots[0] = { method: 'show-of-hands', outcome: 'adopted' };
    });
    await held.register.import(json);
    const told = held.register.told();
    const secondCall = told.lastIndexOf('session AffairCalled');
    expect(told.slice(secondCall - 3, secondCall + 4)).toEqual([
      'session MemberLeft',
      'session ProxyGiven',
      'session MemberArrived',
      'session AffairCalled',
      'session DebateNoted',
      'session MemberLeft',
      'session BallotOpened',
    ]);
    const [, last] = held.register.ofType<{ roll: Roll }>('BallotOpened');
    expect(last?.data.roll.seats?.map(({ seat }) => seat)).toEqual([
      'durand-alix',
      'roux-david',
      'blanc-elsa',
      'moreau-basile',
    ]);
  });

  it('stays unknown where the source names nobody', async () => {
    const json = recordWith(({ session, affairs }) => {
      Object.assign(session, { attendance: null, proxies: null, movements: null, secretaries: null });
      affairs.forEach((affair: LooseJson) => (affair.ballots[0].named = null));
    });
    await held.register.import(json);
    expect(held.register.ofType('SessionOpened')).toMatchObject([
      { data: { attendance: null, proxies: null, movements: null, secretaries: null } },
    ]);
    expect(held.register.told()).not.toContain('session MemberPresent');
  });
});

describe('an affair', () => {
  const outcomeOf = (change: LooseJson) =>
    held.register.import(
      recordWith(({ affairs }) => affairs.splice(0, 2, { key: '1', subject: 'Affaire', ...change })),
    );

  it('that was put off without being discussed was not called', async () => {
    await outcomeOf({
      outcome: 'postponed',
      outcomeReason: 'quorum perdu',
      stated: { present: 4 },
    });
    expect(held.register.told()).not.toContain('session AffairCalled');
    expect(held.register.ofType('AffairPostponed')).toMatchObject([
      { data: { reason: 'quorum perdu', stated: { present: 4, quorumReached: null } } },
    ]);
  });

  it('may be withdrawn after a discussion, or noted', async () => {
    await outcomeOf({ outcome: 'withdrawn', debate: 'Le rapporteur retire le point.' });
    expect(held.register.told().filter((one) => one.startsWith('session Affair'))).toEqual([
      'session AffairPlacedOnAgenda',
      'session AffairCalled',
      'session AffairWithdrawn',
    ]);
  });

  it('may be noted, and may stay without an outcome', async () => {
    await held.register.import(
      recordWith(({ affairs }) => {
        Object.assign(affairs[0], { outcome: 'noted', ballots: [], proclaimed: 'Le conseil prend acte' });
        Object.assign(affairs[1], { outcome: null, ballots: null, calledAt: null });
      }),
    );
    expect(held.register.ofType('AffairNoted')).toMatchObject([
      { data: { proclaimed: 'Le conseil prend acte' } },
    ]);
    expect(held.register.told().filter((one) => one === 'session AffairCalled')).toHaveLength(1);
  });

  it('has a report only where the source says something of it', async () => {
    await held.register.import(recordWith(({ affairs }) => (affairs[0].citations = [])));
    expect(held.register.ofType('ReportSubmitted')).toMatchObject([
      { data: { annexes: null, report: { subject: 'Affaire 1', citations: [], articles: null } } },
    ]);
  });

  it('is decided by the ballots that the source names', async () => {
    await held.register.import(
      recordWith(({ affairs }) => {
        affairs[0].ballots.unshift({ question: 'Siéger à huis clos', method: null, outcome: 'rejected' });
        affairs[0].decidingBallots = [2];
      }),
    );
    const ballots = held.register.ofType<{ ballot: string }>('BallotOpened').map(({ data }) => data.ballot);
    expect(held.register.ofType('AffairDecided')).toMatchObject([
      { data: { decidingBallots: [ballots[1]], computed: 'adopted' } },
      { data: { decidingBallots: [ballots[2]] } },
    ]);
  });
});

describe('a ballot', () => {
  const rollCall = {
    method: 'roll-call',
    counts: { for: 3, against: 1, abstentions: 1, notTakingPart: 0 },
    named: {
      for: ['durand-alix', 'petit-chloe', 'roux-david'],
      against: ['blanc-elsa'],
      abstentions: ['moreau-basile'],
      notTakingPart: [],
    },
    outcome: 'adopted',
  };

  it('by roll call is voted name by name, the bearer for the giver', async () => {
    await held.register.import(recordWith(({ affairs }) => (affairs[0].ballots = [rollCall])));
    const votes = held.register.ofType<{ seat: string; voter: string; choice: string }>('VoteCast');
    expect(votes.map(({ data: { seat, voter, choice } }) => `${seat} ${voter} ${choice}`)).toEqual([
      'durand-alix durand-alix for',
      'petit-chloe petit-chloe for',
      'roux-david roux-david for',
      'blanc-elsa roux-david against',
      'moreau-basile moreau-basile abstention',
    ]);
    expect(held.register.ofType('BallotClosed')).toMatchObject([
      { data: { tally: { counts: rollCall.counts }, computed: { outcome: 'adopted' } } },
      {},
    ]);
  });

  it('whose names are disputed is counted as the source gives it', async () => {
    const json = recordWith(({ affairs }) => {
      affairs[0].ballots = [{ ...rollCall, counts: { ...rollCall.counts, for: 2 } }];
    });
    await held.register.import(json, { asProclaimed: true });
    expect(held.register.ofType('VoteCast')).toEqual([]);
    expect(held.register.ofType('HandsCounted')).toMatchObject([{ data: { counts: { for: 2 } } }, {}]);
  });

  it('of the séance itself is held at its opening, and one of which nothing was counted has no count', async () => {
    await held.register.import(
      recordWith(({ session }) => {
        session.ballots = [{ question: 'Voter à main levée', method: null, outcome: 'adopted' }];
      }),
    );
    expect(held.register.ofType('BallotOpened')[0]).toMatchObject({
      data: { affair: null, question: 'Voter à main levée' },
    });
    expect(held.register.ofType('HandsCounted')).toHaveLength(2);
  });

  it('may elect', async () => {
    await held.register.import(
      recordWith(({ affairs }) => {
        const candidates = [{ member: 'roux-david', votes: 5, elected: true }];
        affairs[0].ballots = [
          { method: 'show-of-hands', round: 1, secrecyWaived: true, candidates, outcome: 'elected' },
        ];
      }),
    );
    expect(held.register.ofType('BallotClosed')[0]).toMatchObject({
      data: { tally: { candidates: [{ member: 'roux-david', name: null, votes: 5, elected: true }] } },
    });
  });
});

describe('the files of a record', () => {
  async function folderWith(files: Readonly<Record<string, string>>): Promise<DiskRecordFolder> {
    const root = join(held.register.dataDir, 'dossier');
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), text);
    }
    return new DiskRecordFolder(root);
  }

  it('enter the file store: annexes, and what an extract is printed from', async () => {
    const folder = await folderWith({
      'modeles/cm.liquid': 'Objet : {{ affair.subject }}',
      'plan.txt': 'le plan',
    });
    const json = recordWith(({ body, affairs }) => {
      body.template = 'modeles/cm.liquid';
      affairs[0].annexes = [{ title: 'Plan', file: 'plan.txt' }, { title: 'Devis' }];
      affairs[0].extract = {
        formula: 'Pour extrait conforme',
        signatory: { office: 'Le Maire' },
        certifiedOn: '2024-03-25',
      };
    });
    await held.register.import(json, { folder });
    const [plan, quote] = held.register.ofType<Annex>('AnnexAttached').map(({ data }) => data);
    expect(quote).toMatchObject({ title: 'Devis', file: null, sha256: null });
    const kept = await held.register.files.get('essai', plan?.file ?? ({} as never));
    expect(Buffer.from(kept).toString()).toBe('le plan');
    const [extract] = held.register.ofType<CertifiedExtract>('ExtractCertified');
    const text = await held.register.files.get('essai', extract?.data.text ?? ({} as never));
    expect(Buffer.from(text).toString()).toBe('Objet : Affaire 1');
    expect(extract?.metadata.occurredAt.date).toBe('2024-03-25');
  });

  it('are tried before anything is written', async () => {
    const folder = await folderWith({ 'cm.liquid': 'Objet : {{ affair.subjet }}' });
    const refusal = await refusalOf(
      held.register.import(
        recordWith(({ body }) => (body.template = 'cm.liquid')),
        { folder },
      ),
    );
    expect(refusal.code).toBe('record-impossible');
    expect(refusal.reasons[0]?.field).toBe('body.template');
    expect(held.register.appended).toEqual([]);
  });

  it('must be texts where templates', async () => {
    const folder = await folderWith({});
    await mkdir(join(held.register.dataDir, 'dossier'), { recursive: true });
    await writeFile(join(held.register.dataDir, 'dossier', 'cm.liquid'), Buffer.from([0xe9, 0x20]));
    const importing = held.register.import(
      recordWith(({ body }) => (body.template = 'cm.liquid')),
      { folder },
    );
    expect((await refusalOf(importing)).code).toBe('file.not-text');
  });

  it('are wanted for an extract: without a template none can be certified', async () => {
    const json = recordWith(({ affairs }) => (affairs[0].extract = { signatory: {} }));
    expect(rulesOf(await refusalOf(held.register.import(json)))).toEqual([
      'extract.no-template affairs.0.extract',
    ]);
    expect(held.register.appended).toEqual([]);
  });
});

describe('a record that disagrees', () => {
  const disagreeing = () =>
    recordWith(({ session, affairs }) => {
      session.convenedOn = '2024-03-19';
      session.secretaries = ['blanc-elsa'];
      affairs[0].ballots[0].outcome = 'rejected';
      affairs[0].outcome = 'rejected';
      affairs[0].ballots[0].proclaimed = null;
      affairs[1].number = '2024-01';
      affairs[1].ballots[0].named.against = ['blanc-elsa'];
    });
  const RULES = [
    'number.taken affairs.1.number',
    'presence.secretary session.secretaries.0',
    'R12.notice session.convenedOn',
    'R18.named-counts affairs.1.ballots.0.named.against',
    'R14.outcome affairs.0.ballots.0.outcome',
  ];

  it('is refused with everything at once, and nothing is written', async () => {
    const refusal = await refusalOf(held.register.import(disagreeing()));
    expect({ kind: refusal.kind, code: refusal.code }).toEqual({
      kind: 'irregular',
      code: 'record-irregular',
    });
    expect(rulesOf(refusal)).toEqual(RULES);
    expect(held.register.appended).toEqual([]);
  });

  it('is taken as proclaimed, each disagreement recorded and each irregularity told where it happened', async () => {
    const imported = await held.register.import(disagreeing(), { asProclaimed: true });
    expect(imported.disagreements).toBe(RULES.length);
    const recorded = held.register.ofType<{ rule: string; path: string }>('DisagreementRecorded');
    expect(recorded.map(({ data: { rule, path } }) => `${rule} ${path}`)).toEqual(RULES);
    const irregularities = held.register.appended.flatMap(
      ({ event }) => (event.data as { irregularities?: readonly Irregularity[] }).irregularities ?? [],
    );
    expect(new Set(irregularities.map(({ rule }) => rule))).toEqual(
      new Set(RULES.map((one) => one.split(' ')[0])),
    );
    expect(new Set(irregularities.map(({ reason }) => reason))).toEqual(
      new Set(['selon la source : Procès-verbal du 21 mars 2024']),
    );
    expect(held.register.ofType('AffairDecided')[0]).toMatchObject({
      data: { outcome: 'rejected', computed: 'adopted' },
    });
  });

  it('is refused whatever is asked where it cannot be', async () => {
    const json = recordWith(({ session, affairs }) => {
      session.convenedOn = '2024-03-19';
      affairs[0].ballots[0].counts.for = 12;
    });
    const refusal = await refusalOf(held.register.import(json, { asProclaimed: true }));
    expect(refusal.kind).toBe('impossible');
    expect(rulesOf(refusal)).toEqual([
      'R12.notice session.convenedOn',
      'R14.above-roll affairs.0.ballots.0.counts',
    ]);
  });
});

describe('a record that disagrees with the register', () => {
  const another = (change: (json: LooseJson) => void) =>
    recordWith((json) => {
      json.id = 'essai-cm-2024-04-18';
      json.affairs = [];
      change(json);
    });

  beforeEach(() => held.register.import(recordWith()));

  it('brings nothing new of what is the same', async () => {
    await held.register.import(another(() => undefined));
    expect(held.register.ofType('AuthorityRegistered')).toHaveLength(1);
    expect(held.register.ofType('MemberSeated')).toHaveLength(5);
    expect(held.register.ofType('SessionConvened')).toHaveLength(2);
  });

  it('is refused for another description of the authority or the body', async () => {
    const json = another(({ authority, body }) => {
      authority.population = 900;
      body.name = 'Conseil';
    });
    expect(rulesOf(await refusalOf(held.register.import(json)))).toEqual([
      'authority.registered authority',
      'body.constituted body',
    ]);
  });

  it('describes members as they were then, and leaves them as a later séance describes them', async () => {
    const json = another(({ body, session }) => {
      Object.assign(session, { date: '2021-03-18', convenedOn: '2021-03-12' });
      Object.assign(session, { openedAt: '2021-03-18T20:00', closedAt: '2021-03-18T21:00', stated: null });
      session.proxies[0].givenOn = null;
      body.members[1].office = 'Ancien adjoint';
    });
    await held.register.import(json);
    const seated = held.register.ofType<{ seat: { ref: string; office: string | null } }>('MemberSeated');
    expect(seated.slice(5).map(({ data: { seat } }) => `${seat.ref} ${seat.office}`)).toEqual([
      'moreau-basile Ancien adjoint',
      'moreau-basile null',
    ]);
    const offices = held.register
      .ofType<{ bodyAtSession: { seats: { office: string | null }[] } }>('SessionOpened')
      .map(({ data }) => data.bodyAtSession.seats[1]?.office);
    expect(offices).toEqual([null, 'Ancien adjoint']);
  });

  it('may bear a number that was taken, when it is taken as proclaimed', async () => {
    const json = another(({ affairs }) => {
      affairs.push({ key: '1', subject: 'Autre affaire', number: '2024-01', outcome: null });
    });
    const refusal = await refusalOf(held.register.import(json));
    expect(rulesOf(refusal)).toEqual(['number.taken affairs.0.number']);
    expect(refusal.extensions.findings).toMatchObject([{ check: '1', severity: 'I', affair: '1' }]);
    expect((await held.register.import(json, { asProclaimed: true })).disagreements).toBe(1);
  });

  it('is refused in the future', async () => {
    const json = another(({ session }) => {
      session.date = '2999-03-21';
      session.convenedOn = '2999-03-01';
      session.openedAt = session.closedAt = null;
    });
    const refusal = await refusalOf(held.register.import(json));
    expect(rulesOf(refusal)).toEqual(['future body.members']);
  });
});

describe('a record imported again', () => {
  const events = ({ appended }: MemoryRegister) =>
    appended.map(({ stream, event: { id, type, data } }) => ({ stream, id, type, data }));
  const byStream = (register: MemoryRegister) => Map.groupBy(events(register), ({ stream }) => stream);

  it('changes nothing', async () => {
    const first = await held.register.import(recordWith());
    const before = held.register.appended.length;
    expect(await held.register.import(recordWith())).toEqual({ ...first, already: true });
    expect(held.register.appended).toHaveLength(before);
  });

  it('with another content is refused', async () => {
    await held.register.import(recordWith());
    const other = recordWith(({ session }) => (session.place = 'Mairie'));
    expect((await refusalOf(held.register.import(other))).code).toBe('record.changed');
  });

  it('after a cut is completed wherever it was cut, and is then as if never cut', async () => {
    await held.register.import(recordWith());
    const whole = byStream(held.register);
    const appends = held.register.told().length;
    for (let cut = 1; cut < appends; cut += 4) {
      const register = new MemoryRegister(held.register.dataDir);
      register.appendsLeft = cut;
      const refusal = await register.import(recordWith()).then(
        () => null,
        (error: Refusal) => error.kind,
      );
      if (refusal === null) break;
      expect(refusal).toBe('unavailable');
      register.appendsLeft = undefined;
      await register.import(recordWith());
      expect(byStream(register)).toEqual(whole);
    }
  });

  it('after a cut may be completed by someone else, who is named', async () => {
    await held.register.import(recordWith());
    const whole = byStream(held.register);
    const register = new MemoryRegister(held.register.dataDir);
    register.appendsLeft = 9;
    await refusalOf(register.import(recordWith(), { actor: 'greffe' }));
    register.appendsLeft = undefined;
    await register.import(recordWith(), { actor: 'archives' });
    expect(register.ofType('SessionConvened')).toHaveLength(1);
    expect(register.ofType('AffairDecided').map(({ id }) => id)).toEqual(
      held.register.ofType('AffairDecided').map(({ id }) => id),
    );
    expect(register.ofType('RecordImported')[0]?.metadata.actor).toBe('archives');
    expect(byStream(register).size).toBe(whole.size);
  });

  it('after a cut cannot go on with another content', async () => {
    held.register.appendsLeft = 12;
    await refusalOf(held.register.import(recordWith()));
    held.register.appendsLeft = undefined;
    const other = recordWith(({ session }) => (session.place = 'Mairie'));
    expect((await refusalOf(held.register.import(other))).code).toBe('record.changed');
  });

  it('after a cut records the same disagreements', async () => {
    const json = recordWith(({ session }) => (session.secretaries = ['blanc-elsa']));
    held.register.appendsLeft = 16;
    await refusalOf(held.register.import(json, { asProclaimed: true }));
    held.register.appendsLeft = undefined;
    expect((await held.register.import(json, { asProclaimed: true })).disagreements).toBe(1);
    expect(held.register.ofType('SecretaryAppointed')).toHaveLength(1);
  });
});

describeWithExamples('the reference records', (read) => {
  const folder = new DiskRecordFolder(EXAMPLES_FOLDER);

  it('of the Métropole is imported, its extract word for word that of the source', async () => {
    await held.register.import(read(AMP), { folder });
    const [extract] = held.register.ofType<CertifiedExtract>('ExtractCertified');
    const text = await held.register.files.get('200054807', extract?.data.text ?? ({} as never));
    const words = (document: Uint8Array) =>
      Buffer.from(document).toString().split(/\s+/).filter(Boolean).join(' ');
    expect(words(text)).toBe(
      words(read('amp-bureau-2023-05-04.txt')).replace('Où il le rapport', 'Ouï le rapport'),
    );
  });

  it('of Pierrefonds is imported: ten affairs decided, three put off for want of a quorum', async () => {
    await held.register.import(read(PIERREFONDS), { folder });
    expect(held.register.ofType('AffairDecided')).toHaveLength(10);
    expect(held.register.ofType('AffairPostponed')).toHaveLength(3);
    expect(held.register.ofType('MemberLeft')).toMatchObject([
      { metadata: { occurredAt: { date: '2019-09-27', time: '21:18', zone: 'Europe/Paris' } } },
    ]);
    const first = held.register.ofType<{ tally: LooseJson }>('BallotClosed')[1]?.data.tally;
    expect(first.counts).toEqual({ for: 14, against: 0, abstentions: 1, notTakingPart: 0 });
    expect(first.deduced).toEqual(['against', 'notTakingPart']);
  });

  it('with every shape is imported as the shipped copy of it', async () => {
    await held.register.import(read(EVERY_SHAPE), { folder });
    const told = held.register.told();
    const again = new MemoryRegister(held.register.dataDir);
    const shipped = await readFile(new URL('every-shape.json', EXAMPLES));
    await again.import(shipped, { folder: new DiskRecordFolder(fileURLToPath(EXAMPLES)) });
    expect(again.told()).toEqual(told);
  });
});
