import type { ReactNode } from 'react';
import { ACTS } from './acts/acts';
import type { Asked } from './acts/asked';
import { useSeance } from './seance';

interface Props {
  readonly asked: Asked;
  /** Where what is written on it does not say it all. */
  readonly label?: string;
  readonly small?: boolean;
  readonly children: ReactNode;
}

/** Opens the form of an act, for those who may. */
export function AskButton({ asked, label, small = false, children }: Props) {
  const { may, ask } = useSeance();
  if (!may(ACTS[asked.act].route)) return null;
  return (
    <button
      type="button"
      className={small ? 'button button-small' : 'button'}
      aria-label={label}
      onClick={() => ask(asked)}
    >
      {children}
    </button>
  );
}
