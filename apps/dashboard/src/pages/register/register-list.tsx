import type { RegisterLine } from '@registre/projections';
import { useCallback, useMemo, useState } from 'react';
import type { RegisterFilter } from '../../api/client';
import { REGISTER_PAGE, useRegisterPages } from '../../api/queries';
import { useClocks } from '../../past/clocks';
import { LongTable } from '../../ui/long-table';
import { REGISTER_CAPTION, registerColumns } from './register-table';

interface Props {
  readonly authority: string;
  readonly filter: RegisterFilter;
  readonly total: number;
  /** The first page, which is there already. */
  readonly first: readonly RegisterLine[];
  readonly timezone: string;
}

/** All the lines, each page of them asked for when it comes near. */
export function RegisterList({ authority, filter, total, first, timezone }: Props) {
  const { effect } = useClocks();
  const columns = useMemo(() => registerColumns(authority, timezone, effect), [authority, timezone, effect]);
  const [near, setNear] = useState<readonly number[]>([0]);
  const pages = useRegisterPages(authority, filter, near);
  const look = useCallback((from: number, until: number) => {
    const wanted = pagesNear(from, until);
    setNear((before) => (before.join() === wanted.join() ? before : wanted));
  }, []);
  const rowAt = (index: number) => {
    const page = Math.floor(index / REGISTER_PAGE);
    return (pages.get(page) ?? (page === 0 ? first : undefined))?.[index % REGISTER_PAGE];
  };
  return (
    <>
      <LongTable caption={REGISTER_CAPTION} columns={columns} count={total} rowAt={rowAt} onLook={look} />
      <p className="on-paper">
        Seules les lignes proches de l’écran sont imprimées ici&nbsp;; la «&nbsp;version imprimable&nbsp;» les
        donne toutes.
      </p>
    </>
  );
}

/** Those that are looked at, and what half a page further may bring. */
function pagesNear(from: number, until: number): readonly number[] {
  const first = Math.max(0, Math.floor((from - REGISTER_PAGE / 2) / REGISTER_PAGE));
  const last = Math.floor((until + REGISTER_PAGE / 2) / REGISTER_PAGE);
  return Array.from({ length: last - first + 1 }, (_, place) => first + place);
}
