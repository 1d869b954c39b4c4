import { Access, readConfiguration, type Grant, type Issued, type Role } from '@registre/api/register';

const EVERY_ROLE: readonly Role[] = ['operator', 'clerk', 'chair', 'signatory', 'auditor'];
export const ALL_GRANTS: readonly Grant[] = [{ authority: '*', roles: EVERY_ROLE, bodies: null }];

/** The actor of what a test writes over HTTP. */
export const TEST_ACTOR = 'greffe';

export interface Wanted {
  readonly grants: readonly Grant[];
  readonly actor?: string;
  /** In seconds; below 0: it has expired. */
  readonly lifetime?: number;
  readonly origins?: readonly string[];
}

/** A token, a link or a browser's session as they are given out, for a data folder that a server may be using. */
export async function giveOut(
  dataDir: string,
  kind: 'token' | 'link' | 'session',
  { grants, actor = TEST_ACTOR, lifetime = 86_400, origins }: Wanted,
): Promise<Issued> {
  const { access: configured } = readConfiguration({});
  const access = Access.open({ dataDir, access: configured, isAuthority: async () => false });
  try {
    return await access.credentials.issue(kind, { actor, grants, lifetime, origins: origins ?? null });
  } finally {
    await access.close();
  }
}

/** A token for everything. */
export async function everyRole(dataDir: string): Promise<string> {
  return (await giveOut(dataDir, 'token', { grants: ALL_GRANTS })).text;
}

const tokens = new Map<string, string>();

/** Remembers the token of a server that the test started. */
export const knowToken = (url: string, token: string): void => void tokens.set(url, token);

export const tokenOf = (url: string): string | null => tokens.get(url) ?? null;
