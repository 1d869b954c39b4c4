import { Link } from 'wouter';
import { printableRegisterAddress } from '../../addresses';
import { registerFile, type RegisterFilter } from '../../api/client';
import { plural } from '../../wording/amounts';
import { inOrder } from './register-filter';
import styles from './register-tools.module.css';

interface Props {
  readonly authority: string;
  readonly filter: RegisterFilter;
  readonly total: number;
  /** What is shown is still the list before. */
  readonly awaited: boolean;
}

/** How many lines there are, and how to take them away. */
export function RegisterTools({ authority, filter, total, awaited }: Props) {
  return (
    <div className={styles.tools}>
      <p role="status">{awaited ? 'Chargement…' : plural(total, 'délibération')}</p>
      <ul className={styles.links}>
        <li>
          <a href={registerFile(authority, inOrder(filter))} download>
            Télécharger la liste (CSV)
          </a>
        </li>
        <li>
          <Link href={printableRegisterAddress(authority) + location.search}>Version imprimable</Link>
        </li>
      </ul>
    </div>
  );
}
