import { useId, type ReactNode } from 'react';
import { useFaults } from './faults';
import styles from './field.module.css';

/** What a control takes to be found under its label, with its hint and what is wrong with it. */
export interface Control {
  readonly id: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
}

interface Props {
  readonly label: string;
  readonly hint?: string | undefined;
  /** Of the field in what is sent: what the register says of it stands beside it. */
  readonly name?: string | undefined;
  readonly children: (control: Control) => ReactNode;
}

/** A control under its label. */
export function Field({ label, hint, name, children }: Props) {
  const id = useId();
  const faults = useFaults(name);
  const described = [hint !== undefined && `${id}-hint`, faults.length > 0 && `${id}-fault`].filter(Boolean);
  const control: Control = {
    id,
    ...(described.length === 0 ? {} : { 'aria-describedby': described.join(' ') }),
    ...(faults.length === 0 ? {} : { 'aria-invalid': true }),
  };
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children(control)}
      {hint !== undefined && <small id={`${id}-hint`}>{hint}</small>}
      {faults.length > 0 && (
        <p id={`${id}-fault`} className={styles.fault}>
          {faults.join(' ')}
        </p>
      )}
    </div>
  );
}

interface TextProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly name?: string | undefined;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly rows?: number;
  readonly required?: boolean;
}

export function TextField({ label, hint, name, value, onChange, rows, required = false }: TextProps) {
  return (
    <Field label={label} hint={hint} name={name}>
      {(control) =>
        rows === undefined ? (
          <input {...control} required={required} value={value} onChange={(e) => onChange(e.target.value)} />
        ) : (
          <textarea
            {...control}
            required={required}
            rows={rows}
            value={value}
            onChange={(e) => onChange(e.target.value)}
          />
        )
      }
    </Field>
  );
}

interface DayProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly name?: string | undefined;
  /** `YYYY-MM-DD`, or nothing where it is not known. */
  readonly value: string;
  readonly onChange: (day: string) => void;
}

export function DayField({ label, hint, name, value, onChange }: DayProps) {
  return (
    <Field label={label} hint={hint} name={name}>
      {(control) => (
        <input {...control} type="date" value={value} onChange={(e) => onChange(e.target.value)} />
      )}
    </Field>
  );
}

interface ChoiceProps<V extends string> {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly name?: string | undefined;
  readonly value: V | '';
  readonly choices: readonly { readonly value: V; readonly label: string }[];
  readonly onChange: (value: V | '') => void;
  /** What stands for « not known »; undefined: one of the choices must be taken. */
  readonly unknown?: string;
}

export function ChoiceField<V extends string>(props: ChoiceProps<V>) {
  const { label, hint, name, value, choices, onChange, unknown } = props;
  return (
    <Field label={label} hint={hint} name={name}>
      {(control) => (
        <select {...control} value={value} onChange={(e) => onChange(e.target.value as V | '')}>
          {unknown !== undefined && <option value="">{unknown}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface CountProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly name?: string | undefined;
  readonly value: string;
  readonly onChange: (digits: string) => void;
}

/** A count: digits, or nothing where it is not known. */
export function CountField({ label, hint, name, value, onChange }: CountProps) {
  return (
    <Field label={label} hint={hint} name={name}>
      {(control) => (
        <input
          {...control}
          className={styles.count}
          inputMode="numeric"
          autoComplete="off"
          value={value}
          onChange={(e) => onChange(e.target.value.replace(/\D/g, '').slice(0, 6))}
        />
      )}
    </Field>
  );
}

/** « 12 » → 12; nothing → null: not known. */
export const countIn = (digits: string): number | null => (digits === '' ? null : Number(digits));
