import type { SessionState } from '@registre/deliberation';
import { AwayList } from '../../presence/away-list';
import { HeadCount } from '../../presence/head-count';
import { MovementsTable } from '../../presence/movements-table';
import { NameList } from '../../presence/name-list';
import { notesOn } from '../../presence/notes';
import { PresenceLayout } from '../../presence/presence-layout';
import { ProxiesTable } from '../../presence/proxies-table';
import { QuorumView } from '../../presence/quorum-view';
import { presenceAtOpening } from '../../presence/presence';
import { presenceLines } from '../../presence/presence-lines';
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
  const presence = presenceAtOpening(state.attendance, state.proxies, openingChair);
  const lines = presenceLines(presence, bodyAtSession?.inOffice ?? null, stated);
  const first = state.affairs.find(({ called }) => called !== null)?.called ?? null;
  return (
    <>
      <Card title="Présence" id="presence" aside={<small>à l’ouverture de la séance</small>}>
        <PresenceLayout
          counts={<HeadCount lines={lines} stated={stated} />}
          quorum={
            first !== null && (
              <div>
                <small>Quand la première affaire a été appelée</small>
                <QuorumView quorum={first.quorum} />
              </div>
            )
          }
        >
          <NameList
            title="Présents"
            refs={presence.present}
            members={members}
            noteOf={notesOn(openingChair, secretaries, state.attendance)}
          />
          <AwayList title="Excusés" refs={presence.excused} proxies={presence.proxies} members={members} />
          <AwayList title="Absents" refs={presence.absent} proxies={presence.proxies} members={members} />
          <ProxiesTable proxies={presence.proxies} members={members} />
        </PresenceLayout>
      </Card>
      <Card title="Arrivées et départs" id="mouvements">
        <MovementsTable movements={movements} members={members} affairName={(id) => affairName(state, id)} />
      </Card>
    </>
  );
}
