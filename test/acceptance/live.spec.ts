import { beforeAll, expect, it } from '@jest/globals';
import { eachStore } from '../support/each-store.js';
import { LiveReader } from '../support/live-reader.js';
import { RegisterClient } from '../support/register-client.js';
import { constituteCouncil, members, openSeance, type Seance } from '../support/seance.js';
import { startServer, type RunningServer } from '../support/start-server.js';
import { tempFolder } from '../support/temp-folder.js';

eachStore('a register followed live', (store) => {
  const dataDir = tempFolder();
  let server: RunningServer;
  let register: RegisterClient;
  let seance: Seance;
  beforeAll(async () => {
    server = await startServer({ dataDir, env: store.env });
    register = new RegisterClient(server.url);
    await constituteCouncil(register, 3);
    seance = await openSeance(register, { inOffice: 3, present: members(3) });
  });

  const address = (query = '') => `${server.url}/api/v1/${register.authority}/live${query}`;
  const shown = () => ({ authorization: `Bearer ${server.token}` });
  const follow = (query = '', headers = {}) => LiveReader.open(address(query), { ...shown(), ...headers });
  const length = async () => (await register.read('/register')).freshness.ordinal + 1;

  it('tells two clients each event once, in order, and who is told can read it', async () => {
    await length();
    const clients = [await follow(), await follow('', { 'accept-encoding': 'gzip, br' })];
    expect(clients.map(({ encoding }) => encoding)).toEqual([null, null]);
    const affair = await seance.place('Une convention');
    for (const client of clients) {
      const [event] = await client.events(1);
      expect(event).toMatchObject({
        event: 'AffairPlacedOnAgenda',
        data: { type: 'AffairPlacedOnAgenda', affair, session: seance.id },
      });
      expect(event?.id).toBe(String(event?.data['ordinal']));
      // Without `after`: what was told is there already.
      const board = await new RegisterClient(server.url, register.authority).read(seance.path);
      expect(board.state.affairs.at(-1)).toMatchObject({ subject: 'Une convention' });
      expect(await client.until('caught-up')).toMatchObject({ id: event?.id });
      client.close();
    }
  });

  it('goes on after a cut with what was missed, neither lost nor twice', async () => {
    const told: number[] = [];
    let lastSeen = (await length()) - 1;
    const first = lastSeen + 1;
    const writing = (async () => {
      for (let turn = 1; turn <= 30; turn++) await seance.place(`Affaire ${turn}`);
    })();
    while (told.length < 30) {
      const client = await follow('', { 'last-event-id': String(lastSeen) });
      const events = await client.events(Math.min(7, 30 - told.length));
      client.close();
      told.push(...events.map(({ id }) => Number(id)));
      lastSeen = told.at(-1) ?? lastSeen;
    }
    await writing;
    expect(told).toEqual(Array.from({ length: 30 }, (_, rank) => first + rank));
  });

  it('begins after the ordinal that is named, from the first event on where it is -1', async () => {
    const client = await follow('?after=-1');
    const events = await client.events(await length());
    client.close();
    expect(events.map(({ id }) => Number(id))).toEqual(events.map((_, ordinal) => ordinal));
    expect(events[0]?.event).toBe('AuthorityRegistered');
  });

  it('tells of one séance only where that is asked', async () => {
    const client = await follow(`?session=${seance.id}`);
    await register.command('/bodies', { key: 'CCAS', name: 'Autre', kind: 'other' });
    await seance.place('De cette séance');
    const [event] = await client.events(1);
    client.close();
    expect(event).toMatchObject({ event: 'AffairPlacedOnAgenda' });
  });

  it('says up to where all is told, though nothing of it was of the séance that is asked', async () => {
    const client = await follow(`?session=${seance.id}&after=${(await length()) - 1}`);
    await register.command('/bodies', { key: 'CDE', name: 'Caisse des écoles', kind: 'other' });
    const last = (await length()) - 1;
    const { id, data } = await client.until('caught-up');
    client.close();
    expect([Number(id), data]).toEqual([last, { ordinal: last }]);
  });

  it('refuses an authority that does not exist, and an id that is no ordinal', async () => {
    const unknown = await fetch(`${server.url}/api/v1/nullepart/live`, { headers: shown() });
    expect([unknown.status, await unknown.json()]).toMatchObject([404, { code: 'unknown-authority' }]);
    const odd = await fetch(address(), { headers: { ...shown(), 'last-event-id': 'hier' } });
    expect([odd.status, await odd.json()]).toMatchObject([400, { code: 'header' }]);
    expect((await fetch(address('?after=hier'), { headers: shown() })).status).toBe(400);
  });

  it('ends by itself when the server is stopped, and goes on with the next one', async () => {
    const client = await follow();
    const idle = await follow();
    const ended = client.ended();
    const asked = Date.now();
    await server.stop();
    expect(Date.now() - asked).toBeLessThan(10_000);
    await ended;
    await idle.ended();
    server = await startServer({ dataDir, env: store.env });
    register = new RegisterClient(server.url, register.authority);
    const last = (await length()) - 1;
    const again = await follow('', { 'last-event-id': String(last - 2) });
    expect((await again.events(2)).map(({ id }) => Number(id))).toEqual([last - 1, last]);
    again.close();
  });
});
