import { Menu as Base } from '@base-ui/react/menu';
import type { ReactNode } from 'react';
import styles from './menu.module.css';

export interface MenuEntry {
  readonly label: string;
  readonly onChoose: () => void;
  /** Why it cannot be chosen now; undefined: it can. */
  readonly closed?: string | undefined;
}

interface Props {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  readonly children: ReactNode;
  /** In a grid, only one of whose cells is reached by the Tab key. */
  readonly tabIndex?: number;
}

export function Menu({ label, entries, children, tabIndex }: Props) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger className={`button ${styles.trigger}`} aria-label={label} tabIndex={tabIndex}>
        {children}
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={4} align="end" className={styles.positioner}>
          <Base.Popup className={styles.popup} aria-label={label}>
            {entries.map(({ label: said, onChoose, closed }) => (
              <Base.Item
                key={said}
                className={styles.item}
                disabled={closed !== undefined}
                onClick={onChoose}
              >
                {said}
                {closed !== undefined && <small> – {closed}</small>}
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
