import { beforeAll, expect, it } from '@jest/globals';
import { newId } from '@registre/platform';
import { eachStore } from '../support/each-store.js';
import { RegisterClient, type Answer } from '../support/register-client.js';
import { constituteCouncil, DAY, members, openSeance, type Seance } from '../support/seance.js';
import { startServer } from '../support/start-server.js';
import { tempFolder } from '../support/temp-folder.js';

const occurredAt = { date: DAY, time: null };
const SEATS = 240;

eachStore('given an assembly of 240 that votes by its own devices', (store) => {
  let register: RegisterClient;
  let seance: Seance;
  beforeAll(async () => {
    const { url } = await startServer({ dataDir: tempFolder(), env: store.env });
    register = new RegisterClient(url);
    await constituteCouncil(register, SEATS);
    seance = await openSeance(register, { inOffice: SEATS, present: members(SEATS) });
  });

  const rollCall = async () => {
    const affair = await seance.discuss('Une décision par appel nominal');
    const body = { affair, method: 'roll-call', occurredAt };
    const { id: ballot } = await register.command(`${seance.path}/ballots`, body);
    return { affair, ballot };
  };
  /** A vote that a device sends, under a key of its own. */
  const vote = (ballot: string, seat: string, choice: string, key = newId()): Promise<Answer> =>
    register.send(`/ballots/${ballot}/votes`, { seat, choice, occurredAt }, { 'idempotency-key': key });

  it('when fifty devices cast one member’s vote at once, then one is taken and forty-nine are told so', async () => {
    const { affair, ballot } = await rollCall();
    const answers = await Promise.all(Array.from({ length: 50 }, () => vote(ballot, 'm1', 'for')));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const refused = answers.filter(({ status }) => status === 422);
    expect(refused.map(({ body }) => body.code)).toEqual(Array(49).fill('vote.twice'));

    const voiding = { reason: 'Essai des boîtiers', occurredAt };
    await register.command(`${seance.path}/ballots/${ballot}/voiding`, voiding);
    const dossier = await register.read(`/affairs/${affair}`);
    expect(dossier.ballots[0]).toMatchObject({ closed: null, voided: { reason: 'Essai des boîtiers' } });
  });

  it('when all vote within one second, then every vote is kept once and the count is theirs', async () => {
    const { affair, ballot } = await rollCall();
    const choiceOf = (rank: number) => (rank % 3 === 0 ? 'against' : rank % 8 === 0 ? 'abstention' : 'for');
    const keys = members(SEATS).map(() => newId());
    const castAll = () =>
      Promise.all(members(SEATS).map((seat, rank) => vote(ballot, seat, choiceOf(rank), keys[rank])));

    const began = performance.now();
    const answers = await castAll();
    const milliseconds = Math.round(performance.now() - began);
    console.info(`${SEATS} votes at once over HTTP: all answered after ${milliseconds} ms`);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const revisions = answers.map(({ body }) => body.revision as number);
    expect(new Set(revisions).size).toBe(SEATS);

    // The devices lost the answers, and send again.
    const again = await castAll();
    expect(again.map(({ text }) => text)).toEqual(answers.map(({ text }) => text));

    await seance.closeBallot(ballot);
    const { tally, computed } = (await register.read(`/affairs/${affair}`)).ballots[0].closed;
    const cast = (choice: string) => members(SEATS).filter((_seat, rank) => choiceOf(rank) === choice);
    expect(tally.counts).toEqual({
      for: cast('for').length,
      against: cast('against').length,
      abstentions: cast('abstention').length,
      notTakingPart: 0,
    });
    expect([...tally.named.against].toSorted()).toEqual(cast('against').toSorted());
    expect(computed).toMatchObject({ outcome: 'adopted', basis: 'votes' });
    await seance.decide(affair, 'adopted');
  });

  it('when they elect by a secret ballot on paper, then the register holds who signed and the totals only', async () => {
    const affair = await seance.discuss('Désignation d’un représentant');
    const request = { affair, method: 'secret', requestedBy: null, count: 100, occurredAt };
    await register.command(`${seance.path}/ballot-requests`, request);
    const open = { affair, round: 1, candidates: [{ member: 'm1' }, { member: 'm2' }], occurredAt };
    const asShown = await register.send(`${seance.path}/ballots`, { ...open, method: 'show-of-hands' });
    expect(asShown).toMatchObject({ status: 422, body: { code: 'R16.method' } });
    const { id: ballot } = await register.command(`${seance.path}/ballots`, { ...open, method: 'secret' });

    const signed = await Promise.all(
      members(SEATS).map((seat) => register.send(`/ballots/${ballot}/signatures`, { seat, occurredAt })),
    );
    expect(new Set(signed.map(({ status }) => status))).toEqual(new Set([200]));
    const twice = await register.send(`/ballots/${ballot}/signatures`, { seat: 'm7', occurredAt });
    expect(twice).toMatchObject({ status: 422, body: { code: 'signature.twice' } });
    expect((await vote(ballot, 'm7', 'for')).body.code).toBe('R17.secret');

    const papers = { found: 240, blank: 3, nullVotes: 1, blankOrNull: null, counts: null, occurredAt };
    const candidates = [
      { member: 'm1', votes: 150, elected: true },
      { member: 'm2', votes: 86, elected: false },
    ];
    const stated = { expressed: 236, majority: 119 };
    const paths = `/ballots/${ballot}/papers`;
    const wrong = await register.send(paths, { ...papers, candidates, ...stated, found: 241 });
    expect(wrong).toMatchObject({ status: 422, body: { code: 'R14.above-roll' } });
    await register.command(paths, { ...papers, candidates, ...stated });
    await seance.closeBallot(ballot);

    const { closed } = (await register.read(`/affairs/${affair}`)).ballots[0];
    expect(closed.tally).toMatchObject({ papers: { found: 240, blank: 3 }, expressed: 236 });
    expect(closed.computed).toMatchObject({ outcome: 'elected', basis: 'votes', elected: [0] });
    expect(JSON.stringify(closed.tally.named)).not.toMatch(/m\d/);
    await seance.decide(affair, 'adopted');
  });
});
