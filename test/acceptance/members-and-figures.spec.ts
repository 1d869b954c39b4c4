import { beforeAll, describe, expect, it } from '@jest/globals';
import { RegisterClient } from '../support/register-client.js';
import { runCli } from '../support/run-cli.js';
import { constituteCouncil, DAY, openSeance } from '../support/seance.js';
import { startServer } from '../support/start-server.js';
import { tempFolder } from '../support/temp-folder.js';

const occurredAt = { date: DAY, time: null };

describe('members and figures, through HTTP and the command line', () => {
  const dataDir = tempFolder();
  let register: RegisterClient;
  let anybody: RegisterClient;
  let act: string;

  beforeAll(async () => {
    const { url } = await startServer({ dataDir });
    register = new RegisterClient(url);
    anybody = new RegisterClient(url, register.authority, null);
    await constituteCouncil(register, 4);
    const seance = await openSeance(register, { inOffice: 4, present: ['m1', 'm2', 'm3'], excused: ['m4'] });
    const proxy = { giver: 'm4', bearer: 'm1', givenOn: null, reason: null };
    await register.command(`${seance.path}/proxies`, { ...proxy, occurredAt });
    act = await seance.discuss('Budget primitif');
    const body = { affair: act, method: 'roll-call', occurredAt };
    const ballot = (await register.command(`${seance.path}/ballots`, body)).id;
    const named = { for: ['m1', 'm4'], against: ['m2'], abstentions: ['m3'], notTakingPart: [] };
    const counts = { for: 2, against: 1, abstentions: 1, notTakingPart: 0 };
    await register.command(`/ballots/${ballot}/hands`, { counts, named, occurredAt });
    await seance.closeBallot(ballot);
    await seance.decide(act, 'adopted');
    expect((await register.ask('/members/m1')).body.items).toEqual([]);
    await seance.close();
    await register.read('/register');
  });

  it('tells a member’s presence and proxies to anybody, once the séance is closed', async () => {
    expect(await anybody.read('/members/m4')).toMatchObject({
      ref: 'm4',
      name: 'M4',
      totals: {
        sessions: { represented: 1, excused: 0, unknown: 0 },
        affairs: { represented: 1 },
        proxies: { given: 1 },
      },
      items: [{ status: 'excused', proxiesGiven: [{ bearer: 'm1' }] }],
    });
    expect((await anybody.ask('/members/m4?body=BM')).status).toBe(404);
    expect((await anybody.ask('/members/nobody')).status).toBe(404);
    expect((await anybody.ask('/members/M4')).status).toBe(400);
  });

  it('tells votes by name, those by proxy on both sides, a page at a time', async () => {
    const first = await anybody.read('/members/m1/votes?limit=1');
    const second = await anybody.read(`/members/m1/votes?limit=1&cursor=${first.next}`);
    expect([...first.items, ...second.items]).toMatchObject([
      { affair: act, seat: 'm1', voter: 'm1', choice: 'for', subject: 'Budget primitif' },
      { affair: act, seat: 'm4', voter: 'm1', choice: 'for' },
    ]);
    expect(second.next).toBeNull();
    expect((await anybody.read('/members/m2/votes')).items).toMatchObject([{ choice: 'against' }]);
    expect((await anybody.ask('/members/nobody/votes')).status).toBe(404);
  });

  it('gives the figures of a body and year', async () => {
    const { items, subjects } = await anybody.read('/stats?body=CM&year=2024');
    expect(items).toMatchObject([
      {
        body: 'CM',
        year: 2024,
        sessions: { held: 1, notQuorate: 0 },
        attendance: { present: 3, represented: 1, unknown: 0, rate: 0.75 },
        participation: {
          ...{ counted: 1, roll: 4, voted: 4, rate: 1, expressed: 3, expressedRate: 0.75 },
          methods: [{ method: 'roll-call', voted: 4 }],
        },
        outcomes: { adopted: 1, divided: 1, unanimous: 0, rejected: 0 },
      },
    ]);
    expect(items[0].delays).toContainEqual(expect.objectContaining({ kind: 'list', overdue: 1 }));
    expect(subjects).toMatchObject([{ classification: null, outcomes: { adopted: 1 } }]);
    expect((await anybody.read('/stats?year=1999')).items).toEqual([]);
  });

  it('gives them, and a member’s record, to other dashboards as files', async () => {
    const { text, headers } = await anybody.ask('/stats.csv?by=month');
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(text).toContain('"CM","Conseil municipal",2024,3,,"attendance","represented",1\r\n');
    const sessions = await anybody.ask('/members/m4/sessions.csv');
    expect(sessions.text).toContain('"represented"');
    expect((await anybody.ask('/members/m1/votes.csv')).text.trim().split('\r\n')).toHaveLength(3);
    expect((await anybody.ask('/members/nobody/votes.csv')).status).toBe(404);
    expect((await anybody.ask('/stats.csv?by=week')).status).toBe(400);
  });

  it('lists the members', async () => {
    const { items } = await anybody.read('/members?year=2024');
    expect(items.map(({ ref }: { ref: string }) => ref)).toEqual(['m1', 'm2', 'm3', 'm4']);
    expect(items[3]).toMatchObject({ name: 'M4', sessions: { represented: 1 } });
  });

  it('tells a member on the command line', async () => {
    const { stdout, code } = await runCli([
      'member',
      'm1',
      '--data',
      dataDir,
      '--authority',
      register.authority,
    ]);
    expect(code).toBe(0);
    expect(stdout).toContain('donnés 0, reçus 1');
    expect(stdout).toContain('pour m4');
  });
});
