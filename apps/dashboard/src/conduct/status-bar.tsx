import { useState } from 'react';
import { Link } from 'wouter';
import { roomScreenAddress, sessionAddress } from '../addresses';
import { Badge } from '../ui/badge';
import { Dialog } from '../ui/dialog';
import { TextField } from '../ui/field';
import { MemberPicker } from '../ui/member-picker';
import { Menu, type MenuEntry } from '../ui/menu';
import { titleOfSession } from '../pages/session/session-title';
import { statusWording } from '../wording/sessions';
import { QuorumGauge } from './quorum-gauge';
import { useSeance } from './seance';
import styles from './conduct.module.css';

type Asked = 'chair' | 'secretary' | 'suspension' | 'closed-doors' | 'closing' | null;

/** Always in sight: which séance, how it stands, the quorum, what can be done with the whole of it. */
export function StatusBar() {
  const { authority, board, state, name } = useSeance();
  const [asked, ask] = useState<Asked>(null);
  const { label, tone } = statusWording(state.status);
  const suspended = isGoingOn(state.suspensions);
  return (
    <div className={styles.bar}>
      <div>
        <h1>{titleOfSession(board)}</h1>
        <p>
          <Badge tone={tone}>{label}</Badge> {suspended && <Badge tone="bad">Suspendue</Badge>}{' '}
          {isGoingOn(state.closedDoors) && <Badge tone="bad">Huis clos</Badge>}{' '}
          <small>
            Présidence&nbsp;: {state.chair === null ? 'personne' : name(state.chair)} – secrétaire&nbsp;:{' '}
            {state.secretaries?.map(name).join(', ') || 'personne'}
          </small>
        </p>
      </div>
      <QuorumGauge quorum={board.now.quorum} />
      <div className={styles.acts}>
        {state.status === 'open' && <SeanceMenu ask={ask} />}
        <Link className="button" href={roomScreenAddress(authority, board.session)}>
          Écran de salle
        </Link>
        <Link className="button" href={sessionAddress(authority, board.session)}>
          Page de la séance
        </Link>
      </div>
      <Asking asked={asked} done={() => ask(null)} />
    </div>
  );
}

const isGoingOn = (spans: readonly { readonly until: unknown }[]): boolean => spans.at(-1)?.until === null;

function SeanceMenu({ ask }: { readonly ask: (asked: Asked) => void }) {
  const { state, record } = useSeance();
  const suspended = isGoingOn(state.suspensions);
  const closed = isGoingOn(state.closedDoors);
  const entries: MenuEntry[] = [
    { label: 'Désigner qui préside…', onChoose: () => ask('chair') },
    { label: 'Désigner un secrétaire…', onChoose: () => ask('secretary') },
    suspended
      ? { label: 'Reprendre la séance', onChoose: () => record(['resumption'], {}, 'la reprise') }
      : { label: 'Suspendre la séance…', onChoose: () => ask('suspension') },
    closed
      ? {
          label: 'Rouvrir au public',
          onChoose: () => record(['closed-doors', 'end'], {}, 'la fin du huis clos'),
        }
      : { label: 'Huis clos…', onChoose: () => ask('closed-doors') },
    ...([true, false] as const).map((confirmed) => ({
      label: confirmed ? 'L’assemblée confirme l’urgence' : 'L’assemblée n’admet pas l’urgence',
      onChoose: () =>
        record(
          ['urgency'],
          { confirmed, ballot: null },
          confirmed ? 'l’urgence confirmée' : 'l’urgence refusée',
        ),
    })),
    { label: 'Clore la séance…', onChoose: () => ask('closing') },
  ];
  return (
    <Menu label="Actes de la séance" entries={entries}>
      Séance ▾
    </Menu>
  );
}

const TITLES = {
  chair: 'Qui préside\u00a0?',
  secretary: 'Secrétaire de séance',
  suspension: 'Suspendre la séance',
  'closed-doors': 'Huis clos',
  closing: 'Clore la séance',
} as const;

function Asking({ asked, done }: { readonly asked: Asked; readonly done: () => void }) {
  return (
    <Dialog open={asked !== null} title={asked === null ? '' : TITLES[asked]} onClose={done}>
      {asked !== null && <AskingForm asked={asked} done={done} />}
    </Dialog>
  );
}

function AskingForm({ asked, done }: { readonly asked: NonNullable<Asked>; readonly done: () => void }) {
  const { state, sitting, record, name } = useSeance();
  const [member, setMember] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const said = reason.trim() || null;
  const pending = state.affairs.filter(({ outcome }) => outcome === null).length;
  const namesOne = asked === 'chair' || asked === 'secretary';
  const submit = () => {
    if (namesOne && member === null) return;
    if (asked === 'chair')
      record(['chair'], { member, reason: said }, `la présidence de ${name(member ?? '')}`);
    if (asked === 'secretary') record(['secretaries'], { member }, `${name(member ?? '')}, secrétaire`);
    if (asked === 'suspension') record(['suspension'], { reason: said }, 'la suspension');
    if (asked === 'closed-doors') {
      const body = { affair: state.currentAffair, requestedBy: null, ballot: null, reason: said };
      record(['closed-doors'], body, 'le huis clos');
    }
    if (asked === 'closing') record(['closing'], {}, 'la clôture de la séance');
    done();
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {namesOne && <MemberPicker label="Membre" members={sitting} value={member} onChange={setMember} />}
      {asked !== 'secretary' && asked !== 'closing' && (
        <TextField label="Motif (facultatif)" value={reason} onChange={setReason} />
      )}
      {asked === 'closing' && (
        <p>
          {pending === 0
            ? 'Toutes les affaires sont traitées. Les délibérations entreront au registre.'
            : `${pending} affaire(s) de l’ordre du jour ne sont pas traitées. Les autres entreront au registre.`}
        </p>
      )}
      <div className={styles.row}>
        <button type="submit" className="button button-main">
          Enregistrer
        </button>
        <button type="button" className="button" onClick={done}>
          Annuler
        </button>
      </div>
    </form>
  );
}
