import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { everyRole } from '../support/tokens.js';
import { atLeast, type Figure } from './figure.js';
import { serve } from './process.js';

const CLI = fileURLToPath(new URL('../../../apps/cli/dist/main.js', import.meta.url));
const FLOOR = fileURLToPath(new URL('./bare-insert-server.js', import.meta.url));
const SECONDS = 6;
const JSON_BODY: Record<string, string> = { 'content-type': 'application/json' };
const BODY = JSON.stringify({ text: 'Une élue demande le bilan de l’an passé ; il sera remis en juin.' });

/**
 * Durable commands through HTTP, by one client and by 64, going round 64 séances, beside requests to a bare
 * server that does one fsync'd insert for each.
 */
export async function httpCommands(): Promise<Figure[]> {
  const data = mkdtempSync(join(tmpdir(), 'bench-http-'));
  const register = await serve(CLI, ['serve', '--data', data, '--port', '0'], {
    REGISTRE_LOG_LEVEL: 'error',
    REGISTRE_RATE_PERSON: '1000000000',
  });
  const floor = await serve(FLOOR, [], {});
  try {
    return await besideEachOther(register.url, floor.url, await everyRole(data));
  } finally {
    await Promise.all([register.stop(), floor.stop()]);
  }
}

async function besideEachOther(register: string, floor: string, token: string): Promise<Figure[]> {
  JSON_BODY.authorization = `Bearer ${token}`;
  const paths = await debates(`${register}/api/v1/bench`, 64);
  const figures: Figure[] = [];
  // A server that has served a while: its code is compiled.
  for (const url of [register, floor])
    await load(url, 16, url === register ? paths : ['/insertions'], SECONDS);
  for (const clients of [1, 64]) {
    const measured = await load(register, clients, paths, SECONDS);
    const beside = await load(floor, clients, ['/insertions'], SECONDS);
    const name = `durable command through HTTP, ${clients} client${clients === 1 ? '' : 's'}`;
    figures.push({ name, measured, floor: beside, unit: '/s', reach: atLeast(0.5) });
  }
  return figures;
}

/** Requests answered with success, per second. Each client goes round all paths, beginning at another. */
async function load(
  url: string,
  connections: number,
  paths: readonly string[],
  seconds: number,
): Promise<number> {
  let first = 0;
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    setupClient: (client) => {
      const round = [...paths.slice(first), ...paths.slice(0, first)];
      client.setRequests(round.map((path) => ({ method: 'POST', path, headers: JSON_BODY, body: BODY })));
      first = (first + 1) % paths.length;
    },
  });
  if (result.non2xx > 0) throw new Error(`${result.non2xx} requests were refused`);
  return result['2xx'] / result.duration;
}

/** The paths of the debates of as many séances, each with one affair under discussion. */
async function debates(api: string, count: number): Promise<string[]> {
  const send = async (path: string, body: object): Promise<{ id: string }> => {
    const answer = await fetch(api + path, {
      method: 'POST',
      headers: JSON_BODY,
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(await answer.text());
    return (await answer.json()) as { id: string };
  };
  await send('', { name: 'Commune de Mesure', timezone: 'Europe/Paris', kind: 'commune' });
  await send('/bodies', { key: 'CM', name: 'Conseil municipal', kind: 'council' });
  await send('/bodies/CM/members', { members: [{ ref: 'une-elue', familyName: 'ÉLUE' }] });
  const paths = [];
  for (let index = 0; index < count; index++) {
    const session = `/sessions/${(await send('/sessions', { body: 'CM', date: '2024-03-21', inOffice: 1 })).id}`;
    const affair = `${session}/affairs/${(await send(`${session}/affairs`, { subject: 'Mesure' })).id}`;
    const occurredAt = { date: '2024-03-21', time: null };
    await send(`${session}/opening`, {
      attendance: [],
      proxies: [],
      movements: [],
      secretaries: [],
      occurredAt,
    });
    await send(`${session}/attendance`, { entries: [{ member: 'une-elue', status: 'present' }] });
    await send(`${affair}/call`, { recusals: [] });
    paths.push(`/api/v1/bench${affair}/debate`);
  }
  return paths;
}
