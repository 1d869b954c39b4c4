import type { Freshness } from '@registre/projections';
import { instantLong, zoneName } from '../wording/dates';
import styles from './footer.module.css';

interface Props {
  readonly freshness?: Freshness;
  readonly timezone?: string;
}

/** Up to which event what is shown is true. */
export function Footer({ freshness, timezone = 'Europe/Paris' }: Props) {
  return (
    <footer className={styles.footer}>
      <div className={styles.inside}>
        {freshness && (
          <p>
            {upTo(freshness, timezone)}{' '}
            {freshness.halted && (
              <strong className={styles.halted}>La lecture du journal est arrêtée.</strong>
            )}
          </p>
        )}
        <p>
          Le registre numérique est complémentaire : l’original reste sur papier.{' '}
          <a href="/api" className="not-on-paper">
            API
          </a>
        </p>
      </div>
    </footer>
  );
}

function upTo({ ordinal, recordedAt }: Freshness, timezone: string) {
  if (ordinal === null || recordedAt === null) return 'Aucun événement n’est encore enregistré.';
  return (
    <>
      Page exacte jusqu’à l’événement n°&nbsp;<strong>{ordinal}</strong>, enregistré le{' '}
      <time dateTime={recordedAt}>{instantLong(recordedAt, timezone)}</time> ({zoneName(timezone)}).
    </>
  );
}
