import { beforeAll, describe, expect, it } from '@jest/globals';
import { eachStore } from '../support/each-store.js';
import { eventsWrittenBy } from '../support/events-written.js';
import type { LooseJson } from '../support/loose-json.js';
import { RegisterClient } from '../support/register-client.js';
import {
  constituteBureau,
  constituteCouncil,
  DAY,
  members,
  openSeance,
  Seance,
  type Opening,
} from '../support/seance.js';
import { startServer } from '../support/start-server.js';
import { tempFolder } from '../support/temp-folder.js';

/** A commune's council of six: m1 to m5 are there, m6 is excused. */
const SIX: Opening = { inOffice: 6, present: members(5), excused: ['m6'] };
const COUNTED = { for: 5, against: 0, abstentions: 0, notTakingPart: 0 };
const REASON = 'Constaté au procès-verbal.';

eachStore('given a séance of a council', (store) => {
  let url: string;
  beforeAll(async () => {
    ({ url } = await startServer({ dataDir: tempFolder(), env: store.env }));
  });

  describe('when what cannot be is asked for, then it is refused, and nothing is written', () => {
    let register: RegisterClient;
    beforeAll(async () => {
      register = new RegisterClient(url);
      await constituteCouncil(register, 6);
    });

    const held = (opening = SIX) => openSeance(register, opening);
    const ballotOn = async (seance: Seance, affair: string, method = 'roll-call'): Promise<string> =>
      (await register.command(`${seance.path}/ballots`, { affair, method })).id;
    const vote = (ballot: string, seat: string, voter?: string) => ({
      path: `/ballots/${ballot}/votes`,
      body: { seat, choice: 'for', ...(voter === undefined ? {} : { voter }) },
    });
    const expectRefused = async (code: string, { path, body }: { path: string; body: object }) => {
      const written = await eventsWrittenBy(register, async () => {
        expect(await register.send(path, body)).toMatchObject({ status: 422, body: { code } });
        // What cannot be is not recorded whatever reason is given.
        const insisted = await register.send(path, { ...body, despite: [{ rule: code, reason: REASON }] });
        expect(insisted).toMatchObject({ status: 422, body: { code } });
      });
      expect(written).toBe(0);
    };

    it('the vote of a member who keeps out of the affair (R19)', async () => {
      const seance = await held();
      const affair = await seance.discuss('Subvention à une association');
      const recusal = { member: 'm2', ground: 'personal-interest', left: true };
      await register.command(`${seance.affairPath(affair)}/recusals`, recusal);
      await expectRefused('R19.recused', vote(await ballotOn(seance, affair), 'm2'));
    });

    it('the vote of a member who is not there (R7)', async () => {
      const seance = await held();
      const ballot = await ballotOn(seance, await seance.discuss('Budget'));
      await expectRefused('vote.not-on-roll', vote(ballot, 'm6'));
    });

    it('a second vote for the same seat', async () => {
      const seance = await held();
      const ballot = await ballotOn(seance, await seance.discuss('Budget'));
      await register.command(vote(ballot, 'm1').path, vote(ballot, 'm1').body);
      await expectRefused('vote.twice', vote(ballot, 'm1'));
    });

    it('the vote of one who gave a proxy and has come, cast by the bearer (R11)', async () => {
      const seance = await held();
      await register.command(`${seance.path}/proxies`, { giver: 'm6', bearer: 'm3' });
      await register.command(`${seance.path}/arrivals`, { member: 'm6' });
      const ballot = await ballotOn(seance, await seance.discuss('Budget'));
      await expectRefused('R10.not-the-bearer', vote(ballot, 'm6', 'm3'));
      await register.command(vote(ballot, 'm6', 'm6').path, vote(ballot, 'm6', 'm6').body);
    });

    it('a vote through a bearer who is out (R11)', async () => {
      const seance = await held();
      await register.command(`${seance.path}/proxies`, { giver: 'm6', bearer: 'm3' });
      await register.command(`${seance.path}/departures`, { member: 'm3' });
      const ballot = await ballotOn(seance, await seance.discuss('Budget'));
      await expectRefused('vote.not-on-roll', vote(ballot, 'm6', 'm3'));
    });

    it('a ballot while another is open', async () => {
      const seance = await held();
      const affair = await seance.discuss('Budget');
      await ballotOn(seance, affair);
      const second = { path: `${seance.path}/ballots`, body: { affair, method: 'roll-call' } };
      await expectRefused('ballot.open', second);
    });

    it('more votes than there are voters (R14)', async () => {
      const seance = await held();
      const ballot = await ballotOn(seance, await seance.discuss('Budget'), 'show-of-hands');
      const counts = { for: 4, against: 1, abstentions: 1, notTakingPart: 0 };
      await expectRefused('R14.above-roll', { path: `/ballots/${ballot}/hands`, body: { counts } });
    });

    it('an extract of what was not decided', async () => {
      const seance = await held();
      const affair = await seance.discuss('Budget');
      const extract = { signatory: { member: 'm1' }, certifiedOn: DAY };
      await expectRefused('extract.undecided', {
        path: `${seance.affairPath(affair)}/extract`,
        body: extract,
      });
      const asked = await register.ask(`/affairs/${affair}/extract`);
      expect(asked).toMatchObject({ status: 422, body: { code: 'extract.undecided' } });
    });

    it('another extract in the place of one that is certified', async () => {
      const seance = await held();
      const affair = await seance.discuss('Budget');
      await seance.vote(affair, COUNTED);
      await seance.decide(affair, 'adopted');
      await seance.close();
      await seance.certify(affair);
      const certified = await seance.extract(affair);
      const another = { formula: 'Copie conforme', signatory: { member: 'm2' }, certifiedOn: null };
      await expectRefused('extract.certified', {
        path: `${seance.affairPath(affair)}/extract`,
        body: another,
      });
      expect(await seance.extract(affair)).toBe(certified);
    });

    it('a choice under a name in a secret ballot (R17)', async () => {
      const seance = await held();
      const ballot = await ballotOn(seance, await seance.discuss('Désignation'), 'secret');
      await expectRefused('R17.secret', vote(ballot, 'm1'));
      const hands = { named: { for: ['m1'] } };
      await expectRefused('R17.secret', { path: `/ballots/${ballot}/hands`, body: hands });
    });
  });

  describe('when what the law would not have has happened', () => {
    const council = async (count = 6): Promise<RegisterClient> => {
      const register = new RegisterClient(url);
      await constituteCouncil(register, count);
      return register;
    };
    /** Refused, naming the rule; then sent again despite it. */
    const recordDespite = async (register: RegisterClient, rule: string, path: string, body: object) => {
      const written = await eventsWrittenBy(register, async () => {
        const refused = await register.send(path, body);
        expect(refused).toMatchObject({ status: 422, body: { code: rule } });
        expect(refused.body.reasons.map((one: LooseJson) => one.rule)).toEqual([rule]);
      });
      expect(written).toBe(0);
      return register.command(path, { ...body, despite: [{ rule, reason: REASON }] });
    };
    const decided = async (seance: Seance, affair: string, voters = 5): Promise<void> => {
      await seance.vote(affair, { ...COUNTED, for: voters });
      await seance.decide(affair, 'adopted');
      await seance.close();
    };
    /** On the séance's board, in the act's dossier, in the history, and on the page that follows the extract's text. */
    const expectSeen = async (
      register: RegisterClient,
      seance: Seance,
      affair: string,
      { rule, reason = REASON }: { rule: string; reason?: string },
    ) => {
      const irregularity = expect.objectContaining({ rule, reason, found: expect.stringMatching(/\S/) });
      const { state: board } = await register.read(`/sessions/${seance.id}`);
      expect(board.irregularities).toContainEqual(irregularity);
      const dossier = await register.read(`/affairs/${affair}`);
      expect(dossier.irregularities).toContainEqual(irregularity);
      const { items } = await register.read(`/events?session=${seance.id}&limit=500`);
      expect(items.flatMap((one: LooseJson) => one.irregularities)).toContainEqual(irregularity);

      await seance.certify(affair);
      const [, page] = (await seance.extract(affair)).split('IRRÉGULARITÉS RELEVÉES');
      expect(page).toContain(`[${rule}]`);
      expect(page).toContain(`au motif : ${reason}`);
    };

    /** Waits until that many closed séances were entered in the register, and so seen by the read models. */
    const enteredInRegister = async (register: RegisterClient, count: number): Promise<void> => {
      const entered = async () => (await register.read('/events?type=SheetsEntered')).items.length;
      while ((await entered()) < count) await new Promise((resolve) => setTimeout(resolve, 20));
    };

    it('a second proxy to one bearer: recorded (R10)', async () => {
      const register = await council();
      const opening = { inOffice: 6, present: members(4), excused: ['m5', 'm6'] };
      const seance = await openSeance(register, opening);
      const path = `${seance.path}/proxies`;
      await register.command(path, { giver: 'm5', bearer: 'm1' });
      await recordDespite(register, 'R10.one-per-bearer', path, { giver: 'm6', bearer: 'm1' });
      const affair = await seance.discuss('Budget');
      await decided(seance, affair, 6);
      await expectSeen(register, seance, affair, { rule: 'R10.one-per-bearer' });
    });

    it('an affair put into discussion without a quorum: recorded (R7)', async () => {
      const register = await council();
      const opening = { inOffice: 6, present: members(3), excused: ['m4', 'm5', 'm6'] };
      const seance = await openSeance(register, opening);
      const affair = await seance.place('Budget');
      const call = `${seance.affairPath(affair)}/call`;
      await recordDespite(register, 'R7.quorum', call, { recusals: [] });
      await decided(seance, affair, 3);
      await expectSeen(register, seance, affair, { rule: 'R7.quorum' });
    });

    it('a séance convened too late: recorded (R12)', async () => {
      const register = await council();
      const convening = { body: 'CM', date: DAY, inOffice: 6, convenedOn: '2024-03-19' };
      const { id } = await recordDespite(register, 'R12.notice', '/sessions', convening);
      const seance = new Seance(register, id);
      const none = { attendance: [], proxies: [], movements: [], secretaries: [] };
      await register.command(`${seance.path}/opening`, { ...none, occurredAt: { date: DAY, time: null } });
      const entries = members(5).map((member) => ({ member, status: 'present' }));
      await register.command(`${seance.path}/attendance`, { entries });
      const affair = await seance.discuss('Budget');
      await decided(seance, affair);
      await expectSeen(register, seance, affair, { rule: 'R12.notice' });
    });

    it('an act of a bureau that cites no delegation: recorded (R5)', async () => {
      const register = new RegisterClient(url);
      await constituteBureau(register, 6);
      const seance = await openSeance(register, { ...SIX, body: 'BM' });
      const affair = await seance.discuss('Convention');
      const report = {
        subject: 'Convention',
        citations: ['Le code général des collectivités territoriales'],
      };
      await register.command(`${seance.affairPath(affair)}/report`, { report, annexes: [] });
      await seance.vote(affair, COUNTED);
      const decision = `${seance.affairPath(affair)}/decision`;
      await recordDespite(register, 'R5.delegation', decision, { outcome: 'adopted' });
      await seance.close();
      await expectSeen(register, seance, affair, { rule: 'R5.delegation' });
    });

    it('a proxy for the fourth séance in a row: recorded (R10)', async () => {
      const register = await council();
      const proxy = { giver: 'm6', bearer: 'm1' };
      for (const date of ['2024-01-18', '2024-02-15', '2024-03-14']) {
        const earlier = await openSeance(register, { ...SIX, date });
        await register.command(`${earlier.path}/proxies`, proxy);
        await earlier.close();
      }
      const seance = await openSeance(register, SIX);
      await enteredInRegister(register, 3);
      await recordDespite(register, 'R10.three-sessions', `${seance.path}/proxies`, proxy);
      const affair = await seance.discuss('Budget');
      await decided(seance, affair, 6);
      await expectSeen(register, seance, affair, { rule: 'R10.three-sessions' });
    });

    it('a member walks out while a ballot is open: taken at once, the roll stays, the ballot is flagged', async () => {
      const register = await council();
      const seance = await openSeance(register, SIX);
      const affair = await seance.discuss('Budget');
      const ballot = await seance.openBallot(affair);
      const reason = 'Quitte la séance en désaccord.';
      await register.command(`${seance.path}/departures`, { member: 'm5', reason });
      await register.command(`/ballots/${ballot}/hands`, { counts: COUNTED });
      await seance.closeBallot(ballot);
      await seance.decide(affair, 'adopted');
      await seance.close();

      const { ballots, irregularities } = await register.read(`/affairs/${affair}`);
      expect(ballots[0].roll.seats.map((one: LooseJson) => one.seat)).toEqual(members(5));
      expect(ballots[0].closed.tally.counts).toEqual(COUNTED);
      const flagged = expect.objectContaining({ rule: 'movement.during-ballot', ballot });
      expect(irregularities).toContainEqual(flagged);
      await expectSeen(register, seance, affair, { rule: 'movement.during-ballot', reason });
    });
  });
});
