import { Combobox } from '@base-ui/react/combobox';
import { useFaults } from './faults';
import { useId } from 'react';
import styles from './member-picker.module.css';

export interface Choosable {
  readonly ref: string;
  readonly name: string;
}

/** It closes what is open; it does not take away whom the clerk has chosen. */
const ESCAPE = 'escape-key';

interface Props {
  readonly label: string;
  /** Of the field in what is sent: what the register says of it stands beside it. */
  readonly name?: string | undefined;
  readonly members: readonly Choosable[];
  /** Refs. */
  readonly value: string | null;
  readonly onChange: (ref: string | null) => void;
}

/** One member, found by typing a part of the name. */
export function MemberPicker({ label, name: field, members, value, onChange }: Props) {
  const input = useId();
  const faults = useFaults(field);
  const chosen = members.find(({ ref }) => ref === value) ?? null;
  return (
    <div className={styles.field}>
      <label htmlFor={input}>{label}</label>
      <Combobox.Root
        items={members}
        value={chosen}
        onValueChange={(one: Choosable | null, { reason }) => {
          if (reason !== ESCAPE) onChange(one?.ref ?? null);
        }}
        itemToStringLabel={({ name }: Choosable) => name}
        isItemEqualToValue={(one: Choosable, other: Choosable) => one.ref === other.ref}
        autoHighlight
      >
        <Combobox.Input
          id={input}
          className={styles.input}
          placeholder="Nom…"
          {...described(input, faults)}
        />
        <Names />
      </Combobox.Root>
      <Faults id={input} faults={faults} />
    </div>
  );
}

const described = (input: string, faults: readonly string[]) =>
  faults.length === 0 ? {} : { 'aria-invalid': true as const, 'aria-describedby': `${input}-fault` };

function Faults({ id, faults }: { readonly id: string; readonly faults: readonly string[] }) {
  if (faults.length === 0) return null;
  return (
    <p id={`${id}-fault`} className={styles.fault}>
      {faults.join(' ')}
    </p>
  );
}

interface SeveralProps {
  readonly label: string;
  readonly name?: string | undefined;
  readonly members: readonly Choosable[];
  readonly value: readonly string[];
  readonly onChange: (refs: readonly string[]) => void;
}

/** Several members, each found by typing a part of the name; Backspace takes the last away. */
export function MembersPicker({ label, name: field, members, value, onChange }: SeveralProps) {
  const input = useId();
  const faults = useFaults(field);
  const chosen = members.filter(({ ref }) => value.includes(ref));
  return (
    <div className={styles.field}>
      <label htmlFor={input}>{label}</label>
      <Combobox.Root
        items={members}
        multiple
        value={chosen}
        onValueChange={(some: readonly Choosable[], { reason }) => {
          if (reason !== ESCAPE) onChange(some.map(({ ref }) => ref));
        }}
        itemToStringLabel={({ name }: Choosable) => name}
        isItemEqualToValue={(one: Choosable, other: Choosable) => one.ref === other.ref}
        autoHighlight
      >
        <Combobox.Chips className={styles.chips}>
          {chosen.map(({ ref, name }) => (
            <Combobox.Chip key={ref} className={styles.chip} aria-label={name}>
              {name}
              <Combobox.ChipRemove className={styles.remove} aria-label={`Retirer ${name}`}>
                ×
              </Combobox.ChipRemove>
            </Combobox.Chip>
          ))}
          <Combobox.Input
            id={input}
            className={styles.inside}
            placeholder="Nom…"
            {...described(input, faults)}
          />
        </Combobox.Chips>
        <Names />
      </Combobox.Root>
      <Faults id={input} faults={faults} />
    </div>
  );
}

function Names() {
  return (
    <Combobox.Portal>
      <Combobox.Positioner sideOffset={4} className={styles.positioner}>
        <Combobox.Popup className={styles.popup}>
          <Combobox.Empty className={styles.nobody}>Personne de ce nom.</Combobox.Empty>
          <Combobox.List>
            {(one: Choosable) => (
              <Combobox.Item key={one.ref} value={one} className={styles.item}>
                {one.name}
              </Combobox.Item>
            )}
          </Combobox.List>
        </Combobox.Popup>
      </Combobox.Positioner>
    </Combobox.Portal>
  );
}
