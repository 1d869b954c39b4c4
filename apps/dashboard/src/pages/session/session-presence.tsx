import type { SessionState } from '@registre/deliberation';
import { HeadCount } from '../../presence/head-count';
import { MovementsTable } from '../../presence/movements-table';
import { NameList } from '../../presence/name-list';
import { notesOn } from '../../presence/notes';
import { PresenceLayout } from '../../presence/presence-layout';
import { ProxiesTable } from '../../presence/proxies-table';
import { QuorumView } from '../../presence/quorum-view';
import { roomOfList } from '../../presence/room';
import { Card } from '../../ui/card';
import type { Members } from '../../wording/members';
import { affairName } from './affair-name';

interface Props {
  readonly state: SessionState;
  readonly members: Members;
}

/** The attendance list, and who came and went. */
export function SessionPresence({ state, members }: Props) {
  const { stated, openingChair, secretaries, movements, bodyAtSession } = state;
  const room = roomOfList(state.attendance, state.proxies, openingChair);
  const lines = [
    { name: 'En exercice', listed: bodyAtSession?.inOffice ?? null, stated: stated?.inOffice ?? null },
    { name: 'Présents', listed: room.present?.length ?? null, stated: stated?.present ?? null },
    { name: 'Représentés', listed: room.proxies?.length ?? null, stated: stated?.represented ?? null },
    { name: 'Excusés', listed: room.excused?.length ?? null, stated: stated?.excused ?? null },
    { name: 'Absents', listed: room.absent?.length ?? null, stated: stated?.absent ?? null },
  ];
  const first = state.affairs.find(({ called }) => called !== null)?.called ?? null;
  return (
    <>
      <Card title="Présence" id="presence" aside={<small>à l’ouverture de la séance</small>}>
        <PresenceLayout
          counts={<HeadCount lines={lines} stated={stated} />}
          quorum={first !== null && <QuorumView quorum={first.quorum} />}
        >
          <NameList
            title="Présents"
            refs={room.present}
            members={members}
            noteOf={notesOn(openingChair, secretaries, state.attendance)}
          />
          <NameList title="Excusés" refs={room.excused} members={members} />
          <NameList title="Absents" refs={room.absent} members={members} />
          <ProxiesTable proxies={room.proxies} members={members} />
        </PresenceLayout>
      </Card>
      <Card title="Arrivées et départs" id="mouvements">
        <MovementsTable movements={movements} members={members} affairName={(id) => affairName(state, id)} />
      </Card>
    </>
  );
}
