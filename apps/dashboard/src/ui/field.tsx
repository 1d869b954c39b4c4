import { useId, type ReactNode } from 'react';
import styles from './field.module.css';

interface Props {
  readonly label: string;
  readonly hint?: string;
  /** The control, which takes this id and names its hint. */
  readonly children: (control: { readonly id: string; readonly 'aria-describedby'?: string }) => ReactNode;
}

/** A control under its label. */
export function Field({ label, hint, children }: Props) {
  const id = useId();
  const described = hint === undefined ? {} : { 'aria-describedby': `${id}-hint` };
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children({ id, ...described })}
      {hint !== undefined && <small id={`${id}-hint`}>{hint}</small>}
    </div>
  );
}

interface TextProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly rows?: number;
  readonly required?: boolean;
}

export function TextField({ label, hint, value, onChange, rows, required = false }: TextProps) {
  return (
    <Field label={label} {...(hint === undefined ? {} : { hint })}>
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

interface CountProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (digits: string) => void;
}

/** A count: digits, or nothing where it is not known. */
export function CountField({ label, value, onChange }: CountProps) {
  return (
    <Field label={label}>
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
