import { useLive, type Liveness } from '../api/live';
import styles from './live-sign.module.css';

const WORDS: Readonly<Record<Liveness, string | null>> = {
  connecting: null,
  live: 'en direct',
  offline: 'hors ligne',
  paused: null,
};

/** Follows the authority, and says discreetly whether it can. */
export function LiveSign({ authority }: { readonly authority: string }) {
  const liveness = useLive(authority);
  return (
    <p role="status" className={`${styles.sign} ${liveness === 'live' ? styles.live : ''}`}>
      {WORDS[liveness]}
    </p>
  );
}
