import type { AffairDossier } from '@registre/projections';
import { HeadCount } from '../../presence/head-count';
import { MovementsTable } from '../../presence/movements-table';
import { NameList } from '../../presence/name-list';
import { PresenceLayout } from '../../presence/presence-layout';
import { ProxiesTable } from '../../presence/proxies-table';
import { QuorumView } from '../../presence/quorum-view';
import { NoneLine } from '../../presence/none-line';
import { notesOn } from '../../presence/notes';
import { roomOfAct } from '../../presence/room';
import { Card } from '../../ui/card';
import { Unknown } from '../../ui/unknown';

/** Who was in the room when the affair was called, and the quorum then. */
export function ActPresence({ dossier }: { readonly dossier: AffairDossier }) {
  const { agenda, members, secretaries, inOffice, movements } = dossier;
  const { called, stated } = agenda;
  const room = roomOfAct(dossier);
  const noteOf = notesOn(room.chair, secretaries, dossier.attendance);
  const lines = [
    { name: 'En exercice', listed: inOffice, stated: stated?.inOffice ?? null },
    { name: 'Présents', listed: room.present?.length ?? null, stated: stated?.present ?? null },
    { name: 'Représentés', listed: room.proxies?.length ?? null, stated: stated?.represented ?? null },
    { name: 'Excusés', listed: room.excused?.length ?? null, stated: stated?.excused ?? null },
    { name: 'Absents', listed: room.absent?.length ?? null, stated: stated?.absent ?? null },
  ];
  return (
    <Card
      title="Présence et quorum"
      id="presence"
      aside={<small>{called === null ? 'à l’ouverture de la séance' : 'à l’appel de l’affaire'}</small>}
    >
      <PresenceLayout
        counts={<HeadCount lines={lines} stated={stated} />}
        quorum={<ActQuorum called={called} stated={stated} />}
      >
        <NameList title="Présents" refs={room.present} members={members} noteOf={noteOf} />
        <NameList title="Excusés" refs={room.excused} members={members} />
        <NameList title="Absents" refs={room.absent} members={members} />
        <ProxiesTable proxies={room.proxies} members={members} />
        {called !== null && (
          <NoneLine title="Déports">{called.recusals === null ? <Unknown /> : 'aucun'}</NoneLine>
        )}
        {movements !== null && movements.length > 0 && (
          <div>
            <h3>Arrivées et départs de la séance</h3>
            <MovementsTable
              movements={movements}
              members={members}
              affairName={(id) => (id === agenda.id ? 'cette affaire' : 'une autre affaire')}
            />
          </div>
        )}
      </PresenceLayout>
    </Card>
  );
}

function ActQuorum({ called, stated }: Pick<AffairDossier['agenda'], 'called' | 'stated'>) {
  const reached = stated?.quorumReached ?? null;
  return (
    <div>
      {called === null ? (
        <p>L’affaire n’a pas été appelée&nbsp;: le registre ne constate pas de quorum.</p>
      ) : (
        <QuorumView quorum={called.quorum} />
      )}
      {reached !== null && (
        <p>Selon la source, le quorum {reached ? 'était atteint' : <strong>n’était pas atteint</strong>}.</p>
      )}
    </div>
  );
}
