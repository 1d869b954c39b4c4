import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { RESERVED_KEYS } from '@registre/deliberation';
import { createServer, PERMISSIONS, unknownRoutes, type SessionView } from '@registre/api';
import { readConfiguration, type Grant, type Role } from '@registre/api/register';
import { newId } from '@registre/platform';
import { afterwards } from '../support/afterwards.js';
import { newAuthority, RegisterClient } from '../support/register-client.js';
import { constituteCouncil, openSeance } from '../support/seance.js';
import { tempFolder } from '../support/temp-folder.js';
import { everyRole, giveOut } from '../support/tokens.js';

jest.setTimeout(180_000);

/** Who tries every route. */
const TRIES: Readonly<
  Record<string, { readonly role: Role; readonly bodies?: string[]; readonly all?: true } | null>
> = {
  nobody: null,
  reader: { role: 'reader' },
  auditor: { role: 'auditor' },
  clerk: { role: 'clerk' },
  'clerk of CM': { role: 'clerk', bodies: ['CM'] },
  'clerk of BM': { role: 'clerk', bodies: ['BM'] },
  chair: { role: 'chair' },
  signatory: { role: 'signatory' },
  operator: { role: 'operator' },
  'operator of all': { role: 'operator', all: true },
};

/** What the gate answers when it refuses; any other answer shows that it let the request pass. */
const GATE = ['not-authenticated', 'not-your-role', 'other-authority', 'other-body', 'no-permission'];
const SECRET = 'MARQUEUR-NON-PUBLIC';

describe('given every route of the running server', () => {
  const [own, other] = [newAuthority(), newAuthority()];
  const ids: Record<string, string> = { body: 'CM', member: 'm1', giver: 'm1', content: newId() };
  const tokens: Record<string, string | null> = {};
  let routes: readonly string[];
  let url: string;

  beforeAll(async () => {
    const dataDir = tempFolder();
    const environment = {
      REGISTRE_DATA: dataDir,
      REGISTRE_LOG_LEVEL: 'error',
      REGISTRE_RATE_ADDRESS: '1000000',
    };
    const app = await createServer(readConfiguration(environment));
    await app.listen(0, '127.0.0.1');
    afterwards(() => app.close());
    url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
    routes = [...app.getHttpAdapter().getInstance().routes];
    tokens['every role'] = await everyRole(dataDir);
    await fill(tokens['every role']);
    for (const [name, tried] of Object.entries(TRIES)) {
      tokens[name] = tried === null ? null : await tokenFor(dataDir, tried);
    }
  });

  it('when an act is read before and after its séance is closed, and its extract certified, then the public sees it in turn', async () => {
    const staff = new RegisterClient(url, own, tokens['every role'] ?? null);
    const anybody = new RegisterClient(url, own, null);
    const seance = await openSeance(staff, { inOffice: 3, present: ['m1', 'm2', 'm3'] });
    const affair = await seance.discuss('Une affaire décidée');
    await seance.vote(affair, { for: 3 });
    await seance.decide(affair, 'adopted');
    const seen = async () => {
      await staff.read(`/affairs/${affair}`);
      const paths = [`/affairs/${affair}`, `/affairs/${affair}/extract`, `/sessions/${seance.id}`];
      return Promise.all(paths.map(async (path) => (await anybody.ask(path)).status));
    };
    expect(await seen()).toEqual([404, 404, 404]);
    await seance.close();
    expect(await seen()).toEqual([200, 404, 200]);
    await seance.certify(affair);
    expect(await seen()).toEqual([200, 200, 200]);
  });

  it('when somebody reads what the public may not, then the access journal says who and what; of what is public, nothing', async () => {
    const staff = new RegisterClient(url, own, tokens['every role'] ?? null);
    const auditor = new RegisterClient(url, own, tokens['auditor'] ?? null);
    const seance = await openSeance(staff, { inOffice: 3, present: ['m1', 'm2', 'm3'] });
    const affair = await seance.discuss('Une affaire à lire');
    await seance.vote(affair, { for: 3 });
    await seance.decide(affair, 'adopted');
    const paths = [`/affairs/${affair}`, `/affairs/${affair}/extract`, `/sessions/${seance.id}`];
    const readings = async () => {
      const { items } = await staff.read('/access-journal?limit=500');
      return items
        .filter(
          ({ kind, path }: { kind: string; path: string }) =>
            kind === 'read' && paths.some((one) => path.endsWith(one)),
        )
        .map(({ code, actor, path }: { code: string; actor: string; path: string }) => [
          code,
          actor,
          path.slice(path.indexOf(own) + own.length),
        ])
        .toSorted();
    };
    for (const path of paths) await staff.ask(path);
    const told = [
      ['affair-dossier', 'greffe', paths[0]],
      ['extract', 'greffe', paths[1]],
      ['session-board', 'greffe', paths[2]],
    ];
    expect(await readings()).toEqual(told);
    await seance.close();
    await seance.certify(affair);
    await staff.read(`/affairs/${affair}`);
    for (const path of paths) expect((await auditor.ask(path)).status).toBe(200);
    expect(await readings()).toEqual(told);
    // The journal itself is not public: that it was read is told too.
    const { items } = await staff.read('/access-journal?limit=500');
    expect(items).toContainEqual(expect.objectContaining({ kind: 'read', code: 'restricted' }));
  });

  it('when somebody reads a part of what the public may not, then that is told too', async () => {
    const staff = new RegisterClient(url, own, tokens['every role'] ?? null);
    const signatory = new RegisterClient(url, own, tokens['signatory'] ?? null);
    const seance = await openSeance(staff, { inOffice: 3, present: ['m1', 'm2', 'm3'], isPublic: false });
    const affair = await seance.discuss('Une affaire à huis clos');
    await staff.command(`${seance.affairPath(affair)}/debate`, { text: 'Dit à huis clos' });
    const board = await signatory.read(`/sessions/${seance.id}`);
    expect(JSON.stringify(board)).not.toContain('Dit à huis clos');
    const { items } = await staff.read('/access-journal?limit=500');
    const path = expect.stringMatching(new RegExp(`/sessions/${seance.id}$`));
    expect(items).toContainEqual(expect.objectContaining({ kind: 'read', code: 'session-board', path }));
  });

  /** A séance of the council that is open, with what is not public in it; in both authorities. */
  const fill = async (token: string) => {
    for (const authority of [other, own]) {
      const register = new RegisterClient(url, authority, token);
      await constituteCouncil(register, 3);
      const seance = await openSeance(register, { inOffice: 3, present: ['m1', 'm2', 'm3'] });
      const affair = await seance.place(`Une affaire ${SECRET}`);
      const unknown = { occurredAt: { date: null, time: null } };
      const report = { subject: SECRET, text: SECRET };
      await register.send(`${seance.affairPath(affair)}/report`, { report, annexes: [], ...unknown });
      const call = { recusals: [] };
      await register.command(`${seance.affairPath(affair)}/call`, call);
      await register.command(`${seance.affairPath(affair)}/debate`, { text: `Dit en séance : ${SECRET}` });
      Object.assign(ids, { session: seance.id, affair, ballot: await seance.openBallot(affair) });
      await register.read(`/sessions/${seance.id}`);
    }
  };

  const tokenFor = async (dataDir: string, tried: NonNullable<(typeof TRIES)[string]>) => {
    const { role, bodies = null, all } = tried;
    const grants: Grant[] = [{ authority: all ? '*' : own, roles: [role], bodies }];
    return (await giveOut(dataDir, 'token', { grants })).text;
  };

  const ask = async (route: string, authority: string, token: string | null) => {
    const [method = '', pattern = ''] = route.split(' ');
    const path = pattern
      .replace(/:(\w+)/g, (_, name: string) => (name === 'authority' ? authority : (ids[name] ?? 'x')))
      .replace('*', 'x');
    const response = await fetch(url + path, {
      method,
      redirect: 'manual',
      signal: AbortSignal.timeout(20_000),
      headers: {
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(method === 'POST' ? { 'content-type': 'application/json' } : {}),
      },
      // No command takes it: what passes the gate is refused for its form, and nothing is changed.
      ...(method === 'POST' ? { body: '{"body":"CM","unknown":true}' } : {}),
    });
    const { status, headers } = response;
    if (headers.get('content-type')?.includes('event-stream')) {
      await response.body?.cancel();
      return { seen: 'passes', text: '' };
    }
    const text = await response.text();
    const code = [401, 403].includes(status) ? (JSON.parse(text) as { code: string }).code : '';
    return { seen: GATE.includes(code) ? `${status} ${code}` : 'passes', text };
  };

  const expected = (route: string, authority: string, name: string): string => {
    const roles = PERMISSIONS.get(route)?.roles ?? [];
    const tried = TRIES[name] ?? null;
    if (roles === 'anyone') return 'passes';
    const isPublic = roles.includes('reader');
    if (tried === null) return isPublic ? 'passes' : '401 not-authenticated';
    if (!route.includes(':authority')) {
      return isPublic || (tried.all && roles.includes(tried.role)) ? 'passes' : '403 not-your-role';
    }
    if (authority === other && !tried.all) return '403 other-authority';
    if (isPublic) return 'passes';
    if (!roles.includes(tried.role)) return '403 not-your-role';
    if (tried.bodies === undefined) return 'passes';
    const isOfBody = /:(body|session|ballot)\b/.test(route) || route === 'POST /api/v1/:authority/sessions';
    return isOfBody && tried.bodies.includes('CM') ? 'passes' : '403 other-body';
  };

  it('then each has its line in access/permissions.ts, and each line its route', () => {
    expect(unknownRoutes(routes)).toEqual([]);
    expect([...PERMISSIONS.keys()].filter((route) => !routes.includes(route))).toEqual([]);
    expect(routes.length).toBeGreaterThan(50);
  });

  for (const name of Object.keys(TRIES)) {
    for (const [where, authority] of [
      ['their authority', own],
      ['another authority', other],
    ] as const) {
      it(`when ${name} asks each in ${where}, then it answers as the table says`, async () => {
        const seen: Record<string, string> = {};
        const due: Record<string, string> = {};
        for (const route of routes.filter((one) => !one.startsWith('GET <'))) {
          seen[route] = (await ask(route, authority, tokens[name] ?? null)).seen;
          due[route] = expected(route, authority, name);
        }
        expect(seen).toEqual(due);
      });
    }
  }

  it('when each asks what they may, then it is what they can: pages hide what is refused, and nothing else', async () => {
    for (const [name, tried] of Object.entries(TRIES)) {
      const token = tokens[name] ?? null;
      const headers: Record<string, string> = token === null ? {} : { authorization: `Bearer ${token}` };
      const { grants } = (await (await fetch(`${url}/api/session`, { headers })).json()) as SessionView;
      const [grant] = grants;
      const isElsewhere = tried?.bodies?.includes('CM') === false;
      const can = [...PERMISSIONS.keys()].filter(
        (route) =>
          PERMISSIONS.get(route)?.roles !== 'anyone' &&
          expected(route, own, isElsewhere ? 'clerk of CM' : name) === 'passes',
      );
      expect([name, grants.length, grant?.may]).toEqual([name, 1, can]);
      expect(grant?.bodies).toEqual(tried?.bodies ?? null);
    }
  });

  it('when an authority is registered, then its key hides behind no other address', () => {
    const stands = routes.flatMap((route) => {
      const [, first = '', , third = ''] = (route.split(' ')[1] ?? '').split('/');
      return first === 'api' && third !== '' ? [first, third] : [first];
    });
    const taken = stands.filter((segment) => /^[a-z0-9]{2,40}$/.test(segment));
    expect(new Set(taken)).toContain('rules');
    expect([...new Set(taken)].filter((segment) => !RESERVED_KEYS.includes(segment))).toEqual([]);
  });

  it('when those ask who may read the public register only, then no answer holds what is not public', async () => {
    const reads = routes.filter((route) => route.startsWith('GET /api/v1'));
    const told = [];
    for (const name of ['nobody', 'reader', 'clerk of BM', 'operator']) {
      for (const route of reads) {
        const { text } = await ask(route, own, tokens[name] ?? null);
        if (text.includes(SECRET)) told.push(`${name}: ${route}`);
      }
    }
    expect(told).toEqual([]);
    // The clerk does read it, or the question above would prove nothing.
    const { text } = await ask('GET /api/v1/:authority/affairs/:affair', own, tokens['clerk'] ?? null);
    expect(text).toContain(SECRET);
  });
});
