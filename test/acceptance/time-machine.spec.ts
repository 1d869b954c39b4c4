import { beforeAll, describe, expect, it } from '@jest/globals';
import type { LooseJson } from '../support/loose-json.js';
import { RegisterClient } from '../support/register-client.js';
import { runCli } from '../support/run-cli.js';
import { constituteCouncil, DAY, entered, members, openSeance } from '../support/seance.js';
import { startServer } from '../support/start-server.js';
import { tempFolder } from '../support/temp-folder.js';

const FATE = { effectiveFrom: null, byNumber: null, byAffair: null, by: null, note: null };

describe('the time machine, through HTTP and the command line', () => {
  const dataDir = tempFolder();
  let register: RegisterClient;
  let act: string;
  let url: string;
  /** Ordinal of the last event after each step. */
  const at: Record<string, number> = {};

  beforeAll(async () => {
    url = (await startServer({ dataDir })).url;
    register = new RegisterClient(url);
    const step = async (name: string, body: Promise<unknown>) => {
      await body;
      at[name] = (await register.read('/register?limit=1')).freshness.ordinal;
    };
    await constituteCouncil(register, 3);
    const seance = await openSeance(register, { inOffice: 3, present: members(3) });
    act = await seance.discuss('Budget primitif');
    await seance.vote(act, { for: 3, against: 0 });
    await seance.decide(act, 'adopted');
    await seance.close();
    await entered(register);
    await step('certified', seance.certify(act));
    const path = seance.affairPath(act);
    await step('sent', register.command(`${path}/transmission`, { on: '2024-03-22', identifier: null }));
    const published = { on: '2024-03-26', media: ['website'], masked: false };
    await step('published', register.command(`${path}/publication`, published));
    const withdrawn = { kind: 'withdrawn', on: '2024-05-20', ...FATE };
    await step('withdrawn', register.command(`${path}/fates`, withdrawn));
  });

  const line = async (query: string): Promise<LooseJson> =>
    (await register.read(`/register?${query}`)).items.find(
      ({ affair }: { affair: string }) => affair === act,
    );

  it('asks both clocks of the register at once', async () => {
    const answers = await Promise.all(
      [
        `asKnownAt=${at['sent']}&inEffectAt=2024-06-01`,
        `asKnownAt=${at['published']}&inEffectAt=2024-03-25`,
        `asKnownAt=${at['published']}&inEffectAt=2024-06-01`,
        `asKnownAt=${at['withdrawn']}&inEffectAt=2024-06-01`,
        'inEffectAt=2024-03-25',
      ].map(async (query) => {
        const { fate, inEffect } = await line(query);
        return [fate, inEffect.answer, inEffect.since];
      }),
    );
    expect(answers).toEqual([
      [null, 'unknown', null],
      [null, 'no', '2024-03-26'],
      [null, 'yes', '2024-03-26'],
      ['withdrawn', 'no', null],
      ['withdrawn', 'no', null],
    ]);
    expect((await line('')).inEffect).toBeNull();
  });

  it('asks them of an affair', async () => {
    const path = `/affairs/${act}?inEffectAt=2024-06-01`;
    expect((await register.read(path)).inEffect).toMatchObject({ on: '2024-06-01', answer: 'no' });
    const then = await register.read(`${path}&asKnownAt=${at['published']}`);
    expect(then.inEffect).toMatchObject({ answer: 'yes', since: '2024-03-26', until: null });
    expect(then.inEffect.why).toContain('Publié le mardi 26 mars 2024');
  });

  it('tells what changed between two points', async () => {
    const between = (from: number | undefined, until: number | undefined) =>
      register.read(`/register/changes?from=${from}&until=${until}`);
    const changes = await between(at['certified'], at['withdrawn']);
    expect(changes.items).toMatchObject([
      {
        affair: act,
        appeared: false,
        changed: ['transmission', 'publication', 'enforceable', 'fate'],
        before: { fate: null },
        after: { fate: 'withdrawn' },
        events: [
          { type: 'TransmittedToPrefecture', ordinal: at['sent'] },
          { type: 'DeliberationPublished' },
          { type: 'DeliberationWithdrawn' },
        ],
      },
    ]);
    expect((await register.read('/register/changes')).items).toMatchObject([{ affair: act, appeared: true }]);
  });

  it.each([
    ['/register?asKnownAt=hier', 400, 'as-known-at'],
    ['/register?asKnownAt=99999999', 404, 'beyond-the-log'],
    ['/register?inEffectAt=2024-02-31', 400, 'invalid-body'],
    ['/register/changes?from=5&until=4', 400, 'from-after-until'],
    ['/events?from=hier', 400, 'as-known-at'],
    ['/events?corrections=false', 400, 'invalid-body'],
  ])('refuses %s', async (path, status, code) => {
    const answer = await register.ask(path);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('tells when the register changed, to whoever may read it', async () => {
    const citizen = new RegisterClient(url, register.authority, null);
    const moments = await citizen.read(`/register/moments?affair=${act}`);
    expect(moments.marks.at(-1).ordinal).toBe(at['withdrawn']);
    expect(moments.effect).toEqual({ from: DAY, days: ['2024-03-26', '2024-05-20'] });
    expect((await citizen.read('/register/moments')).last.ordinal).toBe(at['withdrawn']);
    expect((await citizen.ask('/events/summary')).status).toBe(401);
  });

  it('shows a member as the register knew them', async () => {
    const now = await register.read('/members/m1');
    expect(now).toMatchObject({ totals: { sessions: { present: 1 } }, asKnown: null });
    const before = await register.read('/members/m1?asKnownAt=6');
    expect(before).toMatchObject({ items: [], knownSince: null, asKnown: { ordinal: 6 } });
    const then = await register.read(`/members/m1?asKnownAt=${at['certified']}`);
    expect(then.items).toEqual(now.items);
    expect((await register.ask('/members/m1?asKnownAt=0')).status).toBe(404);
    expect((await register.ask('/members/m1/votes?asKnownAt=0')).status).toBe(404);
  });

  it('finds in the history what is asked for, page by page, in figures, and as a file', async () => {
    const filter = `type=DeliberationPublished&from=2020-01-01&irregular=true`;
    expect((await register.read(`/events?${filter}`)).items).toEqual([]);
    const irregular = await register.read('/events?irregular=true&direction=backward');
    expect(irregular.items.map(({ type }: LooseJson) => type)).toEqual(['AffairPlacedOnAgenda']);
    expect((await register.read('/events/summary?irregular=true')).total).toBe(1);
    const one = await register.read(`/events?from=${at['sent']}&until=${at['sent']}`);
    expect(one.items).toMatchObject([{ type: 'TransmittedToPrefecture' }]);
    const lines = (await register.ask('/events.jsonl?irregular=true')).text.trim().split('\n');
    expect(lines.map((line) => JSON.parse(line).type)).toEqual(['AffairPlacedOnAgenda']);
    const stream = `affair-${register.authority}_${act}`;
    const summary = await register.read(`/events/summary?stream=${stream}&by=occurred`);
    expect(summary.total).toBe((await register.read(`/events?stream=${stream}`)).items.length);
  });

  it('answers the same on the command line', async () => {
    const registre = async (...args: string[]) => {
      const { code, stdout, stderr } = await runCli([
        ...args,
        '--data',
        dataDir,
        '--authority',
        register.authority,
      ]);
      expect([code, stderr]).toEqual([0, '']);
      return stdout;
    };
    const clocks = ['--as-known-at', String(at['published']), '--in-effect-at', '2024-06-01'];
    expect(JSON.parse(await registre('list', '--json', ...clocks))).toMatchObject([
      { affair: act, inEffect: { answer: 'yes' } },
    ]);
    expect(await registre('list', ...clocks)).toContain('En vigueur le 2024-06-01');
    expect(await registre('show', act, ...clocks)).toContain('En vigueur le samedi 1er juin 2024');
    const changes = await registre('changes', '--from', String(at['certified']));
    expect(changes).toMatch(/changé\u00a0: transmission, publication, caractère exécutoire, suites/);
  });

  it('plays a séance again on the command line, and shows a member as known', async () => {
    const where = ['--data', dataDir, '--authority', register.authority];
    const session = (await line('')).session as string;
    const steps = JSON.parse((await runCli(['replay', session, '--json', ...where])).stdout) as LooseJson[];
    const called = steps.find(({ event }) => event.type === 'AffairCalled');
    expect(called).toMatchObject({ status: 'open', affair: act, room: { present: members(3) } });
    expect(steps.at(-1)).toMatchObject({ step: steps.length, of: steps.length, status: 'closed' });
    const said = (await runCli(['replay', DAY, '--step', ...where])).stdout;
    expect(said.split('\n').filter((text) => /^\d+\/\d+ /.test(text))).toHaveLength(steps.length);
    expect(said).toContain('Quorum atteint (2 requis)');
    expect(await runCli(['replay', 'none', '--step', ...where])).toMatchObject({ code: 4 });
    const then = await runCli(['member', 'm1', '--as-known-at', '6', '--json', ...where]);
    expect(JSON.parse(then.stdout)).toMatchObject({ name: 'M1', sessions: [], votes: [] });
  });

  it('knows an act only since its séance was entered', async () => {
    const { date, knownSince } = await line('');
    expect(date).toBe(DAY);
    expect(knownSince > DAY).toBe(true);
    expect((await register.read('/register?asKnownAt=3')).items).toEqual([]);
  });
});
