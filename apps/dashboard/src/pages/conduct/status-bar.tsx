import type { Span } from '@registre/deliberation';
import { Link } from 'wouter';
import { roomScreenAddress, sessionAddress } from '../../addresses';
import { Badge } from '../../ui/badge';
import { Menu, type MenuEntry } from '../../ui/menu';
import { titleOfSession } from '../session/session-title';
import { statusWording } from '../../wording/sessions';
import { ACTS } from './acts/acts';
import type { Asked } from './acts/asked';
import { QuorumGauge } from './quorum-gauge';
import { SESSION } from './routes';
import { useSeance } from './seance';
import styles from './conduct.module.css';

/** Always in sight: which séance, how it stands, the quorum, what can be done with the whole of it. */
export function StatusBar() {
  const { authority, board, state } = useSeance();
  const { label, tone } = statusWording(state.status);
  return (
    <div className={styles.bar}>
      <div>
        <h1>{titleOfSession(board)}</h1>
        <p>
          <Badge tone={tone}>{label}</Badge>{' '}
          {isGoingOn(state.suspensions) && <Badge tone="bad">Suspendue</Badge>}{' '}
          {isGoingOn(state.closedDoors) && <Badge tone="bad">Huis clos</Badge>}{' '}
          {state.convened?.secondConvocation === true && <Badge tone="neutral">Seconde convocation</Badge>}{' '}
          {state.urgency?.confirmed === true && <Badge tone="neutral">Urgence admise</Badge>}
          {state.urgency?.confirmed === false && <Badge tone="bad">Urgence refusée</Badge>}
        </p>
      </div>
      <QuorumGauge quorum={board.now.quorum} />
      <div className={styles.acts}>
        {state.status === 'open' && <SeanceMenu />}
        <Link className="button" href={roomScreenAddress(authority, board.session)}>
          Écran de salle
        </Link>
        <Link className="button" href={sessionAddress(authority, board.session)}>
          Page de la séance
        </Link>
      </div>
    </div>
  );
}

const isGoingOn = (spans: readonly Span[]): boolean => spans.at(-1)?.until === null;

function SeanceMenu() {
  const { state, record, may, ask } = useSeance();
  const asks = (label: string, asked: Asked): MenuEntry[] =>
    may(ACTS[asked.act].route) ? [{ label, onChoose: () => ask(asked) }] : [];
  const resumes: MenuEntry[] = may(`POST ${SESSION}/resumption`)
    ? [{ label: 'Reprendre la séance', onChoose: () => record(['resumption'], {}, 'la reprise') }]
    : [];
  const reopens: MenuEntry[] = may(`POST ${SESSION}/closed-doors/end`)
    ? [
        {
          label: 'Rouvrir au public',
          onChoose: () => record(['closed-doors', 'end'], {}, 'la fin du huis clos'),
        },
      ]
    : [];
  const claimed = state.convened?.urgency != null && state.urgency === null;
  const entries: readonly MenuEntry[] = [
    ...asks('Désigner qui préside…', { act: 'chair' }),
    ...asks('Désigner un secrétaire…', { act: 'secretary' }),
    ...(claimed ? asks('L’assemblée se prononce sur l’urgence…', { act: 'urgency' }) : []),
    ...(isGoingOn(state.suspensions) ? resumes : asks('Suspendre la séance…', { act: 'suspension' })),
    ...(isGoingOn(state.closedDoors) ? reopens : asks('Huis clos…', { act: 'closed-doors' })),
    ...asks('Installer un nouveau membre…', { act: 'installation' }),
    ...asks('Ajouter une affaire…', { act: 'new-affair' }),
    ...asks('Clore la séance…', { act: 'closing' }),
  ];
  if (entries.length === 0) return null;
  return (
    <Menu label="Actes de la séance" entries={entries}>
      Séance ▾
    </Menu>
  );
}
