import type { Moments } from '@registre/projections';
import { Link } from 'wouter';
import { compareAddress } from '../addresses';
import { useMay } from '../api/may';
import { useMoments } from '../api/queries';
import { DayField } from '../ui/field';
import { Loaded } from '../ui/loaded';
import { dateMedium, instantDay } from '../wording/dates';
import { useClocks, useSetClocks, type Clocks, type TimedPage } from './clocks';
import { localParts, momentWording, timeOf } from './instants';
import { MomentField } from './moment-field';
import styles from './past.module.css';
import { TimeSlider } from './time-slider';

interface Props {
  readonly page: TimedPage;
  readonly timezone: string;
}

/** The two clocks of a page: when the register knew it so, and on which day it is to be in effect. */
export default function TimeMachine({ page, timezone }: Props) {
  const moments = useMoments(page);
  const clocks = useClocks();
  const set = useSetClocks();
  return (
    <section aria-label="Machine à remonter le temps" className={styles.machine}>
      <Loaded query={moments} what="des moments du registre" part>
        {(known) => (
          <>
            <Known moments={known} timezone={timezone} known={clocks.known} set={set} />
            {(page.kind === 'register' || page.kind === 'affair') && (
              <Effect moments={known} timezone={timezone} effect={clocks.effect} set={set} />
            )}
            <ToCompare page={page} known={clocks.known} />
          </>
        )}
      </Loaded>
    </section>
  );
}

function ToCompare({ page, known }: { readonly page: TimedPage; readonly known: string | null }) {
  const { authority, kind, id } = page;
  const mayCompare = useMay(authority, 'GET /api/v1/:authority/register/changes');
  if (kind !== 'affair' && !(kind === 'register' && mayCompare)) return null;
  return (
    <p className={styles.compare}>
      <Link href={compareAddress(authority, { affaire: id, du: known })}>
        {kind === 'affair' ? 'Comparer deux moments de l’acte' : 'Comparer deux moments du registre'}
      </Link>
    </p>
  );
}

interface PartProps {
  readonly moments: Moments;
  readonly timezone: string;
  readonly set: (change: Partial<Clocks>) => void;
}

function Known({ moments, timezone, known, set }: PartProps & { readonly known: string | null }) {
  const marks = moments.marks.map(({ recordedAt }) => Date.parse(recordedAt ?? ''));
  const now = Date.parse(moments.last.recordedAt ?? '');
  const time = known === null ? now : (timeOf(known, timezone) ?? now);
  const here = marks.findLastIndex((mark) => mark <= time);
  const go = (at: number | undefined) => at !== undefined && set({ known: new Date(at).toISOString() });
  const first = marks[0];
  if (first === undefined) {
    return <p>Rien n’en est encore public&nbsp;: le registre n’a pas de passé à montrer ici.</p>;
  }
  return (
    <fieldset className={styles.clock}>
      <legend>Tel que connu le…</legend>
      <MomentField
        label="Jour"
        value={known}
        timezone={timezone}
        onChange={(moment) => set({ known: moment })}
      />
      <TimeSlider
        label="Tel que connu le"
        from={first}
        until={Math.max(now, first + 1)}
        value={time}
        marks={marks}
        wording={(at) => instantDay(new Date(at).toISOString(), timezone)}
        onChange={(at) => set({ known: at >= now ? null : new Date(at).toISOString() })}
      />
      <div className={styles.steps}>
        <button
          type="button"
          className="button"
          aria-disabled={here <= 0}
          onClick={() => here > 0 && go(marks[here - 1])}
        >
          Changement précédent
        </button>
        <button
          type="button"
          className="button"
          aria-disabled={known === null}
          onClick={() =>
            known !== null && (here + 1 < marks.length ? go(marks[here + 1]) : set({ known: null }))
          }
        >
          Changement suivant
        </button>
        <small>
          {known === null ? 'Aujourd’hui' : momentWording(known, timezone)}
          {here >= 0
            ? ` – changement ${here + 1} sur ${marks.length}`
            : ' – le registre n’en savait encore rien'}
        </small>
      </div>
    </fieldset>
  );
}

const dayTime = (day: string): number => Date.parse(`${day}T12:00:00Z`);
const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

function Effect({ moments, timezone, effect, set }: PartProps & { readonly effect: string | null }) {
  const { from, days } = moments.effect;
  const today = localParts(new Date().toISOString(), timezone).day;
  if (from === null) return null;
  const last = [today, ...days].toSorted().at(-1) ?? today;
  const day = effect ?? today;
  const before = days.findLast((one) => one < day);
  const after = days.find((one) => one > day);
  return (
    <fieldset className={styles.clock}>
      <legend>Tel qu’en vigueur le…</legend>
      <div className={styles.moment}>
        <DayField
          label="Jour"
          value={effect ?? ''}
          onChange={(next) => isYear(next) && set({ effect: next || null })}
        />
      </div>
      <TimeSlider
        label="Tel qu’en vigueur le"
        from={dayTime(from)}
        until={dayTime(last)}
        value={dayTime(day)}
        marks={days.map(dayTime)}
        wording={(at) => dateMedium(dayOf(at))}
        onChange={(at) => set({ effect: dayOf(at) })}
      />
      <div className={styles.steps}>
        {days.length > 0 && (
          <>
            <button
              type="button"
              className="button"
              aria-disabled={before === undefined}
              onClick={() => before !== undefined && set({ effect: before })}
            >
              Date précédente
            </button>
            <button
              type="button"
              className="button"
              aria-disabled={after === undefined}
              onClick={() => after !== undefined && set({ effect: after })}
            >
              Date suivante
            </button>
          </>
        )}
        <small>{effect === null ? 'Aucun jour n’est demandé' : `Le ${dateMedium(effect)}`}</small>
      </div>
    </fieldset>
  );
}

const isYear = (day: string): boolean => day === '' || day >= '1790';
