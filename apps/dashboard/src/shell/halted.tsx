import type { Freshness } from '@registre/projections';
import { Notice } from '../ui/notice';
import { instantLong } from '../wording/dates';
import { readModelWording } from '../wording/read-models';

interface Props {
  readonly halted: NonNullable<Freshness['halted']>;
  readonly timezone: string;
}

/** What is shown is true, but only up to an event that the read model could not take in. */
export function Halted({ halted, timezone }: Props) {
  const { name, missing } = readModelWording(halted.model);
  return (
    <Notice tone="bad" title={`Cette page n’est plus tenue à jour\u00a0: ${name}`}>
      <p>
        Elle est exacte jusqu’à l’événement n°&nbsp;{halted.ordinal - 1}. Depuis l’événement n°&nbsp;
        {halted.ordinal}, enregistré le{' '}
        <time dateTime={halted.recordedAt}>{instantLong(halted.recordedAt, timezone)}</time>, {missing}
      </p>
      <p>
        Rien n’est perdu&nbsp;: ce qui s’est passé depuis est enregistré, et les autres pages en tiennent
        compte. Prévenez la personne qui administre le registre (<code>npx registre doctor</code>).
      </p>
      <details>
        <summary>Pour la personne qui administre le registre</summary>
        <p>
          La vue <code>{halted.model}</code> s’est arrêtée avant un événement <code>{halted.type}</code>
          &nbsp;: {halted.error}. Une fois la cause corrigée, <code>npx registre replay</code> la reconstruit,
          telle que si elle ne s’était jamais arrêtée.
        </p>
      </details>
    </Notice>
  );
}
