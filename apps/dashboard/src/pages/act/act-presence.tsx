import type { AffairDossier } from '@registre/projections';
import { AwayList } from '../../presence/away-list';
import { HeadCount } from '../../presence/head-count';
import { MovementsTable } from '../../presence/movements-table';
import { NameList } from '../../presence/name-list';
import { PresenceLayout } from '../../presence/presence-layout';
import { ProxiesTable } from '../../presence/proxies-table';
import { QuorumView } from '../../presence/quorum-view';
import { NoneLine } from '../../presence/none-line';
import { notesOn } from '../../presence/notes';
import { presenceAtAct } from '../../presence/presence';
import { presenceLines } from '../../presence/presence-lines';
import { Card } from '../../ui/card';
import { Unknown } from '../../ui/unknown';

/** Who was in the room when the affair was called, and the quorum then. */
export function ActPresence({ dossier }: { readonly dossier: AffairDossier }) {
  const { agenda, members, secretaries, inOffice, movements } = dossier;
  const { called, stated } = agenda;
  const presence = presenceAtAct(dossier);
  const noteOf = notesOn(presence.chair, secretaries, dossier.attendance);
  const lines = presenceLines(presence, inOffice, stated);
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
        <NameList title="Présents" refs={presence.present} members={members} noteOf={noteOf} />
        <AwayList title="Excusés" refs={presence.excused} proxies={presence.proxies} members={members} />
        <AwayList title="Absents" refs={presence.absent} proxies={presence.proxies} members={members} />
        <ProxiesTable proxies={presence.proxies} members={members} />
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
