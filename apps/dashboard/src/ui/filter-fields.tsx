import { useId, type InputHTMLAttributes } from 'react';

interface SelectProps {
  readonly label: string;
  readonly name: string;
  /** What the choice of none is called. */
  readonly all: string;
  readonly value: string | null;
  readonly choices: readonly (readonly [value: string, label: string])[];
}

/** One criterion of a list, among a few. What an address asks for and the list does not know stays asked for. */
export function FilterSelect({ label, name, all, value, choices }: SelectProps) {
  const id = useId();
  const isKnown = value === null || choices.some(([one]) => one === value);
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <select id={id} name={name} defaultValue={value ?? ''}>
        <option value="">{all}</option>
        {!isKnown && <option value={value}>{value}</option>}
        {choices.map(([one, said]) => (
          <option key={one} value={one}>
            {said}
          </option>
        ))}
      </select>
    </div>
  );
}

interface FieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'defaultValue' | 'id'> {
  readonly label: string;
  readonly name: string;
  readonly value: string | null;
}

/** One criterion of a list, typed. */
export function FilterField({ label, value, ...input }: FieldProps) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <input id={id} autoComplete="off" defaultValue={value ?? ''} {...input} />
    </div>
  );
}
