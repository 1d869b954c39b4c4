import type { BodyView } from '@registre/projections';
import { useId, type FormEvent } from 'react';
import type { RegisterFilter } from '../../api/client';
import styles from './register-filter-form.module.css';

interface Props {
  readonly bodies: readonly BodyView[];
  readonly filter: RegisterFilter;
  readonly onApply: (filter: RegisterFilter) => void;
}

/** Which part of the register is shown. */
export function RegisterFilterForm({ bodies, filter, onApply }: Props) {
  const id = useId();
  const apply = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    onApply({ body: textOf(data.get('body')), year: textOf(data.get('year')) });
  };
  return (
    <form className={styles.filter} onSubmit={apply} role="search" aria-label="Filtrer le registre">
      <div>
        <label htmlFor={`${id}-body`}>Instance</label>
        <select id={`${id}-body`} name="body" defaultValue={filter.body ?? ''}>
          <option value="">Toutes</option>
          {bodies.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor={`${id}-year`}>Année</label>
        <input
          id={`${id}-year`}
          name="year"
          inputMode="numeric"
          pattern="[0-9]{4}"
          title="Une année en quatre chiffres"
          maxLength={4}
          size={6}
          placeholder="Toutes"
          autoComplete="off"
          defaultValue={filter.year ?? ''}
        />
      </div>
      <button type="submit" className="button">
        Filtrer
      </button>
      {(filter.body !== null || filter.year !== null) && (
        <button type="button" className="button" onClick={() => onApply({ body: null, year: null })}>
          Tout afficher
        </button>
      )}
    </form>
  );
}

const textOf = (value: FormDataEntryValue | null): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
