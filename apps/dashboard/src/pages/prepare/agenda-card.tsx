import type { AffairPaper, SessionBoard } from '@registre/projections';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { reportAddress } from '../../addresses';
import { useRights } from '../../api/may';
import { Badge } from '../../ui/badge';
import { Card } from '../../ui/card';
import { DataTable, type Column } from '../../ui/data-table';
import { Dialog } from '../../ui/dialog';
import form from '../../ui/form.module.css';
import { Menu } from '../../ui/menu';
import { Known, Unknown } from '../../ui/unknown';
import { outcomeWording } from '../../wording/outcomes';
import { AnnexesForm } from './annexes-form';
import { missingIn } from './missing';
import { NumberForm } from './number-form';
import { PlaceForm } from './place-form';
import { PostponeForm } from './postpone-form';
import { TakeUpForm } from './take-up-form';

interface Props {
  readonly authority: string;
  readonly board: SessionBoard;
  readonly papers: readonly AffairPaper[];
}

type Asked =
  | { readonly form: 'place' }
  | { readonly form: 'take-up' }
  | { readonly form: 'annexes' | 'number' | 'postpone'; readonly affair: string };

/** The agenda: what each affair still lacks, and what is done about it. */
export function AgendaCard({ authority, board, papers }: Props) {
  const { state } = board;
  const body = state.convened?.body;
  const may = useRights(authority, body);
  const [asked, ask] = useState<Asked | null>(null);
  const over = state.status === 'closed' || state.status === 'not-quorate';
  const mayPlace = may('POST /api/v1/:authority/sessions/:session/affairs') && !over;
  const mayWrite = may('POST /api/v1/:authority/sessions/:session/affairs/:affair/report');
  return (
    <Card
      title="Ordre du jour"
      id="ordre-du-jour"
      aside={
        mayPlace && (
          <div className={form.row}>
            <button type="button" className="button" onClick={() => ask({ form: 'take-up' })}>
              Reprendre une affaire…
            </button>
            <button type="button" className="button" onClick={() => ask({ form: 'place' })}>
              Ajouter une affaire…
            </button>
          </div>
        )
      }
    >
      {papers.length === 0 ? (
        <p>Aucune affaire n’est inscrite.</p>
      ) : (
        <DataTable
          caption="Ordre du jour"
          captionHidden
          columns={columnsOf(authority, board, mayWrite ? ask : null)}
          rows={papers}
          keyOf={({ affair }) => affair}
        />
      )}
      <Asking authority={authority} board={board} papers={papers} asked={asked} done={() => ask(null)} />
    </Card>
  );
}

function columnsOf(
  authority: string,
  { session, state }: SessionBoard,
  ask: ((asked: Asked) => void) | null,
): readonly Column<AffairPaper>[] {
  const known: readonly Column<AffairPaper>[] = [
    { header: 'Point', numeric: true, narrow: true, cell: ({ order }) => <Known value={order} /> },
    {
      header: 'Objet',
      names: true,
      cell: ({ affair, subject }) => <Link href={reportAddress(authority, session, affair)}>{subject}</Link>,
    },
    { header: 'Numéro', cell: ({ number }) => <Known value={number} /> },
    { header: 'Il manque', cell: (paper) => missingCell(paper, state) },
  ];
  if (ask === null) return known;
  const acts: Column<AffairPaper> = {
    header: 'Actes',
    narrow: true,
    cell: (paper) => (
      <PaperMenu authority={authority} session={session} state={state} paper={paper} ask={ask} />
    ),
  };
  return [...known, acts];
}

function missingCell(paper: AffairPaper, { bodyAtSession }: SessionBoard['state']) {
  const { outcome } = paper;
  if (outcome !== null)
    return <Badge tone={outcomeWording(outcome).tone}>{outcomeWording(outcome).label}</Badge>;
  const missing = missingIn(paper, bodyAtSession?.kind ?? null);
  return missing.length === 0 ? <Badge tone="good">Complet</Badge> : <Unknown>{missing.join(', ')}</Unknown>;
}

interface MenuProps {
  readonly authority: string;
  readonly session: string;
  readonly state: SessionBoard['state'];
  readonly paper: AffairPaper;
  readonly ask: (asked: Asked) => void;
}

function PaperMenu({ authority, session, state, paper, ask }: MenuProps) {
  const [, navigate] = useLocation();
  const { affair, report, subject, number, outcome } = paper;
  const entries = [
    {
      label: report === null ? 'Rédiger le rapport' : 'Réviser le rapport',
      onChoose: () => navigate(reportAddress(authority, session, affair)),
    },
    { label: 'Annexes…', onChoose: () => ask({ form: 'annexes', affair }) },
    {
      label: 'Donner un numéro…',
      onChoose: () => ask({ form: 'number', affair }),
      closed: number === null ? undefined : 'déjà donné',
    },
    ...(state.status === 'not-quorate' && outcome === null
      ? [{ label: 'Reporter à une autre séance…', onChoose: () => ask({ form: 'postpone', affair }) }]
      : []),
  ];
  return (
    <Menu label={`Actes concernant «\u00a0${subject}\u00a0»`} entries={entries}>
      <span aria-hidden="true">⋯</span>
    </Menu>
  );
}

const TITLES = {
  place: 'Ajouter une affaire à l’ordre du jour',
  'take-up': 'Reprendre une affaire reportée',
  annexes: 'Annexes',
  number: 'Donner un numéro',
  postpone: 'Reporter l’affaire',
} as const;

interface AskingProps extends Props {
  readonly asked: Asked | null;
  readonly done: () => void;
}

function Asking({ asked, done, ...of }: AskingProps) {
  return (
    <Dialog open={asked !== null} title={asked === null ? '' : TITLES[asked.form]} onClose={done}>
      {asked !== null && <AskedForm {...of} asked={asked} done={done} />}
    </Dialog>
  );
}

function AskedForm({ asked, done, authority, board, papers }: AskingProps & { readonly asked: Asked }) {
  if (asked.form === 'place') return <PlaceForm authority={authority} board={board} done={done} />;
  if (asked.form === 'take-up') return <TakeUpForm authority={authority} board={board} done={done} />;
  const paper = papers.find(({ affair }) => affair === asked.affair);
  if (paper === undefined) return null;
  const of = { authority, session: board.session, paper, done };
  switch (asked.form) {
    case 'annexes':
      return <AnnexesForm {...of} />;
    case 'number':
      return <NumberForm {...of} />;
    case 'postpone':
      return <PostponeForm {...of} />;
  }
}
