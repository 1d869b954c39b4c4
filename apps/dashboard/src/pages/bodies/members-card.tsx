import type { Seat } from '@registre/deliberation';
import { useState, type ReactNode } from 'react';
import { useRights } from '../../api/may';
import { Card } from '../../ui/card';
import { DataTable, type Column } from '../../ui/data-table';
import { Dialog } from '../../ui/dialog';
import form from '../../ui/form.module.css';
import { Menu } from '../../ui/menu';
import { Unknown } from '../../ui/unknown';
import { plural } from '../../wording/amounts';
import { dateMedium } from '../../wording/dates';
import { MergeForm } from './merge-form';
import type { OfBody } from './of-body';
import { OfficeForm } from './office-form';
import { PasteForm } from './paste-form';
import { SeatForm } from './seat-form';
import { inOfficeOn, outOfOfficeOn, seatName } from './seats';
import { UnseatForm } from './unseat-form';

type Asked =
  | { readonly form: 'one' | 'several' }
  | { readonly form: 'seat' | 'office' | 'end' | 'merge'; readonly seat: Seat };

/** Who sits in the body, and who did. */
export function MembersCard({ authority, body, today }: OfBody & { readonly today: string }) {
  const may = useRights(authority, body.key);
  const [asked, ask] = useState<Asked | null>(null);
  const seated = may('POST /api/v1/:authority/bodies/:body/members');
  const inOffice = inOfficeOn(body.seats, today);
  const others = outOfOfficeOn(body.seats, today);
  const table = (caption: string, rows: readonly Seat[]) => (
    <DataTable
      caption={caption}
      columns={columnsOf(body.seats, seated ? ask : null)}
      rows={rows}
      keyOf={({ ref }) => ref}
    />
  );
  return (
    <Card
      title="Membres"
      id="membres"
      aside={
        seated && (
          <div className={form.row}>
            <button type="button" className="button" onClick={() => ask({ form: 'one' })}>
              Ajouter un membre…
            </button>
            <button type="button" className="button" onClick={() => ask({ form: 'several' })}>
              Coller une liste…
            </button>
          </div>
        )
      }
    >
      <div className={form.form}>
        {body.seats.length === 0 && <p>Aucun membre n’est enregistré.</p>}
        {inOffice.length > 0 && table(`${plural(inOffice.length, 'membre')} en exercice`, inOffice)}
        {others.length > 0 && table('Mandats échus ou à venir', others)}
      </div>
      <Asking authority={authority} body={body} asked={asked} done={() => ask(null)} />
    </Card>
  );
}

function columnsOf(seats: readonly Seat[], ask: ((asked: Asked) => void) | null): readonly Column<Seat>[] {
  const known: readonly Column<Seat>[] = [
    { header: 'Nom', names: true, cell: (seat) => <Named seat={seat} seats={seats} /> },
    { header: 'Fonction', cell: ({ office }) => office ?? '–' },
    { header: 'Groupe', cell: ({ group }) => group ?? <Unknown /> },
    { header: 'Mandat', cell: mandateCell },
  ];
  if (ask === null) return known;
  return [...known, { header: 'Actes', narrow: true, cell: (seat) => <SeatMenu seat={seat} ask={ask} /> }];
}

function Named({ seat, seats }: { readonly seat: Seat; readonly seats: readonly Seat[] }) {
  const titular = seats.find(({ ref }) => ref === seat.substituteOf);
  return (
    <>
      {seatName(seat)}
      {seat.substituteOf !== null && (
        <>
          <br />
          <small>supplée {titular === undefined ? seat.substituteOf : seatName(titular)}</small>
        </>
      )}
    </>
  );
}

function mandateCell({ mandateFrom: from, mandateUntil: until }: Seat): ReactNode {
  if (from === null && until === null) return <Unknown />;
  const since = from === null ? 'début non renseigné' : `depuis le ${dateMedium(from)}`;
  return until === null ? since : `${since}, jusqu’au ${dateMedium(until)}`;
}

function SeatMenu({ seat, ask }: { readonly seat: Seat; readonly ask: (asked: Asked) => void }) {
  const entry = (label: string, which: 'seat' | 'office' | 'end' | 'merge') => ({
    label,
    onChoose: () => ask({ form: which, seat }),
  });
  return (
    <Menu
      label={`Actes concernant ${seatName(seat)}`}
      entries={[
        entry('Attribuer une fonction…', 'office'),
        entry('Mettre fin au mandat…', 'end'),
        entry('Modifier ce qui est dit de la personne…', 'seat'),
        entry('Réunir avec une autre ligne…', 'merge'),
      ]}
    >
      <span aria-hidden="true">⋯</span>
    </Menu>
  );
}

const TITLES = {
  one: 'Ajouter un membre',
  several: 'Coller une liste de membres',
  seat: 'Modifier un membre',
  office: 'Attribuer une fonction',
  end: 'Mettre fin à un mandat',
  merge: 'Réunir deux lignes d’une même personne',
} as const;

function Asking({ asked, ...of }: OfBody & { readonly asked: Asked | null; readonly done: () => void }) {
  const { done } = of;
  return (
    <Dialog open={asked !== null} title={asked === null ? '' : TITLES[asked.form]} onClose={done}>
      {asked !== null && <AskedForm {...of} asked={asked} />}
    </Dialog>
  );
}

function AskedForm({ asked, ...of }: OfBody & { readonly asked: Asked; readonly done: () => void }) {
  switch (asked.form) {
    case 'one':
      return <SeatForm {...of} seat={null} />;
    case 'several':
      return <PasteForm {...of} />;
    case 'seat':
      return <SeatForm {...of} seat={asked.seat} />;
    case 'office':
      return <OfficeForm {...of} seat={asked.seat} />;
    case 'end':
      return <UnseatForm {...of} seat={asked.seat} />;
    case 'merge':
      return <MergeForm {...of} seat={asked.seat} />;
  }
}
