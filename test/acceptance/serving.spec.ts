import { describe, expect, it, jest } from '@jest/globals';
import { newId, newSalt } from '@registre/platform';
import { startStandIn } from '../stand-in/stand-in.js';
import { afterwards } from '../support/afterwards.js';
import { RegisterClient } from '../support/register-client.js';
import { runCli } from '../support/run-cli.js';
import { startServer } from '../support/start-server.js';
import { tempFolder } from '../support/temp-folder.js';

jest.setTimeout(180_000);

const commune = { name: 'Commune de Valmont', kind: 'commune', timezone: 'Europe/Paris' };

describe('given a server on a port', () => {
  it('when another one is started there, then it says that the port is taken, and ends', async () => {
    const { url } = await startServer({ dataDir: tempFolder() });
    const second = await runCli(['serve', '--data', tempFolder(), '--port', new URL(url).port]);
    expect(second.code).toBe(1);
    expect(second.stderr).toContain('EADDRINUSE');
  });
});

describe('given an event of a later version in one log', () => {
  it('when the server meets it, then it is not ready and names the event, and serves what it can', async () => {
    const standIn = await startStandIn();
    afterwards(() => standIn.stop());
    const env = { EVENTSTOREDB_URL: standIn.connectionString };
    const { url } = await startServer({ dataDir: tempFolder(), env });
    const [ahead, other] = [new RegisterClient(url), new RegisterClient(url)];
    await ahead.command('', commune);
    await other.command('', commune);
    const ready = () => fetch(new URL('/health/ready', url));
    await ahead.read('');
    expect((await ready()).status).toBe(200);

    const session = newId();
    const stream = `session-${ahead.authority}_${session}`;
    standIn.writeForeign(stream, laterEvent(ahead.authority));
    const register = await ahead.seeing(`${stream}@0`).read('/register');
    expect(register.freshness.halted).toMatchObject({ ordinal: 1, type: 'DronesReleased' });

    const answer = await ready();
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain('DronesReleased');
    expect((await other.command('/bodies', { key: 'CM', name: 'Conseil', kind: 'council' })).revision).toBe(
      0,
    );
    expect((await other.read('')).freshness.halted).toBeNull();

    const onIt = await ahead.send(`/sessions/${session}/chair`, { member: 'm1' });
    expect(onIt).toMatchObject({ status: 503, body: { code: 'later-version' } });
  });
});

function laterEvent(authority: string) {
  const id = newId();
  const metadata = {
    version: 1,
    authority,
    actor: 'local',
    occurredAt: { date: '2024-03-21', time: null, zone: 'Europe/Paris' },
    recordedAt: new Date().toISOString(),
    $correlationId: id,
    $causationId: id,
    salt: newSalt(),
  };
  const bytes = (value: object) => Buffer.from(JSON.stringify(value));
  return {
    id,
    type: 'DronesReleased',
    contentType: 'application/json',
    data: bytes({ count: 3 }),
    metadata: bytes(metadata),
  };
}
