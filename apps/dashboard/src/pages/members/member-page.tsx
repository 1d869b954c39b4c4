import type { Mandate, MemberRecord, MemberTotals } from '@registre/projections';
import { useSearchParams } from 'wouter';
import { membersAddress } from '../../addresses';
import { memberFileAddress, type MemberFilter } from '../../api/client';
import { useAuthority, useMember, useMemberVotes } from '../../api/queries';
import { Legend } from '../../charts/legend';
import { PRESENCE_KINDS } from '../../charts/kinds';
import { Page } from '../../shell/page';
import { Card } from '../../ui/card';
import { Facts } from '../../ui/facts';
import { Loaded } from '../../ui/loaded';
import { More } from '../../ui/more';
import { PageHead } from '../../ui/page-head';
import { Trail } from '../../ui/trail';
import { plural } from '../../wording/amounts';
import { dateMedium } from '../../wording/dates';
import { rateInPercent } from '../../wording/figures';
import { MembersFilter } from './members-filter';
import { MemberSessions, sessionsSaid } from './member-sessions';
import { MemberVotes } from './member-votes';
import styles from './members.module.css';
import { PresenceStrip } from './presence-strip';

interface Props {
  readonly authority: string;
  readonly member: string;
}

/** What the closed séances tell of one member. */
export default function MemberPage({ authority, member }: Props) {
  const [search] = useSearchParams();
  const filter: MemberFilter = { body: search.get('instance'), year: search.get('annee') };
  const record = useMember(authority, member, filter);
  const name = record.data?.name ?? member;
  return (
    <Page title={name} authority={authority} freshness={record.data?.freshness}>
      <Trail steps={[{ name: 'Élus', href: membersAddress(authority) }]} />
      <Loaded query={record} what="de l’élu">
        {(data) => <Member authority={authority} record={data} list={record} filter={filter} />}
      </Loaded>
    </Page>
  );
}

interface MemberProps {
  readonly authority: string;
  readonly record: MemberRecord;
  readonly list: ReturnType<typeof useMember>;
  readonly filter: MemberFilter;
}

function Member({ authority, record, list, filter }: MemberProps) {
  const nameOf = useNames(authority);
  const { ref, name, mandates, totals, items } = record;
  return (
    <div className={styles.page}>
      <PageHead title={name ?? ref}>
        <MembersFilter authority={authority} filter={filter} label="Filtrer les séances" />
      </PageHead>
      <div className={styles.columns}>
        <Card title="Mandats">
          <Mandates mandates={mandates} />
        </Card>
        <Card title={filter.year === null ? 'Depuis le début' : `En ${filter.year}`}>
          <Totals totals={totals} />
        </Card>
      </div>
      <Card title="Présence, séance par séance" id="presence">
        {items.length === 0 ? (
          <p>Aucune séance close ne parle de cet élu dans cette sélection.</p>
        ) : (
          <>
            <Legend kinds={PRESENCE_KINDS} />
            <PresenceStrip sessions={items} />
            <MemberSessions authority={authority} sessions={items} nameOf={nameOf} />
            <More list={list} shown={sessionsSaid(items)} />
          </>
        )}
        <p className={styles.links}>
          <a href={memberFileAddress(authority, ref, 'sessions', filter)} download>
            Présences (CSV)
          </a>
        </p>
      </Card>
      <Card title="Votes publics" id="votes">
        <Votes authority={authority} member={ref} filter={filter} nameOf={nameOf} />
      </Card>
    </div>
  );
}

/** The names of those who hold a seat, by ref. */
function useNames(authority: string): (ref: string) => string {
  const { data } = useAuthority(authority);
  const seats = data?.bodies.flatMap((body) => body.seats) ?? [];
  return (ref) => {
    const seat = seats.find((one) => one.ref === ref);
    return seat === undefined ? ref : `${seat.givenName ?? ''} ${seat.familyName}`.trim();
  };
}

function Mandates({ mandates }: { readonly mandates: readonly Mandate[] }) {
  if (mandates.length === 0) return <p>Aucun siège n’est enregistré pour cet élu.</p>;
  return (
    <Facts
      facts={mandates.flatMap(({ bodyName, office, group, from, until, substituteOf }) => [
        { name: bodyName, value: `${office ?? 'Membre'}${substituteOf === null ? '' : ', suppléant'}` },
        { name: 'Groupe', value: group },
        { name: 'Mandat', value: mandateDays(from, until) },
      ])}
    />
  );
}

function mandateDays(from: string | null, until: string | null): string | null {
  if (from === null && until === null) return null;
  if (until === null) return `depuis le ${dateMedium(from as string)}`;
  return from === null ? `jusqu’au ${dateMedium(until)}` : `du ${dateMedium(from)} au ${dateMedium(until)}`;
}

function Totals({ totals: { sessions, proxies, votes, affairs } }: { readonly totals: MemberTotals }) {
  const known = sessions.present + sessions.represented + sessions.excused + sessions.absent;
  const presence = `${sessions.present} sur ${known} (${rateInPercent(sessions.present / known)})`;
  const unknown =
    sessions.unknown === 0 ? '' : `\u00a0; non renseigné pour ${plural(sessions.unknown, 'séance')}`;
  const silent =
    proxies.unknownSessions === 0
      ? ''
      : `\u00a0; non renseigné pour ${plural(proxies.unknownSessions, 'séance')}`;
  const allKnown = proxies.given + proxies.borne > 0 || proxies.unknownSessions === 0;
  return (
    <Facts
      facts={[
        { name: 'Présent aux séances', value: known === 0 ? null : presence + unknown },
        {
          name: 'Représenté, excusé, absent',
          value: known === 0 ? null : `${sessions.represented}, ${sessions.excused}, ${sessions.absent}`,
        },
        {
          name: 'Pouvoirs',
          value: allKnown
            ? `${plural(proxies.given, 'donné')}, ${plural(proxies.borne, 'reçu')}${silent}`
            : null,
        },
        { name: 'Déports enregistrés', value: plural(affairs.recused, 'affaire') },
        {
          name: 'Votes publics nommés',
          value: `${votes.for} pour, ${votes.against} contre, ${plural(votes.abstention, 'abstention')}, ${votes['not-taking-part']} sans prendre part`,
        },
      ]}
    />
  );
}

interface VotesProps {
  readonly authority: string;
  readonly member: string;
  readonly filter: MemberFilter;
  readonly nameOf: (ref: string) => string;
}

function Votes({ authority, member, filter, nameOf }: VotesProps) {
  const votes = useMemberVotes(authority, member, filter);
  return (
    <Loaded query={votes} what="des votes" part>
      {({ items }) => (
        <>
          {items.length === 0 ? (
            <p>Aucun vote nommé&nbsp;: les sources ne nomment pas les votants, ou le scrutin était secret.</p>
          ) : (
            <>
              <MemberVotes authority={authority} member={member} votes={items} nameOf={nameOf} />
              <More list={votes} shown={`${plural(items.length, 'vote')} à l’écran`} />
            </>
          )}
          <p className={styles.links}>
            <span>
              Un scrutin secret ne garde aucun lien entre le votant et son choix&nbsp;: il n’est jamais ici.
            </span>
            <a href={memberFileAddress(authority, member, 'votes', filter)} download>
              Votes (CSV)
            </a>
          </p>
        </>
      )}
    </Loaded>
  );
}
