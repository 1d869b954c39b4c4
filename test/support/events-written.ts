import { newId } from '@registre/platform';
import type { RegisterClient } from './register-client.js';

/**
 * How many events something wrote, in whatever stream: counted between two events of our own, so that none that is
 * still on its way to the reader is missed.
 */
export async function eventsWrittenBy(
  register: RegisterClient,
  attempt: () => Promise<unknown>,
): Promise<number> {
  const before = await ordinalOfMarker(register);
  await attempt();
  return (await ordinalOfMarker(register)) - before - 1;
}

// A new body touches no stream that a test looks at.
async function ordinalOfMarker(register: RegisterClient): Promise<number> {
  const key = `repere-${newId().slice(0, 8)}`;
  await register.command('/bodies', { key, name: 'Repère', kind: 'council' });
  return (await register.read('/events?limit=1')).freshness.ordinal;
}
