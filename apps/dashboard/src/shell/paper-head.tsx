import { useEffect, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useAuthority } from '../api/queries';
import { instantLong } from '../wording/dates';
import styles from './paper-head.module.css';

/** Above a page on paper: whose register it is, when it was printed, and from which address. */
export function PaperHead({ authority }: { readonly authority: string | null }) {
  const [path] = useLocation();
  const search = useSearch();
  const at = usePrintedAt();
  const address = location.origin + path + (search === '' ? '' : `?${search}`);
  return (
    <div className={styles.head}>
      {authority !== null && <AuthorityName authority={authority} />}
      <p>
        Registre des délibérations – imprimé le{' '}
        {instantLong(at, Intl.DateTimeFormat().resolvedOptions().timeZone)}
        <br />
        {address}
      </p>
    </div>
  );
}

function AuthorityName({ authority }: { readonly authority: string }) {
  const { data } = useAuthority(authority);
  return <p className={styles.authority}>{data?.name ?? authority}</p>;
}

/** The moment at which the page is sent to paper; before that, when it was drawn. */
function usePrintedAt(): string {
  const [at, setAt] = useState(() => new Date().toISOString());
  useEffect(() => {
    const print = () => setAt(new Date().toISOString());
    addEventListener('beforeprint', print);
    return () => removeEventListener('beforeprint', print);
  }, []);
  return at;
}
