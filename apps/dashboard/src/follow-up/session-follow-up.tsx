import { lazy, Suspense } from 'react';
import type { SessionDeed } from '../addresses';
import { useRights } from '../api/may';
import form from '../ui/form.module.css';
import { useAsked } from './asked';
import { SESSION_DEED_WORDS } from './deeds';
import type { OfClosedSession } from './of-session';
import styles from './follow-up.module.css';

const SessionDialog = lazy(() => import('./session-dialog'));

/** What is still to be done after a séance, for those who may: each opens its form. */
export function SessionFollowUp({ authority, board, members }: OfClosedSession) {
  const { list, minutes, convened } = board.state;
  const may = useRights(authority, convened?.body);
  const session = 'POST /api/v1/:authority/sessions/:session';
  const deeds: readonly (readonly [boolean, SessionDeed])[] = [
    [list === null && may(`${session}/list`), 'liste'],
    [minutes.settled === null && may(`${session}/minutes`), 'proces-verbal'],
    [minutes.published === null && may(`${session}/minutes/publication`), 'proces-verbal-en-ligne'],
  ];
  const open = deeds.flatMap(([is, deed]) => (is ? [deed] : []));
  const { asked, ask, close } = useAsked(open);
  if (open.length === 0) return null;
  return (
    <div className={`${form.row} ${styles.deeds}`}>
      {open.map((deed) => (
        <button key={deed} type="button" className="button" onClick={() => ask(deed)}>
          {SESSION_DEED_WORDS[deed]}…
        </button>
      ))}
      {asked !== null && (
        <Suspense>
          <SessionDialog
            authority={authority}
            board={board}
            members={members}
            deed={asked}
            done={() => close(asked)}
          />
        </Suspense>
      )}
    </div>
  );
}
