import type { Convocation } from '@registre/deliberation';
import type { SessionBoard } from '@registre/projections';
import { useState } from 'react';
import { useMay } from '../../api/may';
import { Card } from '../../ui/card';
import { DataTable, type Column } from '../../ui/data-table';
import { Dialog } from '../../ui/dialog';
import form from '../../ui/form.module.css';
import { Known, Unknown } from '../../ui/unknown';
import { plural } from '../../wording/amounts';
import { dateMedium } from '../../wording/dates';
import { nameOf, type Members } from '../../wording/members';
import { ConvocationForm } from './convocation-form';
import { Deadlines } from './deadlines';

interface Props {
  readonly authority: string;
  readonly board: SessionBoard;
  readonly members: Members;
}

/** Who was convened, how and when; by when the law has it; and who was not reached. */
export function ConvocationCard({ authority, board, members }: Props) {
  const { convened, convocations, status } = board.state;
  const [asked, ask] = useState(false);
  const done = () => ask(false);
  const route = 'POST /api/v1/:authority/sessions/:session/convocations';
  const maySend = useMay(authority, route, convened?.body) && status !== 'closed' && status !== 'not-quorate';
  if (convened === null) return null;
  return (
    <Card
      title="Convocation"
      id="convocation"
      aside={
        maySend && (
          <button type="button" className="button" onClick={() => ask(true)}>
            {convocations.length === 0 ? 'Noter l’envoi…' : 'Noter un autre envoi…'}
          </button>
        )
      }
    >
      <div className={form.form}>
        {convened.secondConvocation === true ? (
          <p>Seconde convocation&nbsp;: la séance se tient sans condition de quorum.</p>
        ) : (
          <Deadlines
            authority={authority}
            body={convened.body}
            date={convened.date}
            urgent={convened.urgency !== null}
          />
        )}
        {convocations.length === 0 ? (
          <p>Aucun envoi n’est enregistré.</p>
        ) : (
          <DataTable
            caption="Envois"
            captionHidden
            columns={columnsOf(members)}
            rows={convocations}
            keyOf={(_, place) => String(place)}
          />
        )}
        <NotReached board={board} members={members} />
      </div>
      <Dialog open={asked} title="Noter l’envoi d’une convocation" onClose={done}>
        <ConvocationForm authority={authority} board={board} members={members} done={done} />
      </Dialog>
    </Card>
  );
}

const MEDIA = { electronic: 'par voie électronique', paper: 'sur papier' } as const;

const columnsOf = (members: Members): readonly Column<Convocation>[] => [
  { header: 'Envoyée le', names: true, cell: ({ on }) => <Known value={on && dateMedium(on)} /> },
  { header: 'Moyen', cell: ({ medium }) => <Known value={medium && MEDIA[medium]} /> },
  {
    header: 'Destinataires',
    cell: ({ recipients }) => (
      <Known
        value={
          recipients &&
          (recipients.length > 4
            ? plural(recipients.length, 'membre')
            : recipients.map((ref) => nameOf(members, ref)).join(', '))
        }
      />
    ),
  },
  {
    header: 'Note ou rapports',
    cell: ({ note }) => (note === null ? <Unknown /> : note ? 'joints' : 'non joints'),
  },
];

/** Titulars to whom none of the convocations went, where that is known. */
function NotReached({ board: { state }, members }: Omit<Props, 'authority'>) {
  const seats = state.bodyAtSession?.seats ?? null;
  const recipients = state.convocations.map((one) => one.recipients);
  if (seats === null || recipients.length === 0 || recipients.includes(null)) return null;
  const reached = new Set(recipients.flat());
  const missed = seats.filter(({ ref, substituteOf }) => substituteOf === null && !reached.has(ref));
  if (missed.length === 0) return <p>Tous les membres en exercice ont été convoqués.</p>;
  return <p>Pas encore convoqués&nbsp;: {missed.map(({ ref }) => nameOf(members, ref)).join(', ')}.</p>;
}
