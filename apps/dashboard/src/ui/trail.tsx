import { Link } from 'wouter';
import styles from './trail.module.css';

interface Props {
  readonly steps: readonly { readonly name: string; readonly href: string }[];
}

export function Trail({ steps }: Props) {
  return (
    <nav aria-label="Fil d’Ariane" className={styles.trail}>
      <ol>
        {steps.map(({ name, href }) => (
          <li key={href}>
            <Link href={href}>{name}</Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
