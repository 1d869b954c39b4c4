import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { RegisterClient } from '../support/register-client.js';
import { runCli } from '../support/run-cli.js';
import { startServer } from '../support/start-server.js';
import { tempFolder } from '../support/temp-folder.js';

const AUTHORITY = { name: 'Commune de Brindas', kind: 'commune', timezone: 'Europe/Paris' };
const BODY = { key: 'cm', name: 'Conseil municipal', kind: 'council' };

describe('given an event store that cannot be reached', () => {
  it('when a command line asks for the register, then it ends as unavailable, and says so', async () => {
    // Port 1 of this machine: nobody listens there.
    const env = { EVENTSTOREDB_URL: 'esdb://127.0.0.1:1?tls=false' };
    const { code, stdout, stderr } = await runCli(['list', '--data', tempFolder()], env);
    expect([code, stdout]).toEqual([5, '']);
    expect(stderr).toMatch(/^Le magasin d’événements ne peut pas être joint : .+\n$/);
  });
});

describe('given a log that was put back to an earlier day', () => {
  it('when the server begins again, then it says that it is not ready, and why, until an operator decides', async () => {
    const [dataDir, kept] = [tempFolder(), tempFolder()];
    const before = await startServer({ dataDir });
    const register = new RegisterClient(before.url, 'brindas');
    await register.command('', AUTHORITY);
    await before.stop();
    cpSync(join(dataDir, 'brindas', 'log.db'), join(kept, 'log.db'));

    const after = await startServer({ dataDir });
    const later = new RegisterClient(after.url, 'brindas');
    await later.command('/bodies', BODY);
    await later.read('/bodies/cm');
    expect((await fetch(`${after.url}/health/ready`)).status).toBe(200);
    await after.stop();
    for (const suffix of ['', '-wal', '-shm']) {
      rmSync(join(dataDir, 'brindas', `log.db${suffix}`), { force: true });
    }
    cpSync(join(kept, 'log.db'), join(dataDir, 'brindas', 'log.db'));

    const restored = await startServer({ dataDir });
    await new RegisterClient(restored.url, 'brindas').read('').catch(() => undefined);
    const health = await fetch(`${restored.url}/health/ready`);
    expect(health.status).toBe(503);
    expect(await health.text()).toContain('"troubles":[{"authority":"brindas","trouble":"log-shorter"}]');
  });
});
