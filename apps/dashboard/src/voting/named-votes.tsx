import type { BallotInSession, Cell, Member } from '@registre/deliberation';
import { DataTable, type Column } from '../ui/data-table';
import { Known } from '../ui/unknown';
import { plural } from '../wording/amounts';
import { CELLS, cellWording } from '../wording/ballots';
import { nameOf, type Members } from '../wording/members';
import styles from './named-votes.module.css';

interface Props {
  readonly ballot: BallotInSession;
  readonly members: Members;
}

interface Vote {
  readonly ref: string;
  readonly member: Member | undefined;
  readonly cell: Cell;
  /** Null: not known; the ref itself: for oneself. */
  readonly voter: string | null;
}

/** Who voted what, name by name, in a ballot that was not secret. */
export function NamedVotes({ ballot, members }: Props) {
  const votes = votesOf(ballot, members);
  if (votes.length === 0) return null;
  const columns: readonly Column<Vote>[] = [
    {
      header: 'Nom',
      names: true,
      cell: ({ ref, member }) =>
        member === undefined ? ref : `${member.familyName} ${member.givenName ?? ''}`,
    },
    { header: 'Groupe', cell: ({ member }) => <Known value={member?.group ?? null} /> },
    { header: 'Vote', cell: ({ cell }) => cellWording(cell) },
    {
      header: 'Exprimé par',
      cell: ({ ref, voter }) => (
        <Known value={voter && (voter === ref ? 'lui ou elle-même' : nameOf(members, voter))} />
      ),
    },
  ];
  return (
    <details className={styles.votes}>
      <summary>{plural(votes.length, 'vote nominatif', 'votes nominatifs')}</summary>
      <DataTable
        caption="Votes nominatifs"
        captionHidden
        small
        columns={columns}
        rows={votes}
        keyOf={({ ref }) => ref}
      />
    </details>
  );
}

function votesOf({ method, closed, roll }: BallotInSession, members: Members): readonly Vote[] {
  if (closed === null || method === 'secret') return [];
  const voters = new Map(roll.seats?.map(({ seat, voter }) => [seat, voter]));
  const votes = CELLS.flatMap((cell) =>
    (closed.tally.named[cell] ?? []).map((ref): Vote => ({
      ref,
      cell,
      member: members[ref],
      voter: voters.get(ref) ?? null,
    })),
  );
  const key = ({ member, ref }: Vote) => `${member?.familyName ?? ref} ${member?.givenName ?? ''}`;
  return votes.toSorted((one, other) => key(one).localeCompare(key(other), 'fr'));
}
