import type { CandidateVotes } from '@registre/deliberation';
import { nameOf, type Members } from '../wording/members';
import { Badge } from '../ui/badge';
import { DataTable, type Column } from '../ui/data-table';
import { Known, Unknown } from '../ui/unknown';

interface Props {
  readonly candidates: readonly CandidateVotes[];
  readonly members: Members;
}

/** Lists share the seats. */
const SEATS: Column<CandidateVotes> = {
  header: 'Sièges',
  numeric: true,
  narrow: true,
  cell: ({ seats }) => <Known value={seats} />,
};

/** An election: the votes of each candidate or list. */
export function CandidatesTable({ candidates, members }: Props) {
  const columns: readonly Column<CandidateVotes>[] = [
    { header: 'Candidature', names: true, cell: (one) => candidateName(one, members) },
    { header: 'Voix', numeric: true, narrow: true, cell: ({ votes }) => <Known value={votes} /> },
    ...(candidates.some(({ seats }) => seats !== null) ? [SEATS] : []),
    { header: 'Résultat déclaré', cell: electedWording },
  ];
  return (
    <DataTable
      caption="Voix de chaque candidature"
      captionHidden
      small
      columns={columns}
      rows={candidates}
      keyOf={(_, index) => String(index)}
    />
  );
}

function candidateName({ member, name }: CandidateVotes, members: Members) {
  if (member !== null) return nameOf(members, member);
  return <Known value={name} />;
}

function electedWording({ elected }: CandidateVotes) {
  if (elected === null) return <Unknown />;
  return elected ? <Badge tone="good">Élu(e)</Badge> : 'Non élu(e)';
}
