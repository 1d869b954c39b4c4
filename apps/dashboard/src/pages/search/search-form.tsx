import type { BodyView } from '@registre/projections';
import type { FormEvent } from 'react';
import { filterOf } from '../../api/address-filter';
import type { SearchFilter } from '../../api/client';
import { FilterField, FilterSelect } from '../../ui/filter-fields';
import filter from '../../ui/filter.module.css';
import { SUBJECTS, subjectWording } from '../../wording/subjects';
import { MEMBER_PARTS } from './member-parts';
import { SEARCH_NAMES } from './search-filter';
import styles from './search-form.module.css';

interface Props {
  readonly bodies: readonly BodyView[];
  readonly filter: SearchFilter;
  readonly onApply: (filter: SearchFilter) => void;
}

const OUTCOMES = [
  ['adopted', 'Adoptées'],
  ['rejected', 'Rejetées'],
  ['noted', 'Dont il est pris acte'],
] as const;

/** Words, and what narrows them. */
export function SearchForm({ bodies, filter: said, onApply }: Props) {
  const apply = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onApply(filterOf(event.currentTarget, SEARCH_NAMES));
  };
  const amount = { inputMode: 'decimal', size: 9, pattern: '[0-9\\s]*([.,][0-9]{1,2})?\\s*€?' } as const;
  return (
    <form
      key={JSON.stringify(said)}
      className={filter.filter}
      onSubmit={apply}
      role="search"
      aria-label="Rechercher dans les délibérations"
    >
      <div className={`${filter.row} ${styles.words}`}>
        <FilterField label="Mots, numéro ou montant" name="q" type="search" value={said.q} maxLength={300} />
        <button type="submit" className="button button-main">
          Rechercher
        </button>
      </div>
      <div className={`${filter.row} ${styles.criteria}`}>
        <FilterSelect
          label="Instance"
          name="body"
          all="Toutes"
          value={said.body}
          choices={bodies.map(({ key, name }) => [key, name])}
        />
        <FilterField label="Séances du" name="from" type="date" value={said.from} />
        <FilterField label="au" name="until" type="date" value={said.until} />
        <FilterSelect label="Résultat" name="outcome" all="Tous" value={said.outcome} choices={OUTCOMES} />
        <FilterSelect
          label="Matière"
          name="classification"
          all="Toutes"
          value={said.classification}
          choices={subjectChoices(said.classification)}
        />
        <FilterField label="Montant au moins (€)" name="amountFrom" value={said.amountFrom} {...amount} />
        <FilterField label="au plus (€)" name="amountUntil" value={said.amountUntil} {...amount} />
        <FilterSelect
          label="Élu"
          name="member"
          all="Indifférent"
          value={said.member}
          choices={memberChoices(bodies)}
        />
        <FilterSelect
          label="à titre de"
          name="memberAs"
          all="Tout titre"
          value={said.memberAs}
          choices={Object.entries(MEMBER_PARTS)}
        />
      </div>
    </form>
  );
}

const subjectChoices = (said: string | null) => {
  const headings = SUBJECTS.map(([code, name]) => [code, `${code}. ${name}`] as const);
  return said === null || SUBJECTS.some(([code]) => code === said)
    ? headings
    : [...headings, [said, subjectWording(said)] as const];
};

/** Those who sit now, in any body, by family name. */
function memberChoices(bodies: readonly BodyView[]): readonly (readonly [string, string])[] {
  const names = new Map(
    bodies.flatMap(({ seats }) =>
      seats.map(
        ({ ref, familyName, givenName }) => [ref, `${familyName} ${givenName ?? ''}`.trim()] as const,
      ),
    ),
  );
  return [...names].sort(([, one], [, other]) => one.localeCompare(other, 'fr'));
}
