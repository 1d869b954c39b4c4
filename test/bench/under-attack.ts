import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { everyRole } from '../support/tokens.js';
import { atMost, type Figure } from './figure.js';
import { serve } from './process.js';

const CLI = fileURLToPath(new URL('../../../apps/cli/dist/main.js', import.meta.url));
const SECONDS = 8;
const GOOD = 10;
const BAD = 200;
/** What ten people at work ask, together, a second. */
const RATE = 200;

/** How long good clients wait while two hundred others show bad tokens as fast as they can, beside the same without. */
export async function underAttack(): Promise<Figure[]> {
  const data = mkdtempSync(join(tmpdir(), 'bench-attack-'));
  const register = await serve(CLI, ['serve', '--data', data, '--port', '0'], {
    REGISTRE_LOG_LEVEL: 'error',
  });
  try {
    const token = await everyRole(data);
    await fetch(`${register.url}/api/v1/examples`, { method: 'POST', headers: bearer(token) });
    await good(register.url, token, 3);
    const alone = await good(register.url, token, SECONDS);
    const attack = bad(register.url, token);
    const attacked = await good(register.url, token, SECONDS);
    const { answers, refused } = await attack;
    process.stderr.write(
      `the attack: ${Math.round(answers / (SECONDS + 2))} requests/s, ${refused} refused\n`,
    );
    return (['p50', 'p99'] as const).map((rank) => ({
      name: `good clients’ wait, ${BAD} bad ones beside, ${rank} (floor: none beside)`,
      measured: attacked[rank],
      floor: alone[rank],
      unit: 'ms',
      reach: atMost(rank === 'p99' ? 250 : 50, 'figure'),
    }));
  } finally {
    await register.stop();
  }
}

/** @throws Error when a good client was refused anything */
async function good(url: string, token: string, duration: number) {
  const { latency, non2xx, errors } = await autocannon({
    url: `${url}/api/v1/200054807/register`,
    connections: GOOD,
    overallRate: RATE,
    duration,
    headers: bearer(token),
  });
  if (non2xx + errors > 0) throw new Error(`${non2xx + errors} requests of good clients were not answered`);
  return { p50: latency.p50, p99: latency.p99 };
}

/** Two hundred clients in a thread of their own, from the same address, each token with a wrong signature. */
async function bad(url: string, token: string) {
  const forged = Array.from(
    { length: BAD },
    (_, number) => token.slice(0, -6) + String(number).padStart(6, 'x'),
  );
  const result = await autocannon({
    url: `${url}/api/v1/200054807/register`,
    workers: 1,
    connections: BAD,
    duration: SECONDS + 2,
    requests: forged.map((one) => ({ headers: bearer(one) })),
  });
  if (result['2xx'] > 0) throw new Error(`${result['2xx']} requests with bad tokens were answered`);
  return { answers: result.requests.total, refused: result['4xx'] };
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
