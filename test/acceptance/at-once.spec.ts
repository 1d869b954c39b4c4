import { beforeAll, expect, it } from '@jest/globals';
import { newId } from '@registre/platform';
import { describeEventStoreDb, eachStore } from '../support/each-store.js';
import { eventsWrittenBy } from '../support/events-written.js';
import { RegisterClient, type Answer } from '../support/register-client.js';
import { constituteCouncil, DAY, members, openSeance, type Seance } from '../support/seance.js';
import { startServer } from '../support/start-server.js';
import { tempFolder } from '../support/temp-folder.js';

const occurredAt = { date: DAY, time: null };
const statuses = (answers: readonly Answer[]) => answers.map(({ status }) => status).toSorted();

eachStore('given a council of 49 and a ballot by roll call', (store) => {
  let register: RegisterClient;
  let seance: Seance;
  beforeAll(async () => {
    const { url } = await startServer({ dataDir: tempFolder(), env: store.env });
    register = new RegisterClient(url);
    await constituteCouncil(register, 49);
    seance = await openSeance(register, { inOffice: 49, present: members(49) });
  });

  const rollCall = async () => {
    const affair = await seance.discuss('Une décision par appel nominal');
    const body = { affair, method: 'roll-call', occurredAt };
    const { id: ballot } = await register.command(`${seance.path}/ballots`, body);
    return { affair, ballot };
  };

  it('when all vote at once, each of them twice, then each seat’s first vote counts once', async () => {
    const { affair, ballot } = await rollCall();
    const cast = (choice: string) => (seat: string) =>
      register.send(`/ballots/${ballot}/votes`, { seat, choice, occurredAt });

    const answers = await Promise.all([...members(49).map(cast('for')), ...members(49).map(cast('against'))]);
    expect(statuses(answers)).toEqual([...Array(49).fill(200), ...Array(49).fill(422)]);
    await seance.closeBallot(ballot);

    const { counts } = (await register.read(`/affairs/${affair}`)).ballots[0].closed.tally;
    expect(counts.for + counts.against).toBe(49);
    const inFavour = answers.slice(0, 49).filter(({ status }) => status === 200);
    expect(counts.for).toBe(inFavour.length);
    await seance.decide(affair, counts.for > counts.against ? 'adopted' : 'rejected');
  });

  it('when one command comes five times at once under one key, then one event and one answer', async () => {
    const affair = await seance.place('Une affaire envoyée cinq fois');
    const key = newId();
    const send = () =>
      register.send(`${seance.affairPath(affair)}/number`, { number: 'N1' }, { 'idempotency-key': key });
    let answers: readonly Answer[] = [];
    const written = await eventsWrittenBy(register, async () => {
      answers = await Promise.all(Array.from({ length: 5 }, send));
    });
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    // AffairNumbered, and NumberTaken in the number's own stream.
    expect(written).toBe(2);
  });

  it('when two bodies come at once under one key, then one is taken and the other is 422', async () => {
    const key = newId();
    const despite = [{ rule: 'R12.added-during-session', reason: 'Urgence admise par le conseil.' }];
    const send = (subject: string) =>
      register.send(`${seance.path}/affairs`, { subject, despite }, { 'idempotency-key': key });
    const answers = await Promise.all(['Une affaire', 'Une autre'].map(send));
    expect(statuses(answers)).toEqual([201, 422]);
  });

  it('when a command with a key and If-Match is sent again, then it is the same answer, not a conflict', async () => {
    const { revision } = await register.read(seance.path);
    const headers = { 'idempotency-key': newId(), 'if-match': `"${revision}"` };
    const send = () => register.send(`${seance.path}/chair`, { member: 'm1', occurredAt }, headers);
    const first = await send();
    expect(first.status).toBe(200);
    expect(await send()).toMatchObject({ status: 200, body: first.body });
  });
});

describeEventStoreDb('given two nodes over one store', (store) => {
  let here: RegisterClient;
  let there: RegisterClient;
  let seance: Seance;
  beforeAll(async () => {
    const start = () => startServer({ dataDir: tempFolder(), env: store.env });
    const [one, two] = [await start(), await start()];
    here = new RegisterClient(one.url);
    there = new RegisterClient(two.url, here.authority);
    await constituteCouncil(here, 21);
    seance = await openSeance(here, { inOffice: 21, present: members(21) });
  });

  it('when a command is sent again to the other node under its key, then the same answer and no new event', async () => {
    const headers = { 'idempotency-key': newId() };
    const body = { member: 'm1', occurredAt };
    const first = await here.command(`${seance.path}/chair`, body, headers);
    const written = await eventsWrittenBy(there, async () => {
      expect(await there.command(`${seance.path}/chair`, body, headers)).toEqual(first);
    });
    expect(written).toBe(0);
  });

  it('when members vote through both at once, then each seat votes once and both nodes tell the same', async () => {
    const affair = await seance.discuss('Une décision par appel nominal');
    const body = { affair, method: 'roll-call', occurredAt };
    const { id: ballot } = await here.command(`${seance.path}/ballots`, body);
    const through = (register: RegisterClient) => (seat: string) =>
      register.send(`/ballots/${ballot}/votes`, { seat, choice: 'for', occurredAt });

    const answers = await Promise.all([
      ...members(21).map(through(here)),
      ...members(21).map(through(there)),
    ]);
    expect(statuses(answers)).toEqual([...Array(21).fill(200), ...Array(21).fill(422)]);
    const { stream, revision } = await there.command(`${seance.path}/ballots/${ballot}/closing`, {
      occurredAt,
    });

    const token = `${stream}@${revision}`;
    const [one, two] = await Promise.all(
      [here, there].map((register) => register.seeing(token).read(`/affairs/${affair}`)),
    );
    expect(one.ballots[0].closed.tally.counts.for).toBe(21);
    expect(two.ballots).toEqual(one.ballots);
  });
});
