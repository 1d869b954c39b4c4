import type { LateLine, Stats } from '@registre/projections';
import { Link } from 'wouter';
import { actAddress, sessionAddress } from '../../addresses';
import { Badge } from '../../ui/badge';
import { Card } from '../../ui/card';
import { DataTable, type Column } from '../../ui/data-table';
import { plural } from '../../wording/amounts';
import { dateMedium } from '../../wording/dates';
import { delayWording } from '../../wording/figures';

interface Props {
  readonly authority: string;
  readonly stats: Stats;
}

/** What was late, by name. */
export function LateTable({ authority, stats: { late, lateLeftOut } }: Props) {
  const columns: readonly Column<LateLine>[] = [
    {
      header: 'Séance ou acte',
      names: true,
      cell: ({ affair, number, subject, session, bodyName, date }) =>
        affair === null ? (
          <Link href={sessionAddress(authority, session)}>
            {bodyName}, {dateMedium(date)}
          </Link>
        ) : (
          <Link href={actAddress(authority, affair)}>
            {[number, subject].filter((one) => one !== null).join(' – ')}
          </Link>
        ),
    },
    { header: 'Ce qui était à faire', cell: ({ kind }) => delayWording(kind).title },
    { header: 'Au plus tard', cell: ({ due }) => dateMedium(due) },
    { header: 'Fait', cell: doneCell },
  ];
  return (
    <Card id="hors-delai" title="Hors délai">
      {late.length === 0 ? (
        <p>Rien de ce qui est enregistré n’est hors du délai légal.</p>
      ) : (
        <DataTable
          caption="Ce qui est hors du délai légal"
          captionHidden
          columns={columns}
          rows={late}
          keyOf={({ kind, session, affair }) => `${kind} ${session} ${affair ?? ''}`}
        />
      )}
      {lateLeftOut > 0 && <p>{plural(lateLeftOut, 'autre, plus ancien', 'autres, plus anciens')}.</p>}
    </Card>
  );
}

function doneCell({ done, due, onlyIfIndividual }: LateLine) {
  if (done === null) return <Badge tone="bad">pas enregistré</Badge>;
  const days = Math.round((Date.parse(done) - Date.parse(due)) / 86_400_000);
  return (
    <>
      {dateMedium(done)}{' '}
      <Badge tone={onlyIfIndividual ? 'neutral' : 'bad'}>{plural(days, 'jour')} après</Badge>
      {onlyIfIndividual && <small> hors délai si c’est une décision individuelle</small>}
    </>
  );
}
