import type { FormEvent } from 'react';
import { useLocation } from 'wouter';
import { searchAddress } from '../addresses';
import styles from './header-search.module.css';

/** From any page to what a word finds. */
export function HeaderSearch({ authority }: { readonly authority: string }) {
  const [path, navigate] = useLocation();
  // The page of the search has its own, larger one.
  if (path === searchAddress(authority)) return null;
  const search = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const words = new FormData(event.currentTarget).get('q');
    const query =
      typeof words === 'string' && words.trim() !== '' ? `?${new URLSearchParams({ q: words.trim() })}` : '';
    navigate(searchAddress(authority) + query);
  };
  return (
    <form role="search" aria-label="Rechercher" className={styles.search} onSubmit={search}>
      <input
        type="search"
        name="q"
        aria-label="Rechercher une délibération"
        placeholder="Rechercher…"
        maxLength={300}
      />
      <button type="submit">
        <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
          <circle cx="8.5" cy="8.5" r="5.5" />
          <path d="m13 13 5 5" />
        </svg>
        <span className="for-screen-readers">Rechercher</span>
      </button>
    </form>
  );
}
