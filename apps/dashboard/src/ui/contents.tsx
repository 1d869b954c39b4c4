import styles from './contents.module.css';

export interface Part {
  readonly id: string;
  readonly title: string;
}

/** The parts of a long page: always at hand where there is room for it. */
export function Contents({ parts }: { readonly parts: readonly Part[] }) {
  return (
    <nav aria-label="Sommaire" className={styles.contents}>
      <ul>
        {parts.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
