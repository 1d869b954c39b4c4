import { useEffect, useState } from 'react';
import styles from './past.module.css';

interface Props {
  readonly label: string;
  /** In milliseconds. */
  readonly from: number;
  readonly until: number;
  readonly value: number;
  /** Where something changed. */
  readonly marks: readonly number[];
  readonly wording: (time: number) => string;
  readonly onChange: (time: number) => void;
}

const STEPS = 1_000;
/** How long the slider must rest before what it shows is asked for, in milliseconds. */
const REST = 250;

/** A span of time to move along, with a mark for each change. */
export function TimeSlider({ label, from, until, value, marks, wording, onChange }: Props) {
  const [moving, setMoving] = useState<number | null>(null);
  const length = Math.max(1, until - from);
  const placeOf = (time: number) => Math.min(Math.max((time - from) / length, 0), 1);
  const timeAt = (step: number) => from + Math.round((step / STEPS) * length);
  useEffect(() => {
    if (moving === null) return;
    const rest = setTimeout(() => {
      setMoving(null);
      onChange(timeAt(moving));
    }, REST);
    return () => clearTimeout(rest);
  });
  const step = moving ?? Math.round(placeOf(value) * STEPS);
  return (
    <div className={styles.slider}>
      <div className={styles.marks} aria-hidden="true">
        {marks.map((mark, index) => (
          <span key={index} style={{ left: `${100 * placeOf(mark)}%` }} />
        ))}
      </div>
      <input
        type="range"
        aria-label={label}
        aria-valuetext={wording(moving === null ? value : timeAt(moving))}
        min={0}
        max={STEPS}
        value={step}
        onChange={(event) => setMoving(Number(event.target.value))}
      />
      <div className={styles.ends} aria-hidden="true">
        <span>{wording(from)}</span>
        <span>{wording(until)}</span>
      </div>
    </div>
  );
}
