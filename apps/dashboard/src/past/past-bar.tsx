import { lazy, Suspense, useState, type ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { compareAddress } from '../addresses';
import { useAuthority, useMoments } from '../api/queries';
import { Loading } from '../ui/loading';
import { dateMedium, instantDay } from '../wording/dates';
import { isNow, NOW, timedPage, useClocks, useSetClocks, type TimedPage } from './clocks';
import { localParts, momentWording } from './instants';
import styles from './past.module.css';

const TimeMachine = lazy(() => import('./time-machine'));

/** On a page that can be read at another time: what leads there. Beside it, what else stands at the head of the page. */
export function PastBar({ children }: { readonly children?: ReactNode }) {
  const [path] = useLocation();
  const page = timedPage(path);
  return page === null ? <>{children}</> : <Bar page={page}>{children}</Bar>;
}

function Bar({ page, children }: { readonly page: TimedPage; readonly children: ReactNode }) {
  const [open, setOpen] = useState(false);
  const timezone = useAuthority(page.authority).data?.timezone ?? 'Europe/Paris';
  return (
    <>
      <div className={styles.bar}>
        <div>{children}</div>
        {page.id !== null && <KnownSince page={page} timezone={timezone} />}
        <button type="button" className={styles.opener} aria-expanded={open} onClick={() => setOpen(!open)}>
          Machine à remonter le temps
        </button>
      </div>
      {open && (
        <Suspense fallback={<Loading what="de la machine à remonter le temps" />}>
          <TimeMachine page={page} timezone={timezone} />
        </Suspense>
      )}
    </>
  );
}

/** That a past came in only later: what is told of it before was not written when it happened. */
function KnownSince({ page, timezone }: { readonly page: TimedPage; readonly timezone: string }) {
  const { data } = useMoments(page);
  const [since, day] = [data?.first?.recordedAt ?? null, data?.effect.from ?? null];
  if (since === null || day === null || localParts(since, timezone).day <= day) return null;
  const isLater = Date.parse(since) - Date.parse(day) > LATER;
  return (
    <p className={styles.since}>
      Connu du registre depuis le {instantDay(since, timezone)}
      {isLater && <> – un passé importé ou saisi après coup, du {dateMedium(day)}</>}
    </p>
  );
}

/** From when on what a register learns is the past: more than two days, in milliseconds. */
const LATER = 2 * 86_400_000;

const READING: { readonly [kind in TimedPage['kind']]: string } = {
  register: 'Vous lisez le registre tel qu’il était connu',
  affair: 'Vous lisez cet acte tel qu’il était connu',
  session: 'Vous lisez cette séance telle qu’elle était connue',
  member: 'Vous lisez ce membre tel que le registre le connaissait',
};

/** Over a page of the past, always in sight: that it is not what the register says today. */
export function PastBanner() {
  const [path] = useLocation();
  const page = timedPage(path);
  const clocks = useClocks();
  const set = useSetClocks();
  return (
    <div role="status" className={styles.banner}>
      {page !== null && !isNow(clocks) && (
        <div className={styles.inside}>
          <Told page={page} />
          {clocks.known !== null && <CompareLink page={page} known={clocks.known} />}
          <button type="button" className="button" onClick={() => set(NOW)}>
            Revenir à aujourd’hui
          </button>
        </div>
      )}
    </div>
  );
}

function Told({ page }: { readonly page: TimedPage }) {
  const { known, effect } = useClocks();
  const timezone = useAuthority(page.authority).data?.timezone ?? 'Europe/Paris';
  const effective = effect === null ? null : `et ce qui était en vigueur le ${dateMedium(effect)}`;
  if (known === null) return <p>Vous lisez le registre d’aujourd’hui, {effective}.</p>;
  return (
    <p>
      {READING[page.kind]} <strong>{momentWording(known, timezone)}</strong>
      {effective !== null && <>, {effective}</>}. Les documents restent ceux d’aujourd’hui.
    </p>
  );
}

function CompareLink({ page, known }: { readonly page: TimedPage; readonly known: string }) {
  if (page.kind !== 'register' && page.kind !== 'affair') return null;
  const href = compareAddress(page.authority, { affaire: page.id, du: known });
  return <Link href={href}>Comparer avec aujourd’hui</Link>;
}
