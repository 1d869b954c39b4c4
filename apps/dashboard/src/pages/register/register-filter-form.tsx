import type { BodyView } from '@registre/projections';
import type { FormEvent } from 'react';
import { filterOf } from '../../api/address-filter';
import type { RegisterFilter } from '../../api/client';
import { FilterField, FilterSelect } from '../../ui/filter-fields';
import filter from '../../ui/filter.module.css';
import { FATES } from '../../wording/fates';
import { REGISTER_NAMES, narrowing } from './register-filter';

interface Props {
  readonly bodies: readonly BodyView[];
  readonly filter: RegisterFilter;
  readonly onApply: (filter: RegisterFilter) => void;
}

const YES_OR_NO = [
  ['yes', 'Oui'],
  ['no', 'Non'],
] as const;
const OUTCOMES = [
  ['adopted', 'Adoptées'],
  ['rejected', 'Rejetées'],
  ['noted', 'Dont il est pris acte'],
] as const;
const ORDERS = [
  ['register', 'Ordre du registre'],
  ['number', 'Par numéro'],
] as const;

const NOTHING = Object.fromEntries(
  Object.keys(REGISTER_NAMES).map((name) => [name, null]),
) as unknown as RegisterFilter;

/** Which part of the register is shown, and in which order. */
export function RegisterFilterForm({ bodies, filter: said, onApply }: Props) {
  const apply = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onApply(filterOf(event.currentTarget, REGISTER_NAMES));
  };
  const isSaid = narrowing(said) + (said.order === null ? 0 : 1) > 0;
  return (
    <form
      // What the address says is what the form shows, also after going back.
      key={JSON.stringify(said)}
      className={filter.filter}
      onSubmit={apply}
      role="search"
      aria-label="Filtrer le registre"
    >
      <div className={filter.row}>
        <FirstCriteria bodies={bodies} filter={said} />
        <button type="submit" className="button">
          Filtrer
        </button>
        {isSaid && (
          <button type="button" className="button" onClick={() => onApply(NOTHING)}>
            Tout afficher
          </button>
        )}
      </div>
      <FurtherCriteria filter={said} />
    </form>
  );
}

function FirstCriteria({ bodies, filter: said }: Pick<Props, 'bodies' | 'filter'>) {
  return (
    <>
      <FilterSelect
        label="Instance"
        name="body"
        all="Toutes"
        value={said.body}
        choices={bodies.map(({ key, name }) => [key, name])}
      />
      <FilterField
        label="Année"
        name="year"
        value={said.year}
        inputMode="numeric"
        pattern="[0-9]{4}"
        title="Une année en quatre chiffres"
        maxLength={4}
        size={6}
        placeholder="Toutes"
      />
      <FilterSelect label="Résultat" name="outcome" all="Tous" value={said.outcome} choices={OUTCOMES} />
      <FilterSelect
        label="Ordre"
        name="order"
        all="Les plus récentes d’abord"
        value={said.order}
        choices={ORDERS}
      />
    </>
  );
}

function FurtherCriteria({ filter: said }: Pick<Props, 'filter'>) {
  const further = [said.from, said.until, said.certified, said.irregular, said.fate].filter(Boolean).length;
  const fates = [
    ['any', 'Corrigé ou défait'],
    ['none', 'Aucune enregistrée'],
    ...Object.entries(FATES),
  ] as const;
  return (
    <details className={filter.further} open={further > 0}>
      <summary>Autres critères{further > 0 && ` (${further})`}</summary>
      <div className={filter.row}>
        <FilterField label="Séances du" name="from" type="date" value={said.from} />
        <FilterField label="au" name="until" type="date" value={said.until} />
        <FilterSelect
          label="Extrait certifié"
          name="certified"
          all="Indifférent"
          value={said.certified}
          choices={YES_OR_NO}
        />
        <FilterSelect
          label="Irrégularité enregistrée"
          name="irregular"
          all="Indifférent"
          value={said.irregular}
          choices={YES_OR_NO}
        />
        <FilterSelect
          label="Suites de l’acte"
          name="fate"
          all="Indifférentes"
          value={said.fate}
          choices={fates}
        />
      </div>
    </details>
  );
}
