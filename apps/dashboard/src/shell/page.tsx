import type { Freshness } from '@registre/projections';
import { useEffect, type ReactNode } from 'react';
import { useAuthority } from '../api/queries';
import { PastBanner, PastBar } from '../past/past-bar';
import { MAIN_ID } from './arrival';
import { Footer } from './footer';
import { Halted } from './halted';
import { Header } from './header';
import { PaperHead } from './paper-head';
import { LiveSign } from './live-sign';
import styles from './page.module.css';

interface Props {
  readonly title: string;
  /** Null: a page of no authority. */
  readonly authority: string | null;
  /** Up to where what the page shows is true; undefined: not known yet, or nothing of the register is shown. */
  readonly freshness?: Freshness | null | undefined;
  /** Whether what is shown changes by itself as things happen. */
  readonly live?: boolean;
  readonly children: ReactNode;
}

export function Page({ title, authority, freshness, live = false, children }: Props) {
  useEffect(() => {
    document.title = `${title} – Registre des délibérations`;
  }, [title]);
  return (
    <div className={styles.page}>
      <a className={styles.skip} href={`#${MAIN_ID}`}>
        Aller au contenu
      </a>
      {authority === null ? <Header /> : <AuthorityHeader authority={authority} />}
      <PaperHead authority={authority} />
      <PastBanner />
      <main id={MAIN_ID} tabIndex={-1} className={styles.main}>
        <PastBar>{live && authority !== null && <LiveSign authority={authority} />}</PastBar>
        {freshness?.halted && authority !== null && (
          <HaltedHere authority={authority} halted={freshness.halted} />
        )}
        {children}
      </main>
      <AuthorityFooter authority={authority} freshness={freshness ?? null} />
    </div>
  );
}

function AuthorityHeader({ authority }: { readonly authority: string }) {
  const { data } = useAuthority(authority);
  return <Header authority={{ key: authority, name: data?.name ?? null }} />;
}

function HaltedHere({
  authority,
  halted,
}: {
  readonly authority: string;
  readonly halted: NonNullable<Freshness['halted']>;
}) {
  const { data } = useAuthority(authority);
  return <Halted halted={halted} timezone={data?.timezone ?? 'Europe/Paris'} />;
}

function AuthorityFooter({
  authority,
  freshness,
}: Required<Pick<Props, 'authority'>> & { freshness: Freshness | null }) {
  return authority === null || freshness === null ? (
    <Footer />
  ) : (
    <FreshFooter authority={authority} freshness={freshness} />
  );
}

function FreshFooter({
  authority,
  freshness,
}: {
  readonly authority: string;
  readonly freshness: Freshness;
}) {
  const { data } = useAuthority(authority);
  return <Footer freshness={freshness} timezone={data?.timezone ?? 'Europe/Paris'} />;
}
