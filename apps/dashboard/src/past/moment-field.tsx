import { Field } from '../ui/field';
import { instantAt, isDay, localParts } from './instants';
import styles from './past.module.css';

interface Props {
  readonly label: string;
  readonly hint?: string;
  /** A day, an instant or an ordinal; null: none. */
  readonly value: string | null;
  readonly timezone: string;
  readonly onChange: (moment: string | null) => void;
}

/** The years that a day may be of: a year that is still being typed is none. */
const FIRST_YEAR = '1790';

/** A moment: a day, whose end is meant, and the time of day where it matters. */
export function MomentField({ label, hint, value, timezone, onChange }: Props) {
  const { day, time } = partsOf(value, timezone);
  const change = (nextDay: string, nextTime: string) => {
    if (nextDay === '') onChange(null);
    else if (nextDay >= FIRST_YEAR) {
      onChange(nextTime === '' ? nextDay : instantAt(nextDay, nextTime, timezone));
    }
  };
  return (
    <div className={styles.moment}>
      <Field label={label} hint={hint}>
        {(control) => (
          <input {...control} type="date" value={day} onChange={(e) => change(e.target.value, time)} />
        )}
      </Field>
      <Field label="Heure">
        {(control) => (
          <input
            {...control}
            type="time"
            value={time}
            disabled={day === ''}
            onChange={(e) => change(day, e.target.value)}
          />
        )}
      </Field>
    </div>
  );
}

function partsOf(value: string | null, timezone: string) {
  if (value === null || Number.isNaN(Date.parse(value))) return { day: '', time: '' };
  return isDay(value) ? { day: value, time: '' } : localParts(value, timezone);
}
