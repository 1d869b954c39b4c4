import { Notice } from '../../ui/notice';
import { timeOfDay } from '../../wording/dates';
import { IfMay } from './if-may';
import { SESSION } from './routes';
import { useSeance } from './seance';

/** Since when the séance is suspended, and its resumption. */
export function Suspended() {
  const { state, record } = useSeance();
  const last = state.suspensions.at(-1);
  if (state.status !== 'open' || last === undefined || last.until !== null) return null;
  const { time } = last.from;
  const since = time === null ? '' : ` depuis ${timeOfDay(time)}`;
  return (
    <Notice tone="warning" title={`La séance est suspendue${since}`}>
      {last.reason !== null && <p>{last.reason}</p>}
      <IfMay route={`POST ${SESSION}/resumption`}>
        <button type="button" className="button" onClick={() => record(['resumption'], {}, 'la reprise')}>
          Reprendre la séance
        </button>
      </IfMay>
    </Notice>
  );
}
