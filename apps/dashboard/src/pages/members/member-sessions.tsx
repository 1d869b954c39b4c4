import type { MemberSession } from '@registre/projections';
import { Link } from 'wouter';
import { actAddress, memberAddress, sessionAddress } from '../../addresses';
import { DataTable, type Column } from '../../ui/data-table';
import { Known, Unknown } from '../../ui/unknown';
import { plural } from '../../wording/amounts';
import { dateMedium } from '../../wording/dates';
import { groundWording, presenceWording } from '../../wording/presence';

interface Props {
  readonly authority: string;
  readonly sessions: readonly MemberSession[];
  readonly nameOf: (ref: string) => string;
}

/** How a member was at each séance: presence, proxies, recusals. */
export function MemberSessions({ authority, sessions, nameOf }: Props) {
  const columns: readonly Column<MemberSession>[] = [
    {
      header: 'Séance',
      names: true,
      cell: ({ session, date, bodyName }) => (
        <Link href={sessionAddress(authority, session)}>
          {bodyName}, {dateMedium(date)}
        </Link>
      ),
    },
    { header: 'Présence', cell: (one) => <Known value={presenceWording(one)} /> },
    { header: 'Affaires appelées', cell: affairsCell },
    {
      header: 'Pouvoirs',
      cell: (one) => <Proxies authority={authority} session={one} nameOf={nameOf} />,
    },
    {
      header: 'Déports',
      cell: (one) => <Recusals authority={authority} session={one} />,
    },
  ];
  return (
    <DataTable
      caption="Séance par séance"
      captionHidden
      columns={columns}
      rows={sessions}
      keyOf={({ session }) => session}
    />
  );
}

const AWAY = {
  represented: 'représenté',
  excused: 'excusé',
  absent: 'absent',
  recused: 'déporté',
  unknown: 'non renseigné',
};

function affairsCell({ affairs }: MemberSession) {
  if (affairs.length === 0) return 'aucune';
  const count = (was: MemberSession['affairs'][number]['was']) =>
    affairs.filter((one) => one.was === was).length;
  const others = (Object.keys(AWAY) as (keyof typeof AWAY)[]).filter((was) => count(was) > 0);
  return [
    `présent à ${count('present')} sur ${affairs.length}`,
    ...others.map((was) => `${AWAY[was]}\u00a0: ${count(was)}`),
  ].join(', ');
}

function Recusals({ authority, session: { recusals, recusalsKnown } }: RecusalsProps) {
  if (recusals.length === 0) return recusalsKnown ? 'aucun' : <Unknown />;
  return recusals.map(({ affair, ground }) => (
    <div key={affair}>
      <Link href={actAddress(authority, affair)}>{groundWording(ground)}</Link>
    </div>
  ));
}

interface RecusalsProps {
  readonly authority: string;
  readonly session: MemberSession;
}

interface ProxiesProps {
  readonly authority: string;
  readonly session: MemberSession;
  readonly nameOf: (ref: string) => string;
}

function Proxies({ authority, session: { proxiesGiven, proxiesBorne }, nameOf }: ProxiesProps) {
  if (proxiesGiven === null && proxiesBorne === null) return <Unknown />;
  const given = proxiesGiven ?? [];
  const borne = proxiesBorne ?? [];
  if (given.length + borne.length === 0) return 'aucun';
  const link = (ref: string) => <Link href={memberAddress(authority, ref)}>{nameOf(ref)}</Link>;
  return (
    <>
      {given.map(({ bearer }) => (
        <div key={`to ${bearer}`}>
          donné à {bearer === null ? <Unknown>un mandataire non nommé</Unknown> : link(bearer)}
        </div>
      ))}
      {borne.map(({ giver }) => (
        <div key={`of ${giver}`}>reçu de {link(giver)}</div>
      ))}
    </>
  );
}

/** The totals in words, for what stands above the table. */
export const sessionsSaid = (sessions: readonly MemberSession[]): string =>
  `${plural(sessions.length, 'séance')} à l’écran`;
