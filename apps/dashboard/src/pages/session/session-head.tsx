import type { SessionBoard } from '@registre/projections';
import {
  conductAddress,
  preparationAddress,
  roomScreenAddress,
  sessionAddress,
  sessionHistoryAddress,
  sessionsAddress,
} from '../../addresses';
import { useRights } from '../../api/may';
import { Badge } from '../../ui/badge';
import { Tabs } from '../../ui/tabs';
import { Trail } from '../../ui/trail';
import { statusWording } from '../../wording/sessions';
import styles from './session-head.module.css';
import { titleOfSession } from './session-title';

interface Props {
  readonly authority: string;
  readonly board: SessionBoard;
}

/** What names a séance, on each of its faces. */
export function SessionHead({ authority, board }: Props) {
  const { session, state } = board;
  const { label, tone } = statusWording(state.status);
  const underWay = state.status !== 'closed';
  const opening = 'POST /api/v1/:authority/sessions/:session/opening';
  const may = useRights(authority, state.convened?.body);
  const conducts = may(opening) && underWay;
  const prepares = may('GET /api/v1/:authority/sessions/:session/affairs') && underWay;
  return (
    <>
      <Trail steps={[{ name: 'Séances', href: sessionsAddress(authority) }]} />
      <header className={styles.head}>
        <h1>{titleOfSession(board)}</h1>
        <p>
          <Badge tone={tone}>{label}</Badge>
          {board.record !== null && (
            <span>
              {' '}
              importée de <code>{board.record}</code>
            </span>
          )}
        </p>
      </header>
      <Tabs
        label="Vues de la séance"
        tabs={[
          { name: 'La séance', href: sessionAddress(authority, session) },
          { name: 'Historique', href: sessionHistoryAddress(authority, session) },
          ...(prepares ? [{ name: 'Préparation', href: preparationAddress(authority, session) }] : []),
          ...(conducts ? [{ name: 'Conduite', href: conductAddress(authority, session) }] : []),
          ...(underWay ? [{ name: 'Écran de salle', href: roomScreenAddress(authority, session) }] : []),
        ]}
      />
    </>
  );
}
