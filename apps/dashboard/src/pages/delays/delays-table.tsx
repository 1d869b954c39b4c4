import type { DelayLine } from '@registre/projections';
import { Link } from 'wouter';
import { actAddress, sessionAddress, toDo } from '../../addresses';
import { Badge } from '../../ui/badge';
import { DataTable, type Column } from '../../ui/data-table';
import { dateMedium } from '../../wording/dates';

interface Props {
  readonly authority: string;
  readonly delays: readonly DelayLine[];
}

export function DelaysTable({ authority, delays }: Props) {
  const columns: readonly Column<DelayLine>[] = [
    { header: 'Au plus tard', cell: dueCell },
    { header: 'À faire', names: true, cell: (line) => whatCell(authority, line) },
    {
      header: 'Séance',
      cell: ({ session, date, bodyName }) => (
        <Link href={sessionAddress(authority, session)}>
          {bodyName}, {dateMedium(date)}
        </Link>
      ),
    },
    {
      header: 'Acte',
      cell: ({ affair, number, subject }) =>
        affair === null ? (
          'toute la séance'
        ) : (
          <Link href={actAddress(authority, affair)}>{number ?? subject ?? 'sans numéro'}</Link>
        ),
    },
    { header: 'Article', narrow: true, cell: ({ article }) => article },
  ];
  return (
    <DataTable
      caption="Ce qui reste à faire après les séances"
      captionHidden
      columns={columns}
      rows={delays}
      keyOf={({ kind, session, affair }) => `${kind} ${session} ${affair ?? ''}`}
    />
  );
}

function dueCell({ due, late, dueIfIndividual }: DelayLine) {
  if (due === null) {
    return dueIfIndividual === null
      ? 'sans délai fixé'
      : `${dateMedium(dueIfIndividual)} si c’est une décision individuelle`;
  }
  return (
    <>
      {dateMedium(due)} {late && <Badge tone="bad">En retard</Badge>}
    </>
  );
}

function whatCell(authority: string, line: DelayLine) {
  return (
    <>
      <Link href={formAddress(authority, line)}>{line.what}</Link>
      {line.record !== null && (
        <>
          <br />
          <small>Non renseigné par la source importée&nbsp;: peut-être déjà fait.</small>
        </>
      )}
    </>
  );
}

/** Where it is said to be done. */
function formAddress(authority: string, { kind, session, affair }: DelayLine): string {
  const page = affair === null ? sessionAddress(authority, session) : actAddress(authority, affair);
  switch (kind) {
    case 'list':
      return toDo(page, 'liste');
    case 'minutes':
      return toDo(page, 'proces-verbal-en-ligne');
    case 'transmission':
      return toDo(page, 'transmettre');
    case 'publication':
      return toDo(page, 'publier');
  }
}
