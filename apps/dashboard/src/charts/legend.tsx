import { useId } from 'react';
import styles from './charts.module.css';
import { fillOf, LookPatterns, type Kind } from './looks';

/** What each colour and pattern stands for. */
export function Legend({ kinds }: { readonly kinds: readonly Kind[] }) {
  const id = useId();
  return (
    <ul className={styles.legend}>
      {kinds.map((kind) => (
        <li key={kind.key}>
          <svg width="18" height="14" viewBox="0 0 18 14" aria-hidden="true">
            <LookPatterns kinds={[kind]} id={id} />
            <rect
              className={styles.mark}
              x={1}
              y={1}
              width={16}
              height={12}
              fill={fillOf(kind.look, id)}
              stroke={`var(${kind.look.color})`}
            />
          </svg>
          {kind.label}
        </li>
      ))}
    </ul>
  );
}
