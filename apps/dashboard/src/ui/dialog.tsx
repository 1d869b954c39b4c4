import { Dialog as Base } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';
import styles from './dialog.module.css';

interface Props {
  readonly open: boolean;
  readonly title: string;
  /** Escape, or a press outside. */
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A question that must be settled first: it takes the keyboard, and gives it back. */
export function Dialog({ open, title, onClose, children }: Props) {
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Backdrop className={styles.backdrop} />
        <Base.Popup className={styles.popup}>
          <Base.Title className={styles.title}>{title}</Base.Title>
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
