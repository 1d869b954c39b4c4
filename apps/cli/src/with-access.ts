import { Access } from '@registre/api/register';
import { openEventStore } from '@registre/event-store';
import { configurationOf, type CommonOptions } from './open-register.js';

/** Opens who may do what, without the register. */
export async function withAccess<T>(
  options: CommonOptions,
  run: (access: Access, authorities: () => Promise<readonly string[]>) => Promise<T>,
): Promise<T> {
  const { dataDir, access: configured, store: config } = configurationOf(options);
  const store = openEventStore(config, { thread: false });
  const authorities = () => store.authorities();
  const access = Access.open({
    dataDir,
    access: configured,
    isAuthority: async (key) => (await authorities()).includes(key),
  });
  try {
    return await run(access, authorities);
  } finally {
    await access.close();
    await store.close();
  }
}
