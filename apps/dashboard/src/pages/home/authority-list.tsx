import { Link } from 'wouter';
import { registerAddress } from '../../addresses';
import type { AuthorityLine } from '@registre/projections';
import styles from './authority-list.module.css';

export function AuthorityList({ authorities }: { readonly authorities: readonly AuthorityLine[] }) {
  return (
    <div className={styles.authorities}>
      <h1>Collectivités</h1>
      <p>Choisissez le registre à ouvrir.</p>
      <ul>
        {authorities.map(({ key, name }) => (
          <li key={key}>
            <Link href={registerAddress(key)}>{name ?? key}</Link>
            <code>{key}</code>
          </li>
        ))}
      </ul>
    </div>
  );
}
