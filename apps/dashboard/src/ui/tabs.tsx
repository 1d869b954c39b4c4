import { Link, useLocation } from 'wouter';
import styles from './tabs.module.css';

interface Props {
  readonly label: string;
  readonly tabs: readonly { readonly name: string; readonly href: string }[];
}

/** The faces of one thing, each at its own address. */
export function Tabs({ label, tabs }: Props) {
  const [path] = useLocation();
  return (
    <nav aria-label={label} className={styles.tabs}>
      <ul>
        {tabs.map(({ name, href }) => (
          <li key={href}>
            <Link href={href} aria-current={path === href ? 'page' : undefined}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
