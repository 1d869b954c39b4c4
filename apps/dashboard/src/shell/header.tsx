import { Link, useLocation } from 'wouter';
import {
  bodiesAddress,
  compareAddress,
  delaysAddress,
  figuresAddress,
  journalAddress,
  membersAddress,
  registerAddress,
  sessionsAddress,
} from '../addresses';
import { useMay } from '../api/may';
import { HeaderSearch } from './header-search';
import styles from './header.module.css';
import { Mark } from './mark';
import { Visitor } from './visitor';

interface Props {
  readonly authority?: { readonly key: string; readonly name: string | null };
}

export function Header({ authority }: Props) {
  return (
    <header className={styles.header}>
      <div className={styles.inside}>
        <Link href="/" className={styles.brand}>
          <Mark />
          <span>Registre</span>
          <span className="for-screen-readers"> des délibérations, accueil</span>
        </Link>
        {authority && (
          <>
            <Link href={registerAddress(authority.key)} className={styles.authority}>
              {authority.name ?? authority.key}
            </Link>
            <Sections authority={authority.key} />
            <HeaderSearch authority={authority.key} />
          </>
        )}
        <Visitor />
      </div>
    </header>
  );
}

function Sections({ authority }: { readonly authority: string }) {
  const [path] = useLocation();
  const ofSessions = path.startsWith(sessionsAddress(authority));
  const ofDelays = path === delaysAddress(authority);
  const ofBodies = path.startsWith(bodiesAddress(authority));
  const ofJournal = path === journalAddress(authority) || path === compareAddress(authority);
  const audits = useMay(authority, 'GET /api/v1/:authority/events');
  const isAsked = useMay(authority, 'GET /api/v1/:authority/delays');
  const prepares = useMay(authority, 'POST /api/v1/:authority/bodies/:body/members');
  const ofFigures = path === figuresAddress(authority) || path.startsWith(membersAddress(authority));
  return (
    <nav aria-label="Rubriques" className={styles.sections}>
      <ul>
        <li>
          <Link
            href={registerAddress(authority)}
            aria-current={ofSessions || ofDelays || ofBodies || ofFigures || ofJournal ? undefined : 'true'}
          >
            Délibérations
          </Link>
        </li>
        <li>
          <Link href={sessionsAddress(authority)} aria-current={ofSessions ? 'true' : undefined}>
            Séances
          </Link>
        </li>
        <li>
          <Link href={figuresAddress(authority)} aria-current={ofFigures ? 'true' : undefined}>
            Chiffres
          </Link>
        </li>
        {isAsked && (
          <li>
            <Link href={delaysAddress(authority)} aria-current={ofDelays ? 'true' : undefined}>
              À faire
            </Link>
          </li>
        )}
        {audits && (
          <li>
            <Link href={journalAddress(authority)} aria-current={ofJournal ? 'true' : undefined}>
              Journal
            </Link>
          </li>
        )}
        {prepares && (
          <li>
            <Link href={bodiesAddress(authority)} aria-current={ofBodies ? 'true' : undefined}>
              Instances
            </Link>
          </li>
        )}
      </ul>
    </nav>
  );
}
