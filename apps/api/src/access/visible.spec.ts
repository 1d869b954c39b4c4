import type { AffairDossier, SessionBoard } from '@registre/projections';
import { Rights, type Role } from './roles.js';
import { visible, type Visibility } from './visible.js';

const debate = ['Un élu demande le nom des bénéficiaires.'];
const closed = { from: null, until: null, affair: 'a2', reason: null, requestedBy: null, ballot: null };

const board = (state: object): SessionBoard =>
  ({
    session: 's1',
    state: { status: 'closed', convened: { body: 'CM', public: true }, closedDoors: [], ...state },
  }) as unknown as SessionBoard;
const affairs = [
  { id: 'a1', debate },
  { id: 'a2', debate: [] },
];
const dossier = (said: object): AffairDossier =>
  ({
    affair: 'a1',
    session: 's1',
    body: 'CM',
    sessionStatus: 'closed',
    agenda: { outcome: 'adopted', debate },
    ...said,
  }) as unknown as AffairDossier;

const reader = (role: Role, of: SessionBoard, bodies: string[] | null = null): Visibility => ({
  authority: 'valmont',
  rightsIn: (authority) =>
    new Rights({ grants: [{ authority: 'valmont', roles: [role], bodies }] }, authority),
  readModels: { sessionBoard: async () => of },
});

describe('given a closed séance whose doors were closed for a time', () => {
  const withDoors = board({ affairs, closedDoors: [closed] });

  it('then the public reads its acts without any of its debates', async () => {
    const shown = await visible('session-board', withDoors, reader('reader', withDoors));
    expect(shown).toMatchObject({ state: { affairs: [{ debate: [] }, { debate: [] }] } });
    const act = await visible('affair-dossier', dossier({}), reader('reader', withDoors));
    expect(act).toMatchObject({ agenda: { outcome: 'adopted', debate: [] } });
  });

  it('then the signatory does not read them either, and the clerk and the auditor do', async () => {
    expect(await visible('affair-dossier', dossier({}), reader('signatory', withDoors))).toMatchObject({
      agenda: { debate: [] },
    });
    for (const role of ['clerk', 'chair', 'auditor'] as const) {
      const act = dossier({});
      expect(await visible('affair-dossier', act, reader(role, withDoors))).toBe(act);
      expect(await visible('session-board', withDoors, reader(role, withDoors))).toBe(withDoors);
    }
  });

  it('then the public reads no debate either where its room is not known', async () => {
    const seen = reader('reader', withDoors);
    const unknown = { ...seen, readModels: { sessionBoard: async () => undefined } };
    expect(await visible('affair-dossier', dossier({}), unknown)).toMatchObject({ agenda: { debate: [] } });
  });

  it('then the clerk of another body reads what the public does', async () => {
    const shown = await visible('affair-dossier', dossier({}), reader('clerk', withDoors, ['BM']));
    expect(shown).toMatchObject({ agenda: { debate: [] } });
  });
});

describe('given a closed séance that was public throughout', () => {
  const open = board({ affairs });

  it('then the public reads its debates', async () => {
    expect(await visible('session-board', open, reader('reader', open))).toBe(open);
    const act = dossier({});
    expect(await visible('affair-dossier', act, reader('reader', open))).toBe(act);
  });

  it('then what it put off or took off its agenda is not public', async () => {
    for (const outcome of ['postponed', 'withdrawn', null]) {
      const act = dossier({ agenda: { outcome, debate: [] } });
      expect(await visible('affair-dossier', act, reader('reader', open))).toBeUndefined();
    }
  });
});

describe('given what a search finds', () => {
  const hits = (...found: object[]) => ({ items: found.map((hit) => ({ body: 'CM', ...hit })), next: null });
  const act = { affair: 'a1', sessionStatus: 'closed', outcome: 'adopted' };
  const others = [
    { affair: 'a2', sessionStatus: 'closed', outcome: 'postponed' },
    { affair: 'a3', sessionStatus: 'closed', outcome: null },
    { affair: 'a4', sessionStatus: 'open', outcome: 'adopted' },
    { affair: 'a5', sessionStatus: 'convened', outcome: null },
  ];
  const all = hits(act, ...others);
  const none = board({ affairs });

  it('then the public sees the acts of closed séances, and nothing that was put off or is still to come', async () => {
    expect(await visible('search-hits', all, reader('reader', none))).toEqual(hits(act));
  });

  it('then the clerk sees all that is of the body, and of another what the public does', async () => {
    expect(await visible('search-hits', all, reader('clerk', none, ['CM']))).toBe(all);
    expect(await visible('search-hits', all, reader('clerk', none, ['BM']))).toEqual(hits(act));
  });
});

describe('given a séance that was not public, by its convocation', () => {
  it('then its debates are not', async () => {
    const bureau = board({ affairs, convened: { body: 'CM', public: false } });
    const shown = await visible('session-board', bureau, reader('reader', bureau));
    expect(shown).toMatchObject({ state: { affairs: [{ debate: [] }, { debate: [] }] } });
  });
});

describe('given a séance that is not closed', () => {
  it('then the public sees neither it nor its acts, decided or not', async () => {
    const convened = board({ affairs, status: 'open' });
    expect(await visible('session-board', convened, reader('reader', convened))).toBeUndefined();
    const act = dossier({ sessionStatus: 'open' });
    expect(await visible('affair-dossier', act, reader('reader', convened))).toBeUndefined();
    const page = { items: [{ status: 'open', body: 'CM' }], next: null };
    expect(await visible('session-lines', page, reader('reader', convened))).toMatchObject({ items: [] });
    const lines = { items: [{ affair: 'a1', session: 's1', body: 'CM', outcome: 'adopted' }] };
    expect(await visible('affair-lines', lines, reader('reader', convened))).toEqual({ items: [] });
  });
});
