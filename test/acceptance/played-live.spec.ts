import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from '@jest/globals';
import { eachStore } from '../support/each-store.js';
import type { LooseJson } from '../support/loose-json.js';
import { COMMUNE_TEMPLATE, EVERY_SHAPE_RECORD, ROOT } from '../support/places.js';
import { copyOfRecord, type RecordFile } from '../support/records.js';
import { RegisterClient } from '../support/register-client.js';
import { runCli } from '../support/run-cli.js';
import { startServer } from '../support/start-server.js';
import { tempFolder } from '../support/temp-folder.js';

const evening = (time: string | null) => ({ date: '2024-03-21', time });
const night = (time: string | null) => ({ date: '2024-03-22', time });
const onDay = (date: string) => ({ date, time: null });
const UNDATED = { date: null, time: null };

/** The invented séance of every shape, as a clerk's software sends it, one command after another. */
class Clerk {
  private session = '';
  private readonly affairs = new Map<string, string>();
  private when: object = UNDATED;

  constructor(
    private readonly register: RegisterClient,
    private readonly record: LooseJson,
  ) {}

  async play(): Promise<void> {
    await this.body();
    await this.agenda();
    await this.opening();
    await this.electionOfDeputy();
    await this.subsidyWithRecusal();
    await this.accounts();
    await this.saleBehindClosedDoors();
    await this.motionWithdrawn();
    await this.reportNoted();
    await this.tariffs();
    await this.debtForgiven();
    await this.afterwards();
  }

  private async send(path: string, body: object = {}): Promise<LooseJson> {
    return this.register.command(path, { ...body, occurredAt: this.when });
  }

  private room = (path: string, body: object = {}) => this.send(`/sessions/${this.session}${path}`, body);
  private affair = (key: string, path: string, body: object = {}) =>
    this.room(`/affairs/${this.affairs.get(key)}${path}`, body);

  private async body(): Promise<void> {
    const { authority, body } = this.record;
    const { key: _key, ...description } = authority;
    await this.send('', description);
    await this.send('/bodies', { key: 'CM', name: body.name, kind: 'council' });
    await this.send('/bodies/CM/members', { members: body.members });
    const text = readFileSync(COMMUNE_TEMPLATE, 'utf8');
    await this.send('/bodies/CM/template', { name: 'commune.liquid', text });
    await this.send('/registers', { body: 'CM', year: 2024, firstSheet: 41 });
  }

  private async agenda(): Promise<void> {
    const { session, affairs, body } = this.record;
    this.when = onDay('2024-03-18');
    const { date, kind, place, convenedOn, secondConvocation } = session;
    const urgency = { reason: session.urgency.reason };
    const inOffice = body.membersInOffice;
    const convened = { body: 'CM', date, kind, public: session.public, place, convenedOn, secondConvocation };
    this.session = (await this.send('/sessions', { ...convened, urgency, inOffice })).id;
    for (const { key, order, subject } of affairs) {
      this.affairs.set(key, (await this.room('/affairs', { key, order, subject })).id);
    }
    this.when = UNDATED;
    for (const affair of affairs) await this.papers(affair);
  }

  private async papers(affair: LooseJson): Promise<void> {
    const { key, subject, number, annexes, classification, references, rapporteur, delegation } = affair;
    const { report: text, reportFormat: format, citations, recitals, articles, budget, subsidies } = affair;
    const lists = { references, citations, recitals, articles, budget, subsidies };
    const report = { subject, classification, rapporteur, delegation, text, format, ...lists };
    await this.affair(key, '/report', { report, annexes: annexes === undefined ? null : [] });
    for (const { title } of annexes ?? []) await this.affair(key, '/annexes', { title });
    if (number !== null) await this.affair(key, '/number', { number });
  }

  private async opening(): Promise<void> {
    const { stated, attendance } = this.record.session;
    this.when = evening('20:00');
    const none = { attendance: [], proxies: [], movements: [], secretaries: [] };
    await this.room('/opening', { ...none, stated });
    await this.room('/attendance', { entries: attendance });
    await this.room('/chair', { member: 'durand-alix' });
    await this.room('/secretaries', { member: 'petit-chloe' });
    const ill = { givenOn: '2024-03-19', reason: 'illness' };
    await this.room('/proxies', { giver: 'fabre-ines', bearer: 'roux-david', ...ill });
    await this.room('/proxies', { giver: 'le-gall-jules', bearer: 'blanc-elsa', givenOn: '2024-03-20' });
    this.when = evening(null);
    const [onUrgency, onMinutes] = this.record.session.ballots;
    const urgency = await this.hands(null, onUrgency);
    await this.room('/urgency', { confirmed: true, ballot: urgency });
    await this.hands(null, onMinutes);
  }

  /** Opens a ballot, lets `vote` be taken, closes it with the result that the chair declares. */
  private async ballot(
    affair: string | null,
    said: LooseJson,
    vote: (ballot: string) => Promise<unknown>,
    more: object = {},
  ): Promise<string> {
    const { question, method, round, roll, candidates, outcome, proclaimed } = said;
    const standing = candidates?.map(({ member }: LooseJson) => ({ member }));
    const opened = {
      affair: affair === null ? null : this.affairs.get(affair),
      question,
      method,
      round,
      roll,
    };
    const { id } = await this.room('/ballots', { ...opened, candidates: standing, ...more });
    await vote(id);
    await this.room(`/ballots/${id}/closing`, { outcome, proclaimed });
    return id;
  }

  private hands = (affair: string | null, said: LooseJson, more: object = {}): Promise<string> => {
    const { counts, named } = said;
    const count = (id: string) => this.send(`/ballots/${id}/hands`, { counts, named });
    return this.ballot(affair, said, count, more);
  };

  private papersIn = (affair: string, said: LooseJson): Promise<string> => {
    const { found, blank = null, nullVotes = null, blankOrNull = null, counts, candidates } = said;
    const box = { found, blank, nullVotes, blankOrNull, counts, candidates };
    return this.ballot(affair, said, (id) => this.send(`/ballots/${id}/papers`, box));
  };

  private async call(key: string, when: object): Promise<void> {
    this.when = when;
    const { stated } = this.said(key);
    const recusals = this.said(key).recusals === undefined ? null : [];
    await this.affair(key, '/call', { stated, recusals });
    this.when = { ...when, time: null };
  }

  private said = (key: string): LooseJson => this.record.affairs.find((one: LooseJson) => one.key === key);

  private decide = (key: string, deciding: string) => {
    const { outcome, proclaimed } = this.said(key);
    return this.affair(key, '/decision', { outcome, proclaimed, decidingBallots: [deciding] });
  };

  private async electionOfDeputy(): Promise<void> {
    await this.call('1', evening('20:15'));
    let last = '';
    for (const round of this.said('1').ballots) last = await this.papersIn('1', round);
    await this.decide('1', last);
  }

  private async subsidyWithRecusal(): Promise<void> {
    const { debate, recusals, ballotRequest, ballots } = this.said('2');
    await this.affair('2', '/recusals', recusals[0]);
    await this.call('2', evening('21:05'));
    await this.affair('2', '/debate', { text: debate });
    await this.room('/ballot-requests', { affair: this.affairs.get('2'), ...ballotRequest });
    const byName = async (id: string) => {
      const choices = [
        ['for', ballots[0].named.for],
        ['against', ballots[0].named.against],
        ['abstention', ballots[0].named.abstentions],
      ];
      for (const [choice, seats] of choices) {
        for (const seat of seats) await this.send(`/ballots/${id}/votes`, { seat, choice });
      }
    };
    await this.decide('2', await this.ballot('2', ballots[0], byName));
  }

  private async accounts(): Promise<void> {
    await this.room('/chair', { member: 'moreau-basile', reason: 'compte administratif' });
    this.when = evening('21:38');
    await this.room('/departures', { member: 'durand-alix' });
    await this.call('3', evening('21:40'));
    await this.decide('3', await this.hands('3', this.said('3').ballots[0], { accounts: true }));
    this.when = evening('22:05');
    await this.room('/arrivals', { member: 'durand-alix' });
    this.when = evening(null);
    await this.room('/chair', { member: 'durand-alix' });
    this.when = evening('22:05');
    await this.room('/suspension');
    this.when = evening('22:18');
    await this.room('/arrivals', { member: 'le-gall-jules' });
    this.when = evening('22:20');
    await this.room('/resumption');
  }

  private async saleBehindClosedDoors(): Promise<void> {
    const [closing, sale] = this.said('4').ballots;
    await this.call('4', evening('22:20'));
    await this.closedDoors('4', 0, await this.hands('4', closing), evening('22:24'));
    this.when = evening(null);
    await this.decide('4', await this.hands('4', sale));
    this.when = evening('23:00');
    await this.room('/closed-doors/end');
  }

  private closedDoors(key: string, index: number, ballot: string, when: object): Promise<LooseJson> {
    const { requestedBy, reason } = this.record.session.closedDoors[index];
    this.when = when;
    return this.room('/closed-doors', { affair: this.affairs.get(key), requestedBy, ballot, reason });
  }

  private async motionWithdrawn(): Promise<void> {
    await this.call('5', evening('23:02'));
    await this.affair('5', '/withdrawal', { reason: 'à la demande du rapporteur' });
  }

  private async reportNoted(): Promise<void> {
    const { debate, recusals, proclaimed } = this.said('6');
    await this.affair('6', '/recusals', recusals[0]);
    await this.call('6', evening('23:15'));
    await this.affair('6', '/debate', { text: debate });
    await this.affair('6', '/note', { proclaimed });
  }

  private async tariffs(): Promise<void> {
    await this.call('7', evening('23:40'));
    // Midnight passed while it was dealt with, or after: nobody says on which of the two days it was voted.
    this.when = UNDATED;
    await this.decide('7', await this.hands('7', this.said('7').ballots[0]));
    this.when = night('00:10');
    await this.room('/departures', { member: 'n-diaye-hugo' });
  }

  private async debtForgiven(): Promise<void> {
    const { ballots, ballotRequest } = this.said('8');
    await this.call('8', night('00:12'));
    await this.closedDoors('8', 1, await this.hands('8', ballots[0]), night('00:14'));
    this.when = night(null);
    await this.room('/ballot-requests', {
      affair: this.affairs.get('8'),
      requestedBy: null,
      ...ballotRequest,
    });
    await this.decide('8', await this.papersIn('8', ballots[1]));
    this.when = night('00:36');
    await this.room('/closed-doors/end');
    this.when = night('00:40');
    await this.room('/closing');
  }

  private async afterwards(): Promise<void> {
    const { listPostedOn, minutes } = this.record.session;
    for (const key of ['2', '7']) {
      this.when = onDay('2024-03-25');
      await this.affair(key, '/extract', this.said(key).extract);
    }
    this.when = onDay(listPostedOn);
    await this.room('/list', { on: listPostedOn });
    this.when = onDay(minutes.adoptedOn);
    await this.room('/minutes', { on: minutes.adoptedOn, session: null, text: minutes.text, signedBy: null });
    this.when = onDay(minutes.publishedOn);
    await this.room('/minutes/publication', { on: minutes.publishedOn });
    for (const key of ['2', '7', '8']) await this.acts(key);
  }

  private async acts(key: string): Promise<void> {
    const { transmission, publication, fates } = this.said(key);
    if (transmission !== undefined) {
      const { on, identifier, acknowledgedOn } = transmission;
      this.when = onDay(on);
      await this.affair(key, '/transmission', { on, identifier });
      this.when = onDay(acknowledgedOn);
      await this.affair(key, '/acknowledgement', { on: acknowledgedOn, identifier: null });
    }
    this.when = onDay(publication.on);
    await this.affair(key, '/publication', publication);
    for (const fate of fates ?? []) {
      this.when = onDay(fate.on);
      await this.affair(key, '/fates', { byAffair: null, ...fate });
    }
  }
}

/** Recorded times, places in the log, and what says that it was imported or how its sheets were numbered. */
const APART = new Set([
  ...['ordinal', 'recordedAt', 'certifiedAt', 'freshness', 'entries', 'length', 'revision', 'since', 'asOf'],
  ...['knownSince', 'source', 'sources', 'record', 'records', 'disagreements', 'references', 'alias'],
  ...['sheets', 'statedSheets', 'template', 'variables', 'text', 'salt'],
]);

/** A view without ids and salted names of contents: each stands as the first, second… that was met. */
function withoutIds(view: unknown, ids: Map<string, string>): unknown {
  if (typeof view === 'string') {
    return view.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64}/g, (id) => {
      if (!ids.has(id)) ids.set(id, `#${ids.size + 1}`);
      return ids.get(id) ?? id;
    });
  }
  if (Array.isArray(view)) return view.map((one) => withoutIds(one, ids));
  if (view === null || typeof view !== 'object') return view;
  const kept = Object.entries(view).filter(([key]) => !APART.has(key));
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutIds(value, ids)]));
}

eachStore('the séance of every shape', (store) => {
  const dataDir = tempFolder();
  let record: RecordFile;
  let imported: RegisterClient;
  let live: RegisterClient;
  beforeAll(async () => {
    record = copyOfRecord(EVERY_SHAPE_RECORD);
    const answer = await runCli(['import', record.path, '--data', dataDir], store.env);
    expect(answer).toMatchObject({ code: 0, stderr: '' });
    const { url } = await startServer({ dataDir, env: store.env });
    imported = new RegisterClient(url, record.authority);
    live = new RegisterClient(url);
    await new Clerk(live, JSON.parse(readFileSync(join(ROOT, EVERY_SHAPE_RECORD), 'utf8'))).play();
  });

  const read = async (register: RegisterClient) => {
    const ids = new Map<string, string>();
    const { items } = await register.read('/register?limit=100');
    const board = await register.read(`/sessions/${items[0].session}`);
    const dossiers = [];
    for (const { affair } of items) dossiers.push(await register.read(`/affairs/${affair}`));
    const own = (view: unknown) =>
      JSON.parse(JSON.stringify(withoutIds(view, ids)).replaceAll(register.authority, 'AUTHORITY'));
    return { lines: own(items), board: own(board), dossiers: own(dossiers) };
  };

  it('when it is imported, and played live by HTTP, then register, board and dossiers are the same', async () => {
    const [one, other] = [await read(imported), await read(live)];
    expect(one.lines.map(({ sheet }: LooseJson) => sheet)).toEqual([41, 42, 43, 44, 45, 46, 47]);
    expect(other.lines).toEqual(one.lines);
    expect(other.board).toEqual(one.board);
    expect(other.dossiers).toEqual(one.dossiers);
  });

  it('then its extracts are word for word the same', async () => {
    const extracts = async (register: RegisterClient) => {
      const { items } = await register.read('/register?limit=100');
      const texts = [];
      for (const { affair } of items)
        texts.push(await register.read(`/affairs/${affair}/extract?format=text`));
      return texts;
    };
    const texts = await extracts(imported);
    expect(texts[1]).toContain('Pour extrait conforme');
    expect(await extracts(live)).toEqual(texts);
  });
});
