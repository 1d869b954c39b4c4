import { beforeAll, describe, expect, it } from '@jest/globals';
import { eachStore } from '../support/each-store.js';
import { eventsWrittenBy } from '../support/events-written.js';
import { RegisterClient } from '../support/register-client.js';
import { constituteCouncil, DAY, members, openSeance, type Seance } from '../support/seance.js';
import { startServer } from '../support/start-server.js';
import { tempFolder } from '../support/temp-folder.js';

eachStore('clerks', (store) => {
  let url: string;
  beforeAll(async () => {
    ({ url } = await startServer({ dataDir: tempFolder(), env: store.env }));
  });

  const councilOf = async (count: number) => {
    const register = new RegisterClient(url);
    await constituteCouncil(register, count);
    return register;
  };

  describe('given two clerks at one séance', () => {
    let register: RegisterClient;
    let seance: Seance;
    beforeAll(async () => {
      register = await councilOf(3);
      seance = await openSeance(register, { inOffice: 3, present: members(3) });
    });

    const chair = (member: string, revision: string) =>
      register.send(`${seance.path}/chair`, { member }, { 'if-match': revision });

    it('when the second one changes what the first one changed since, then 409 with the current revision', async () => {
      const { revision } = await register.read(seance.path);
      const first = await chair('m1', `"${revision}"`);
      expect(first.status).toBe(200);

      const written = await eventsWrittenBy(register, async () => {
        const second = await chair('m2', `"${revision}"`);
        expect(second).toMatchObject({
          status: 409,
          body: {
            code: 'changed-since',
            since: revision,
            currentRevision: first.body.revision,
            changes: [
              {
                revision: first.body.revision,
                type: 'ChairTaken',
                actor: expect.any(String),
                recordedAt: expect.stringMatching(/Z$/),
                sentence: expect.stringContaining('M1'),
              },
            ],
            more: 0,
          },
        });
      });
      expect(written).toBe(0);
      expect((await chair('m2', `"${first.body.revision}"`)).status).toBe(200);
    });

    it('when much was changed since, then 409 with the first fifty changes and how many there are besides', async () => {
      const { revision } = await register.read(seance.path);
      for (let turn = 1; turn <= 52; turn++) await seance.place(`Affaire ajoutée ${turn}`);
      const late = await chair('m3', `"${revision}"`);
      expect(late).toMatchObject({ status: 409, body: { currentRevision: revision + 52, more: 2 } });
      expect(late.body.changes.map((one: { revision: number }) => one.revision)).toEqual(
        Array.from({ length: 50 }, (_, place) => revision + 1 + place),
      );
    });

    it('when the revision is read from the board’s entity tag, then it can be sent back as it is', async () => {
      const board = await register.ask(seance.path);
      expect(board.headers.get('etag')).toBe(`"${board.body.revision}"`);
    });

    it('when a command is answered, then a question with its token as « after » sees it, each time', async () => {
      for (let turn = 1; turn <= 20; turn++) {
        await seance.place(`Affaire ${turn}`);
        const { state } = await register.read(seance.path);
        expect(state.affairs.at(-1).subject).toBe(`Affaire ${turn}`);
      }
    });
  });

  it('given a register, when « after » is no token, or another authority’s, then it is refused and named', async () => {
    const [register, other] = [await councilOf(1), new RegisterClient(url)];
    await other.command('', { name: 'Commune de Montclair', kind: 'commune', timezone: 'Europe/Paris' });
    for (const token of ['main', 'main@0', '@', `authority-${other.authority}_main@0`]) {
      const answer = await register.seeing(token).ask('/register');
      expect(answer).toMatchObject({ status: 400, body: { reasons: [{ field: 'after' }] } });
    }
  });

  describe('given a séance of 7 that 3 attend', () => {
    let register: RegisterClient;
    let seance: Seance;
    let affair: string;
    beforeAll(async () => {
      register = await councilOf(7);
      const [first = '', ...others] = members(7);
      const present = [first, ...others.slice(0, 2)];
      seance = await openSeance(register, { inOffice: 7, present, excused: others.slice(2) });
      affair = await seance.place('Un marché');
    });

    const call = (despite?: object[]) =>
      register.send(`${seance.affairPath(affair)}/call`, { recusals: [], despite });
    const quorum = { rule: 'R7.quorum', reason: 'Constaté après coup.' };

    it('when an affair is called without quorum, then it is refused, and accepted despite exactly that rule', async () => {
      const written = await eventsWrittenBy(register, async () => {
        expect(await call()).toMatchObject({
          status: 422,
          body: { code: 'R7.quorum', reasons: [{ rule: 'R7.quorum' }] },
        });
        const other = { rule: 'R10.one-per-bearer', reason: 'Sans rapport.' };
        for (const despite of [[other], [quorum, other]]) {
          const { status, body } = await call(despite);
          expect(status).toBe(422);
          expect(body.reasons.map(({ rule }: { rule: string }) => rule)).toEqual([
            'R7.quorum',
            'despite.not-broken',
          ]);
        }
      });
      expect(written).toBe(0);

      expect((await call([quorum])).status).toBe(200);
      const { irregularities } = await register.read(`/affairs/${affair}`);
      expect(irregularities).toContainEqual(
        expect.objectContaining({ ...quorum, found: expect.stringContaining('non atteint avec 3 présents') }),
      );
    });

    it('when a proxy breaks several rules, then one answer names every one, and « despite » must name them all', async () => {
      const proxy = (giver: string, despite?: object[]) =>
        register.send(`${seance.path}/proxies`, { giver, bearer: 'm2', despite });
      expect((await proxy('m6')).status).toBe(200);

      // m3 is in the room, and m2 bears a proxy already.
      const rules = ['R10.giver-absent', 'R10.one-per-bearer'];
      const refused = await proxy('m3');
      expect(refused.status).toBe(422);
      expect(refused.body.reasons.map(({ rule }: { rule: string }) => rule)).toEqual(rules);

      const despite = rules.map((rule) => ({ rule, reason: 'Ainsi proclamé.' }));
      expect((await proxy('m3', despite.slice(0, 1))).status).toBe(422);
      expect((await proxy('m3', despite)).status).toBe(200);
      const events = (await register.read('/events?limit=500&type=ProxyGiven')).items;
      expect(events.at(-1).irregularities.map(({ rule }: { rule: string }) => rule)).toEqual(rules);
    });
  });

  it('given a commune, when a séance is convened too late, then it is refused until it is said despite which rule', async () => {
    const register = await councilOf(3);
    const convene = (despite?: object[]) =>
      register.send('/sessions', {
        body: 'CM',
        date: DAY,
        inOffice: 3,
        convenedOn: '2024-03-20',
        occurredAt: { date: '2024-03-20', time: null },
        despite,
      });
    expect(await convene()).toMatchObject({ status: 422, body: { code: 'R12.notice' } });
    expect((await convene([{ rule: 'R12.notice', reason: 'Urgence.' }])).status).toBe(201);
  });
});
