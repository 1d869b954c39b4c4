import { useMemo } from 'react';
import { useLocation, useSearchParams } from 'wouter';

/** The two clocks that a page is read by; null: now, and no day in particular. */
export interface Clocks {
  /** As it was known: a day (its end), an instant (ISO 8601, UTC), or an ordinal of the log. */
  readonly known: string | null;
  /** As in effect on that day. */
  readonly effect: string | null;
}

/** As the address calls them. */
export const CLOCK_NAMES: readonly string[] = ['connu', 'vigueur'];

export const NOW: Clocks = { known: null, effect: null };

/** What a page that can be read at another time is about; `id` null: the whole register. */
export interface TimedPage {
  readonly authority: string;
  readonly kind: 'register' | 'affair' | 'session' | 'member';
  readonly id: string | null;
}

const KIND = { affaires: 'affair', seances: 'session', elus: 'member' } as const;
const REGISTER = /^\/([a-z0-9]{2,40})(?:\/registre-imprimable)?\/?$/;
const PART = /^\/([a-z0-9]{2,40})\/(affaires|seances|elus)\/([^/]+)\/?$/;

/** What the page at an address is about; null: it is only ever of now. */
export function timedPage(path: string): TimedPage | null {
  const [, register] = REGISTER.exec(path) ?? [];
  if (register !== undefined) return { authority: register, kind: 'register', id: null };
  const [, authority, part, id] = PART.exec(path) ?? [];
  if (authority === undefined || id === undefined || id === 'nouvelle') return null;
  return { authority, kind: KIND[part as keyof typeof KIND], id: decodeURIComponent(id) };
}

/** The clocks in the address of a page that can be read at another time; on all others it is now. */
export function useClocks(): Clocks {
  const [path] = useLocation();
  const [search] = useSearchParams();
  const [known, effect] =
    timedPage(path) === null ? [null, null] : [search.get('connu'), search.get('vigueur')];
  return useMemo(() => ({ known, effect }), [known, effect]);
}

/** A filter of the register, asked at the time at which the page is read. */
export function useTimed<F extends object>(filter: F): F & ClockQuery {
  const { known, effect } = useClocks();
  return { ...filter, asKnownAt: known, inEffectAt: effect };
}

interface ClockQuery {
  readonly asKnownAt: string | null;
  readonly inEffectAt: string | null;
}

export const isNow = ({ known, effect }: Clocks): boolean => known === null && effect === null;

/** Sets the clocks in the address; moving a slider leaves one step in the browser's history, not hundreds. */
export function useSetClocks(): (change: Partial<Clocks>) => void {
  const [search, setSearch] = useSearchParams();
  return (change) => {
    const next = new URLSearchParams(search);
    put(next, 'connu', change.known);
    put(next, 'vigueur', change.effect);
    const isFirst = !search.has('connu') && !search.has('vigueur');
    setSearch(next, { replace: !isFirst });
  };
}

function put(search: URLSearchParams, name: string, value: string | null | undefined): void {
  if (value === undefined) return;
  if (value === null) search.delete(name);
  else search.set(name, value);
}

/** The same address at the time at which the page that it is on is read: who follows a link stays in the past. */
export function carried(href: string): string {
  const [here, there] = [timedPage(location.pathname), timedPage(href.split(/[?#]/, 1)[0] ?? '')];
  if (here === null || there === null || here.authority !== there.authority) return href;
  const now = new URLSearchParams(location.search);
  const [before = '', hash] = href.split('#', 2);
  const [path = '', query] = before.split('?', 2);
  if (path === location.pathname) return href;
  const next = new URLSearchParams(query);
  for (const clock of CLOCK_NAMES) {
    const at = now.get(clock);
    if (at !== null && !next.has(clock)) next.set(clock, at);
  }
  const search = next.toString();
  return `${path}${search === '' ? '' : `?${search}`}${hash === undefined ? '' : `#${hash}`}`;
}
