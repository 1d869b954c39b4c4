import { useId, type FormEvent } from 'react';
import styles from './filter-form.module.css';

export interface FilterChoice {
  readonly name: string;
  readonly label: string;
  /** Null: all. */
  readonly value: string | null;
  readonly options: readonly (readonly [value: string, label: string])[];
}

type Chosen = { readonly [name: string]: string | null };

interface Props {
  readonly label: string;
  readonly choices: readonly FilterChoice[];
  readonly onApply: (chosen: Chosen) => void;
}

/** Which part of the register is shown, chosen from what there is. */
export function FilterForm({ label, choices, onApply }: Props) {
  const apply = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    onApply(Object.fromEntries(choices.map(({ name }) => [name, textOf(data.get(name))])));
  };
  const none = () => onApply(Object.fromEntries(choices.map(({ name }) => [name, null])));
  return (
    <form className={styles.filter} onSubmit={apply} role="search" aria-label={label}>
      {choices.map((choice) => (
        <Choice key={choice.name} choice={choice} />
      ))}
      <button type="submit" className="button">
        Filtrer
      </button>
      {choices.some(({ value }) => value !== null) && (
        <button type="button" className="button" onClick={none}>
          Tout afficher
        </button>
      )}
    </form>
  );
}

function Choice({ choice: { name, label, value, options } }: { readonly choice: FilterChoice }) {
  const id = useId();
  const isListed = value === null || options.some(([one]) => one === value);
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <select id={id} name={name} defaultValue={value ?? ''}>
        <option value="">Toutes</option>
        {!isListed && <option value={value}>{value}</option>}
        {options.map(([one, shown]) => (
          <option key={one} value={one}>
            {shown}
          </option>
        ))}
      </select>
    </div>
  );
}

const textOf = (value: FormDataEntryValue | null): string | null =>
  typeof value === 'string' && value !== '' ? value : null;
