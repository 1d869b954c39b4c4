import type { SessionBoard } from '@registre/projections';
import {
  conductAddress,
  roomScreenAddress,
  sessionAddress,
  sessionHistoryAddress,
  sessionsAddress,
} from '../../addresses';
import { useMayWrite } from '../../api/queries';
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
  const { label, tone } = statusWording(board.state.status);
  const atWork = useMayWrite(authority) && board.state.status !== 'closed';
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
          { name: 'La séance', href: sessionAddress(authority, board.session) },
          { name: 'Historique', href: sessionHistoryAddress(authority, board.session) },
          ...(atWork ? [{ name: 'Conduite', href: conductAddress(authority, board.session) }] : []),
          ...(atWork ? [{ name: 'Écran de salle', href: roomScreenAddress(authority, board.session) }] : []),
        ]}
      />
    </>
  );
}
