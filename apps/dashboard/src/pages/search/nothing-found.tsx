import type { SearchFilter } from '../../api/client';
import { Empty } from '../../ui/empty';

/** Before anything was typed. */
export function NothingAsked() {
  return (
    <Empty title="Que cherchez-vous ?">
      <p>
        Tous les mots doivent se trouver dans l’objet, le numéro, les noms, le dispositif ou le rapport.
        Accents, majuscules et pluriels ne comptent pas&nbsp;; le dernier mot peut être inachevé.
      </p>
      <p>
        Par exemple&nbsp;: «&nbsp;subvention école&nbsp;», «&nbsp;75 000&nbsp;», ou un numéro de délibération.
      </p>
    </Empty>
  );
}

interface Props {
  readonly filter: SearchFilter;
  readonly apply: (filter: SearchFilter) => void;
}

/** What may be tried instead. */
export function NothingFound({ filter, apply }: Props) {
  const words = filter.q?.split(/\s+/) ?? [];
  const { q, ...criteria } = filter;
  const narrowed = Object.values(criteria).some((value) => value !== null);
  const wider = Object.fromEntries(Object.keys(filter).map((name) => [name, name === 'q' ? q : null]));
  return (
    <Empty title="Aucune délibération ne répond">
      {words.length > 1 && (
        <>
          <p>Tous les mots doivent s’y trouver. Avec un mot de moins&nbsp;:</p>
          <p>
            {words.map((word, place) => (
              <button
                key={place}
                type="button"
                className="button"
                onClick={() => apply({ ...filter, q: words.toSpliced(place, 1).join(' ') })}
              >
                sans «&nbsp;{word}&nbsp;»
              </button>
            ))}
          </p>
        </>
      )}
      {narrowed && (
        <p>
          <button type="button" className="button" onClick={() => apply(wider as unknown as SearchFilter)}>
            {q === null ? 'Retirer tous les critères' : 'Chercher ces mots sans les critères'}
          </button>
        </p>
      )}
      {words.length === 1 && !narrowed && (
        <p>Essayez le début du mot, un mot voisin, ou le numéro de la délibération.</p>
      )}
    </Empty>
  );
}
