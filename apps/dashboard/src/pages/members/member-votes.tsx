import type { Cell, Choice } from '@registre/deliberation';
import type { MemberVote } from '@registre/projections';
import { Link } from 'wouter';
import { actAddress, sessionAddress } from '../../addresses';
import { DataTable, type Column } from '../../ui/data-table';
import { Unknown } from '../../ui/unknown';
import { SeatMark } from '../../voting/seat-mark';
import { dateMedium } from '../../wording/dates';
import { choiceWording } from '../../wording/presence';

interface Props {
  readonly authority: string;
  readonly member: string;
  readonly votes: readonly MemberVote[];
  readonly nameOf: (ref: string) => string;
}

const CELLS: { readonly [choice in Choice]: Cell } = {
  for: 'for',
  against: 'against',
  abstention: 'abstentions',
  'not-taking-part': 'notTakingPart',
};

/** The public votes of a member by name, and those cast for others. */
export function MemberVotes({ authority, member, votes, nameOf }: Props) {
  const columns: readonly Column<MemberVote>[] = [
    {
      header: 'Affaire',
      names: true,
      cell: ({ affair, number, subject, session }) =>
        affair === null ? (
          <Link href={sessionAddress(authority, session)}>Scrutin de la séance</Link>
        ) : (
          <Link href={actAddress(authority, affair)}>{subject ?? number ?? 'sans objet'}</Link>
        ),
    },
    { header: 'Séance', cell: ({ date }) => dateMedium(date) },
    {
      header: 'Vote',
      cell: ({ choice }) => (
        <>
          <svg viewBox="-10 -10 20 20" width="14" height="14" aria-hidden="true">
            <SeatMark choice={CELLS[choice]} x={0} y={0} radius={9} />
          </svg>{' '}
          {choiceWording(choice)}
        </>
      ),
    },
    { header: 'Par pouvoir', cell: (vote) => proxyCell(vote, member, nameOf) },
  ];
  return (
    <DataTable
      caption="Votes publics"
      captionHidden
      columns={columns}
      rows={votes}
      keyOf={({ ballot, seat }) => `${ballot} ${seat}`}
    />
  );
}

function proxyCell({ seat, voter }: MemberVote, member: string, nameOf: Props['nameOf']) {
  if (seat !== member) return `pour ${nameOf(seat)}`;
  if (voter === null) return <Unknown>votant non nommé</Unknown>;
  return voter === member ? 'non' : `par ${nameOf(voter)}`;
}
