import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { RegisterClient } from '../support/register-client.js';
import { runCli } from '../support/run-cli.js';
import { constituteCouncil, entered, members, openSeance, type Seance } from '../support/seance.js';
import { startServer } from '../support/start-server.js';
import { tempFolder } from '../support/temp-folder.js';

const LONG = 'Un très long rapport. '.repeat(5_000);

describe('searching and exporting, through HTTP and the command line', () => {
  const dataDir = tempFolder();
  let url: string;
  let register: RegisterClient;
  let seance: Seance;
  let act: string;

  beforeAll(async () => {
    ({ url } = await startServer({ dataDir }));
    register = new RegisterClient(url);
    await constituteCouncil(register, 3);
    seance = await openSeance(register, { inOffice: 3, present: members(3) });
    act = await seance.discuss('=Attribution d’une subvention');
    const report = {
      subject: '=Attribution d’une subvention',
      classification: '7.5.1',
      rapporteur: { member: 'm2', role: null },
      text: 'La réfection des écoles coûtera 75 000 €.',
    };
    await register.command(`${seance.affairPath(act)}/report`, { report, annexes: [] });
    const other = await seance.place('Un secret encore');
    await register.command(`${seance.affairPath(other)}/report`, {
      report: { subject: 'Un secret encore', text: LONG },
      annexes: [],
    });
    await seance.vote(act, { for: 3, against: 0 });
    await seance.decide(act, 'adopted');
  });

  const found = async (query: string, client = register): Promise<string[]> =>
    (await client.read(`/search?${query}`)).items.map(({ affair }: { affair: string }) => affair);

  it('finds an affair by words without accents, numbers and filters', async () => {
    for (const q of ['subventions', 'REFECTION ecole', '75 000', '75000,00', 'attrib', '"(subvention*)']) {
      expect(await found(`q=${encodeURIComponent(q)}`)).toEqual([act]);
    }
    expect(await found('classification=7.5&member=m2&outcome=adopted')).toEqual([act]);
    expect(await found('q=subvention&outcome=rejected')).toEqual([]);
    const { items, notIndexed } = await register.read('/search?q=ecoles');
    expect(items[0].snippets).toMatchObject([{ part: 'text' }]);
    expect(notIndexed).toEqual({ reports: 1 });
  });

  it('shows to the public what is decided in a closed séance, and nothing else', async () => {
    const anybody = new RegisterClient(url, register.authority, null);
    await register.read('/search');
    expect(await found('q=subvention', anybody)).toEqual([]);
    expect(await found('q=secret')).toHaveLength(1);
    await seance.close();
    await register.read('/search');
    expect(await found('q=subvention', anybody)).toEqual([act]);
    expect(await found('q=secret', anybody)).toEqual([]);
  });

  it.each([
    ['/search?outcome=perhaps', 400],
    ['/search?cursor=abc', 400],
    ['/search?amountFrom=beaucoup', 400],
    ['/search?q=a&unknown=1', 400],
  ])('refuses %s', async (path, status) => expect((await register.ask(path)).status).toBe(status));

  it('exports the history as lines, every event once, by the filters of the list', async () => {
    await entered(register);
    const listed = (await register.read(`/events?affair=${act}&limit=500`)).items;
    const answer = await register.ask(`/events.jsonl?affair=${act}`);
    expect(answer.headers.get('content-type')).toContain('jsonl');
    expect(answer.headers.get('content-disposition')).toContain('attachment');
    expect(lines(answer.text)).toEqual(listed);
    const all = lines((await register.ask('/events.jsonl')).text) as { ordinal: number }[];
    expect(all.map(({ ordinal }) => ordinal)).toEqual(all.map((_, place) => place));
  });

  it('exports it for a spreadsheet, without any formula', async () => {
    const { text, headers } = await register.ask('/events.csv');
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const [head, ...rows] = text.trimEnd().split('\r\n');
    expect(head).toMatch(/^\uFEFF?ordinal,recordedAt/);
    expect(rows.length).toBe(lines((await register.ask('/events.jsonl')).text).length);
    expect(text).not.toMatch(/(?:^|,)"?[=+@]/m);
    expect((await new RegisterClient(url, register.authority, null).ask('/events.csv')).status).toBe(401);
    expect((await new RegisterClient(url, 'nowhere').ask('/events.csv')).status).toBe(404);
  });

  it('does both on the command line', async () => {
    const registre = (...args: string[]) =>
      runCli([...args, '--data', dataDir, '--authority', register.authority]);
    const hits = await registre('search', 'ecoles');
    expect(hits.stdout).toContain('=Attribution d’une subvention');
    expect(hits.stdout).toContain('réfection des [écoles]');
    expect(hits.stdout).toContain('1 rapport(s) long(s)');
    const output = join(dataDir, 'audit.csv');
    expect(await registre('history', '--format', 'csv', '--output', output)).toMatchObject({ code: 0 });
    expect(readFileSync(output, 'utf8')).toBe(`${await exported('/events.csv')}`);
    expect((await registre('history', '--format', 'jsonl')).stdout).toBe(await exported('/events.jsonl'));
    expect(await registre('history', '--format', 'xml')).toMatchObject({ code: 2 });
  });

  // The byte order mark is taken off by `fetch`.
  const exported = async (path: string): Promise<string> => {
    const { text } = await register.ask(path);
    return path.endsWith('.csv') && !text.startsWith('\uFEFF') ? `\uFEFF${text}` : text;
  };
});

const lines = (text: string): unknown[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
