import type { HistoryBucket } from '@registre/projections';
import { useState, type KeyboardEvent } from 'react';
import { useHistorySummary } from '../../api/queries';
import { Loaded } from '../../ui/loaded';
import { plural } from '../../wording/amounts';
import { dateMedium, instantLong } from '../../wording/dates';
import { askedBy, type JournalFilter } from './journal-filter';
import styles from './journal.module.css';

export type Axis = 'recorded' | 'occurred';

interface Props {
  readonly authority: string;
  readonly filter: JournalFilter;
  readonly timezone: string;
  readonly axis: Axis;
  readonly onAxis: (axis: Axis) => void;
  readonly onPeriod: (filter: JournalFilter) => void;
}

/** How many events there were, part by part of the time; a part, or several in a row, can be taken as the period. */
export function Density({ authority, filter, timezone, axis, onAxis, onPeriod }: Props) {
  const summary = useHistorySummary(authority, { ...askedBy(filter), by: axis });
  const take = ({ from }: HistoryBucket, { until }: HistoryBucket) =>
    onPeriod(
      axis === 'recorded'
        ? { ...filter, 'appris-du': from, 'appris-au': until }
        : { ...filter, 'vrai-du': from, 'vrai-au': until },
    );
  return (
    <div className={styles.density}>
      <fieldset className={styles.axis}>
        <legend className="for-screen-readers">Ce que mesure la frise</legend>
        {(['recorded', 'occurred'] as const).map((one) => (
          <label key={one}>
            <input type="radio" name="axe" checked={axis === one} onChange={() => onAxis(one)} />{' '}
            {one === 'recorded' ? 'quand le registre l’a appris' : 'quand c’était vrai'}
          </label>
        ))}
      </fieldset>
      <Loaded query={summary} what="de la frise" part>
        {({ total, undated, buckets }) => (
          <>
            <p role="status">
              {total === 0 ? 'Aucun événement' : plural(total, 'événement')}
              {undated > 0 && `, dont ${undated.toLocaleString('fr-FR')} sans date`}
            </p>
            {buckets.length > 0 && (
              <Bars buckets={buckets} wording={(part) => periodWording(part, axis, timezone)} onTake={take} />
            )}
          </>
        )}
      </Loaded>
    </div>
  );
}

function periodWording({ from, until }: HistoryBucket, axis: Axis, timezone: string): string {
  if (axis === 'recorded') return `du ${instantLong(from, timezone)} au ${instantLong(until, timezone)}`;
  return from === until ? `le ${dateMedium(from)}` : `du ${dateMedium(from)} au ${dateMedium(until)}`;
}

interface BarsProps {
  readonly buckets: readonly HistoryBucket[];
  readonly wording: (part: HistoryBucket) => string;
  readonly onTake: (first: HistoryBucket, last: HistoryBucket) => void;
}

/** Bars of which one is in the order of the keys; arrows go along them, with the capital key they are taken together. */
function Bars({ buckets, wording, onTake }: BarsProps) {
  const [at, setAt] = useState(0);
  const [anchor, setAnchor] = useState<number | null>(null);
  const most = Math.max(...buckets.map(({ count }) => count));
  const place = Math.min(at, buckets.length - 1);
  const [low, high] = [Math.min(anchor ?? place, place), Math.max(anchor ?? place, place)];
  const takeSelected = () => {
    const [first, last] = [buckets[low], buckets[high]];
    if (first !== undefined && last !== undefined) onTake(first, last);
    setAnchor(null);
  };
  const press = (event: KeyboardEvent<HTMLButtonElement>) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = Math.min(Math.max(place + step, 0), buckets.length - 1);
    setAnchor(event.shiftKey ? (anchor ?? place) : null);
    setAt(next);
    (event.currentTarget.parentElement?.children[next] as HTMLElement | undefined)?.focus();
  };
  return (
    <>
      <div role="group" aria-label="Frise des événements" className={styles.bars}>
        {buckets.map((part, index) => (
          <button
            key={part.from}
            type="button"
            onKeyDown={press}
            tabIndex={index === place ? 0 : -1}
            data-taken={anchor !== null && index >= low && index <= high}
            aria-label={`${wording(part)}\u00a0: ${plural(part.count, 'événement')}`}
            title={`${wording(part)}\u00a0: ${plural(part.count, 'événement')}`}
            onPointerDown={(event) => {
              event.currentTarget.releasePointerCapture(event.pointerId);
              setAnchor(index);
              setAt(index);
            }}
            onPointerEnter={(event) => event.buttons === 1 && anchor !== null && setAt(index)}
            onClick={() => takeSelected()}
            onPointerUp={() => low !== high && takeSelected()}
          >
            <span style={{ height: `${heightOf(part.count, most)}%` }} />
          </button>
        ))}
      </div>
      <div className={styles.ends}>
        <span>{buckets[0] && wording(buckets[0])}</span>
        <span>{buckets.length > 1 && wording(buckets[buckets.length - 1] as HistoryBucket)}</span>
      </div>
      <p className={styles.hint}>
        Une barre choisie devient la période affichée&nbsp;; pour plusieurs, glissez ou tenez Maj avec les
        flèches.
      </p>
    </>
  );
}

/** In per cent; by the square root, so that a single event stays in sight beside an import. */
const heightOf = (count: number, most: number): number =>
  count === 0 ? 0 : Math.max(6, 100 * Math.sqrt(count / most));
