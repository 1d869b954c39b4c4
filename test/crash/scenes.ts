import type { LooseJson } from '../support/loose-json.js';
import { DAY, members } from '../support/seance.js';

/** Sends a command until it is acknowledged. @returns what was answered */
export type Send = (path: string, body: object) => Promise<LooseJson>;

const occurredAt = { date: DAY, time: null };
const added = [{ rule: 'R12.added-during-session', reason: 'Urgence admise par le conseil.' }];
const COUNTED = { for: 4, against: 0, abstentions: 1, notTakingPart: 0 };
/** Above 64 KiB: it stands in the file store. */
const LONG = 'Rapport sur une situation personnelle. '.repeat(2_000);
const LATER = { effectiveFrom: null, byNumber: null, byAffair: null, by: null, note: null };

/** What a clerk writes of a séance of five, all present, between two moments at which nothing is under way. */
export class Scenes {
  constructor(
    private readonly sendAny: Send,
    readonly seance: string,
  ) {}

  private send(path: string, body: object): Promise<LooseJson> {
    return this.sendAny(path, { ...body, occurredAt });
  }

  private async discussed(): Promise<string> {
    const placed = { subject: 'Un marché', despite: added };
    const { id } = await this.send(`${this.seance}/affairs`, placed);
    await this.send(`${this.seance}/affairs/${id}/call`, { recusals: [] });
    return id;
  }

  private async opened(affair: string, known: object): Promise<string> {
    return (await this.send(`${this.seance}/ballots`, { affair, ...known })).id;
  }

  private async decided(affair: string, ballot: string): Promise<void> {
    await this.send(`${this.seance}/ballots/${ballot}/closing`, {});
    await this.send(`${this.seance}/affairs/${affair}/decision`, { outcome: 'adopted' });
  }

  async showOfHands(): Promise<string> {
    const affair = await this.discussed();
    const ballot = await this.opened(affair, { method: 'show-of-hands' });
    await this.send(`/ballots/${ballot}/hands`, { counts: COUNTED });
    await this.decided(affair, ballot);
    return affair;
  }

  /** By name; one keeps out of the affair, and the others vote at once. */
  async rollCall(): Promise<void> {
    const affair = await this.discussed();
    const recusal = { member: 'm2', ground: 'personal-interest', left: true };
    await this.send(`${this.seance}/affairs/${affair}/recusals`, recusal);
    const ballot = await this.opened(affair, { method: 'roll-call' });
    const voters = members(5).filter((seat) => seat !== 'm2');
    const vote = (seat: string) => this.send(`/ballots/${ballot}/votes`, { seat, choice: 'for' });
    await Promise.all(voters.map(vote));
    await this.decided(affair, ballot);
  }

  async secretElection(): Promise<void> {
    const affair = await this.discussed();
    const request = { affair, method: 'secret', requestedBy: ['m1', 'm2'], count: null };
    await this.send(`${this.seance}/ballot-requests`, request);
    const candidates = [{ member: 'm1' }, { name: 'Liste B' }];
    const ballot = await this.opened(affair, { method: 'secret', candidates, positions: 1, round: 1 });
    for (const seat of members(5)) await this.send(`/ballots/${ballot}/signatures`, { seat });
    const papers = { found: 5, blank: 1, nullVotes: 0, blankOrNull: null };
    const votes = [3, 1].map((given, place) => ({ ...candidates[place], votes: given }));
    await this.send(`/ballots/${ballot}/papers`, { ...papers, candidates: votes });
    await this.decided(affair, ballot);
  }

  /** A ballot that goes wrong is declared void, and held again. */
  async voided(): Promise<void> {
    const affair = await this.discussed();
    const wrong = await this.opened(affair, { method: 'roll-call' });
    await this.send(`/ballots/${wrong}/votes`, { seat: 'm1', choice: 'against' });
    await this.send(`${this.seance}/ballots/${wrong}/voiding`, { reason: 'Incident de séance' });
    const ballot = await this.opened(affair, { method: 'show-of-hands' });
    await this.send(`/ballots/${ballot}/hands`, { counts: COUNTED });
    await this.decided(affair, ballot);
  }

  /** Somebody goes out leaving a proxy, and comes back; the public goes out; the séance is suspended. */
  async interrupted(): Promise<void> {
    await this.send(`${this.seance}/departures`, { member: 'm5', reason: 'Un train' });
    await this.send(`${this.seance}/proxies`, { giver: 'm5', bearer: 'm4' });
    await this.send(`${this.seance}/proxies/m5/revocation`, { reason: null });
    await this.send(`${this.seance}/suspension`, { reason: null });
    await this.send(`${this.seance}/arrivals`, { member: 'm5' });
    await this.send(`${this.seance}/resumption`, {});
    await this.send(`${this.seance}/closed-doors`, { affair: null, requestedBy: null, ballot: null });
    await this.send(`${this.seance}/closed-doors/end`, {});
  }

  /** Affairs that end otherwise than by a vote; the last as a slip of the clerk's, who corrects it. */
  async putOff(): Promise<void> {
    for (const end of ['postponement', 'withdrawal', 'note']) {
      const affair = await this.discussed();
      await this.send(`${this.seance}/affairs/${affair}/debate`, { text: 'Un débat.' });
      await this.send(`${this.seance}/affairs/${affair}/${end}`, {});
      if (end !== 'note') continue;
      await this.send(`${this.seance}/corrections`, {
        correction: { kind: 'outcome', affair },
        reason: null,
      });
      await this.send(`${this.seance}/affairs/${affair}/${end}`, {});
    }
  }

  /** The séance ends, and all that follows an act, to its erasure. */
  async closed(): Promise<void> {
    const affair = await this.showOfHands();
    const act = `${this.seance}/affairs/${affair}`;
    const report = { subject: 'Un marché', text: LONG };
    await this.send(`${act}/report`, { report, annexes: [] });
    await this.send(`${act}/annexes`, { title: 'Plan' });
    await this.send(`${act}/number`, { number: affair.slice(0, 13) });
    await this.send(`${this.seance}/closing`, {});

    await this.send(`${act}/extract`, { signatory: { member: 'm1' }, certifiedOn: DAY });
    await this.send(`${act}/transmission`, { on: '2024-03-22', identifier: null });
    await this.send(`${act}/acknowledgement`, { on: '2024-03-22', identifier: 'AR' });
    await this.send(`${act}/publication`, { on: '2024-03-26', media: ['website'], masked: false });
    await this.send(`${act}/fates`, { kind: 'material-error', on: '2024-04-02', ...LATER });
    await this.send(`${act}/fates`, { kind: 'withdrawn', on: '2024-05-02', ...LATER });
    await this.send(`${act}/erasures`, { what: 'report', content: null, basis: 'Jugement du 3 juin 2024' });
    await this.send(`${this.seance}/list`, { on: '2024-03-25' });
    await this.send(`${this.seance}/minutes`, {
      on: '2024-04-18',
      session: null,
      text: null,
      signedBy: ['m1'],
    });
    await this.send(`${this.seance}/minutes/publication`, { on: '2024-04-20' });
  }
}
