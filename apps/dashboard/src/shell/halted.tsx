import type { Freshness } from '@registre/projections';
import { Notice } from '../ui/notice';

/** What is shown is true, but only up to an event that the read model could not take in. */
export function Halted({ halted }: { readonly halted: NonNullable<Freshness['halted']> }) {
  return (
    <Notice tone="bad" title="Cette page n’est plus tenue à jour">
      <p>
        La lecture du journal s’est arrêtée avant l’événement n°&nbsp;{halted.ordinal} ({halted.type})&nbsp;:{' '}
        {halted.error}
      </p>
      <p>
        Rien n’est perdu&nbsp;: les événements suivants sont enregistrés, mais ils n’apparaissent pas ici.
        Prévenez la personne qui administre le registre (<code>npx registre doctor</code>).
      </p>
    </Notice>
  );
}
