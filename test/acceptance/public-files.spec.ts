import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { RegisterClient } from '../support/register-client.js';
import { constituteCouncil, members, openSeance, type Seance } from '../support/seance.js';
import { startServer } from '../support/start-server.js';
import { tempFolder } from '../support/temp-folder.js';

const occurredAt = { date: '2024-03-21', time: null };

describe('given a register that anybody may read', () => {
  let register: RegisterClient;
  let anybody: RegisterClient;
  let seance: Seance;
  const acts: Record<string, string> = {};

  beforeAll(async () => {
    const { url } = await startServer({ dataDir: tempFolder() });
    register = new RegisterClient(url);
    anybody = new RegisterClient(url, register.authority, null);
    await constituteCouncil(register, 3);
    seance = await openSeance(register, { inOffice: 3, present: members(3) });
    acts.named = await seance.discuss('=SOMME(A1) "tarifs"');
    const named = await ballot(acts.named, 'roll-call');
    for (const [seat, choice] of Object.entries({ m1: 'for', m2: 'against', m3: 'abstention' })) {
      await register.command(`/ballots/${named}/votes`, { seat, choice, occurredAt });
    }
    await seance.closeBallot(named);
    await seance.decide(acts.named, 'adopted');
    acts.secret = await seance.discuss('Nomination');
    const secret = await ballot(acts.secret, 'secret');
    for (const seat of members(3))
      await register.command(`/ballots/${secret}/signatures`, { seat, occurredAt });
    const papers = { found: 3, blank: 0, nullVotes: 0, blankOrNull: null };
    await register.command(`/ballots/${secret}/papers`, {
      ...papers,
      counts: { for: 1, against: 2 },
      occurredAt,
    });
    await seance.closeBallot(secret);
    await seance.decide(acts.secret, 'rejected');
  });

  const ballot = async (affair: string, method: string): Promise<string> => {
    return (await register.command(`${seance.path}/ballots`, { affair, method, occurredAt })).id;
  };

  // What follows from the closing is done by a process.
  const entered = async (lines: number): Promise<void> => {
    while ((await register.read('/register')).total < lines) await pause(50);
  };

  const rowsOf = (text: string): string[] => text.replace('\uFEFF', '').trimEnd().split('\r\n');

  it('then nothing of a séance under way is in any file, nor counted by a search', async () => {
    await register.read(`/sessions/${seance.id}`);
    expect(rowsOf((await anybody.ask('/register.csv')).text)).toHaveLength(1);
    expect((await anybody.ask(`/affairs/${acts.named}/votes.csv`)).status).toBe(404);
    expect(await anybody.read('/search?q=nomination')).toMatchObject({ items: [], total: { count: 0 } });
    expect(await register.read('/search?q=nomination')).toMatchObject({ total: { count: 1 } });
  });

  it('when it is closed, then the register comes as a file, narrowed as the list is, and no cell is a formula', async () => {
    await seance.close();
    await entered(2);
    const { text, headers } = await anybody.ask('/register.csv');
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toContain('attachment; filename="registre-');
    const [head, ...rows] = rowsOf(text);
    expect(head).toMatch(/^date,instance,numero,point,objet,resultat_proclame,/);
    expect(rows).toHaveLength(2);
    const row = rows.find((one) => one.includes('SOMME'));
    expect(row).toContain('"\'=SOMME(A1) ""tarifs"""');
    // No number was given: the cell is empty, and not 0.
    expect(row).toMatch(/^"2024-03-21","Conseil municipal",,/);
    expect(rowsOf((await anybody.ask('/register.csv?outcome=rejected')).text)[1]).toContain('"Nomination"');
    expect(rowsOf((await anybody.ask('/register.csv?certified=yes')).text)).toHaveLength(1);
    expect((await anybody.ask('/register.csv?fate=lost')).status).toBe(400);
  });

  it('then the votes by name come as a file, and those of a secret ballot never', async () => {
    const rows = rowsOf((await anybody.ask(`/affairs/${acts.named}/votes.csv`)).text);
    expect(rows[0]).toBe('date,numero,scrutin,question,mode,nom,prenom,groupe,vote,vote_porte_par');
    expect(rows.slice(1).map((row) => row.split(',').slice(5).join(','))).toEqual([
      '"M1",,,"pour","M1"',
      '"M2",,,"contre","M2"',
      '"M3",,,"abstention","M3"',
    ]);
    const secret = (await anybody.ask(`/affairs/${acts.secret}/votes.csv`)).text;
    expect(rowsOf(secret)).toHaveLength(1);
    expect(secret).not.toContain('M1');
  });

  it('then a member is found by the acts voted on by name, and not by a secret one', async () => {
    const found = async (query: string) =>
      (await anybody.read(`/search?${query}`)).items.map(
        ({ affair, memberAs }: { affair: string; memberAs: string[] }) => [affair, memberAs],
      );
    expect(await found('member=m2')).toEqual([[acts.named, ['voter']]]);
    expect(await found('member=m2&memberAs=chair')).toEqual([]);
  });

  it('then the list is narrowed, turned round and entered at any line', async () => {
    const lines = async (query: string) => anybody.read(`/register?${query}`);
    const [, second] = (await lines('')).items;
    expect(await lines('order=latest&limit=1')).toMatchObject({ total: 2, items: [second] });
    expect(await lines('offset=1')).toMatchObject({ total: 2, items: [second] });
    expect(await lines('outcome=adopted&irregular=yes')).toMatchObject({ total: 1 });
    const { next } = await lines('limit=1');
    expect(await anybody.ask(`/register?cursor=${next}&offset=1`)).toMatchObject({
      status: 400,
      body: { code: 'cursor-and-offset' },
    });
  });
});
