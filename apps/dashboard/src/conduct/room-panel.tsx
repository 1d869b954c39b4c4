import type { Attendance } from '@registre/deliberation';
import { useState } from 'react';
import { Card } from '../ui/card';
import { KeyGrid, type KeyChoice, type KeyRow } from '../ui/key-grid';
import { Menu, type MenuEntry } from '../ui/menu';
import { plural } from '../wording/amounts';
import { useDraft } from '../commands/draft';
import { ProxiesPart } from './proxies-part';
import { useSeance, type Seance } from './seance';
import styles from './conduct.module.css';

/** Who is in the room: the roll call, then who comes and goes. */
export function RoomPanel() {
  const { state, sitting } = useSeance();
  const called = new Set(state.attendance?.map(({ member }) => member));
  const toCall = sitting.filter(({ ref }) => !called.has(ref));
  const calling = state.affairs.every((affair) => affair.called === null) && toCall.length > 0;
  const over = state.status === 'closed' || state.status === 'not-quorate';
  return (
    <Card title="La salle" id="salle">
      {sitting.length === 0 && <p>Personne n’est connu comme membre de cette instance.</p>}
      {calling && !over && <RollCall />}
      {called.size > 0 && !over && <Movements />}
      {called.size > 0 && !over && <ProxiesPart />}
    </Card>
  );
}

type Status = Attendance['status'];

const STATUSES: readonly KeyChoice<Status>[] = [
  { value: 'present', label: 'Présent', letter: 'P' },
  { value: 'excused', label: 'Excusé', letter: 'E' },
  { value: 'absent', label: 'Absent', letter: 'A' },
];

function RollCall() {
  const { board, state, sitting, record } = useSeance();
  const [draft, change, discard] = useDraft<Readonly<Record<string, Status>>>(`appel.${board.session}`, {});
  const called = new Set(state.attendance?.map(({ member }) => member));
  const toCall = sitting.filter(({ ref }) => !called.has(ref));
  const entries = toCall.flatMap(({ ref }) => {
    const status = draft[ref];
    return status === undefined ? [] : [{ member: ref, status }];
  });
  const count = (status: Status) => entries.filter((entry) => entry.status === status).length;
  return (
    <div className={styles.form}>
      <h3>Appel</h3>
      <p>
        <small>
          Une touche par membre (<kbd>P</kbd>, <kbd>E</kbd>, <kbd>A</kbd>), les flèches pour se déplacer.
        </small>
      </p>
      <KeyGrid
        caption="Appel nominal"
        choices={STATUSES}
        rows={toCall.map(({ ref, name }) => ({ id: ref, name, value: draft[ref] ?? null }))}
        onChoose={(ref, status) => change((before) => ({ ...before, [ref]: status }))}
      />
      <p className={styles.sum} role="status">
        Saisis, non enregistrés&nbsp;: {plural(count('present'), 'présent')},{' '}
        {plural(count('excused'), 'excusé')}, {plural(count('absent'), 'absent')}
        {' – '}
        {plural(toCall.length - entries.length, 'membre')} à appeler
      </p>
      <div className={styles.row}>
        <button
          type="button"
          className="button button-main"
          aria-disabled={entries.length === 0}
          onClick={() =>
            entries.length > 0 &&
            record(['attendance'], { entries }, `l’appel de ${plural(entries.length, 'membre')}`, discard)
          }
        >
          Enregistrer l’appel
        </button>
        <button
          type="button"
          className="button"
          onClick={() =>
            change((before) => Object.fromEntries(toCall.map(({ ref }) => [ref, before[ref] ?? 'present'])))
          }
        >
          Les autres sont présents
        </button>
      </div>
    </div>
  );
}

type Place = 'in' | 'out';

const PLACES: readonly KeyChoice<Place>[] = [
  { value: 'in', label: 'En séance', letter: 'E' },
  { value: 'out', label: 'Sorti', letter: 'S' },
];

function Movements() {
  const seance = useSeance();
  const { board, state, sitting, record } = seance;
  const [sought, seek] = useState('');
  const present = new Set(board.now.room.present);
  const listed = new Map(state.attendance?.map(({ member, status }) => [member, status]));
  const shown = sitting.filter(
    ({ ref, name }) => listed.has(ref) && name.toLowerCase().includes(sought.toLowerCase()),
  );
  const move = (ref: string, place: Place) => {
    const isIn = present.has(ref);
    if ((place === 'in') === isIn || state.status !== 'open') return;
    const [path, label] = isIn ? ['departures', 'le départ'] : ['arrivals', 'l’arrivée'];
    record([path ?? ''], { member: ref }, `${label} de ${seance.name(ref)}`);
  };
  return (
    <div className={styles.form}>
      <h3>
        Présents maintenant <small>({present.size})</small>
      </h3>
      {sitting.length > 12 && (
        <input
          type="search"
          aria-label="Chercher un membre"
          placeholder="Chercher un membre"
          value={sought}
          onChange={(event) => seek(event.target.value)}
        />
      )}
      <KeyGrid
        caption="Membres en séance"
        choices={PLACES}
        rows={shown.map(({ ref, name }): KeyRow<Place> => ({
          id: ref,
          name,
          detail: detailOf(seance, ref),
          value: present.has(ref) ? 'in' : 'out',
        }))}
        onChoose={move}
        extra={(ref, tabIndex) => <MemberMenu member={ref} tabIndex={tabIndex} />}
      />
    </div>
  );
}

const STATUS_WORDS: Readonly<Record<string, string>> = {
  excused: 'excusé(e)',
  absent: 'absent(e)',
  represented: 'représenté(e)',
};

/** What the list says of a member beside being in or out. */
function detailOf({ board, state, name }: Seance, ref: string): string | null {
  const { proxies, chair, present } = board.now.room;
  const given = proxies?.find(({ giver }) => giver === ref);
  const borne = proxies?.find(({ bearer }) => bearer === ref);
  const affair = state.affairs.find(({ id }) => id === state.currentAffair);
  const status = state.attendance?.find(({ member }) => member === ref)?.status ?? '';
  const words = [
    chair === ref ? 'préside' : null,
    state.secretaries?.includes(ref) ? 'secrétaire' : null,
    affair?.recusals?.some(({ member }) => member === ref) ? 'se déporte' : null,
    given === undefined ? null : `pouvoir à ${given.bearer === null ? 'non renseigné' : name(given.bearer)}`,
    borne === undefined ? null : `porte le pouvoir de ${name(borne.giver)}`,
    present?.includes(ref) ? null : (STATUS_WORDS[status] ?? null),
  ];
  return words.filter((word) => word !== null).join(', ') || null;
}

function MemberMenu({ member, tabIndex }: { readonly member: string; readonly tabIndex: number }) {
  const { state, name, record } = useSeance();
  const current = state.currentAffair;
  const who = name(member);
  const correct = (correction: object, label: string) =>
    record(['corrections'], { correction, reason: 'Erreur de saisie' }, label);
  const moved = state.movements?.some((one) => one.member === member) === true;
  const recusal = state.affairs
    .find(({ id }) => id === current)
    ?.recusals?.some((one) => one.member === member);
  const entries: MenuEntry[] = [
    {
      label: recusal ? 'Annuler le déport (erreur)' : 'Se déporte de l’affaire et sort',
      closed: current === null ? 'aucune affaire en discussion' : undefined,
      onChoose: () =>
        recusal
          ? correct({ kind: 'recusal', affair: current, member }, `l’annulation du déport de ${who}`)
          : record(
              ['affairs', current ?? '', 'recusals'],
              { member, ground: 'personal-interest', left: true },
              `le déport de ${who}`,
            ),
    },
    {
      label: 'Prend la présidence',
      onChoose: () => record(['chair'], { member }, `la présidence de ${who}`),
    },
    {
      label: 'Secrétaire de séance',
      onChoose: () => record(['secretaries'], { member }, `${who}, secrétaire de séance`),
    },
    ...STATUSES.map(({ value, label }) => ({
      label: `Corriger l’appel\u00a0: ${label.toLowerCase()}`,
      onChoose: () =>
        correct({ kind: 'attendance', member, status: value }, `la rectification de l’appel pour ${who}`),
    })),
    {
      label: 'Annuler le dernier mouvement (erreur)',
      closed: moved ? undefined : 'aucun mouvement',
      onChoose: () => correct({ kind: 'movement', member }, `l’annulation du mouvement de ${who}`),
    },
    {
      label: 'Démissionne de son mandat',
      onChoose: () => record(['resignations'], { member }, `la démission de ${who}`),
    },
  ];
  return (
    <Menu label={`Autres actes pour ${who}`} entries={entries} tabIndex={tabIndex}>
      …
    </Menu>
  );
}
