import { Menu, type MenuEntry } from '../../ui/menu';
import { ACTS } from './acts/acts';
import type { Asked } from './acts/asked';
import { useSeance } from './seance';

interface Offer {
  readonly label: string;
  readonly asked: Asked;
  /** Why it cannot be done now; undefined: it can. */
  readonly closed?: string | undefined;
}

/** What else can be noted of a member. */
export function MemberMenu({ member, tabIndex }: { readonly member: string; readonly tabIndex: number }) {
  const { board, state, name, may, ask } = useSeance();
  const current = state.currentAffair;
  const notOpen = state.status === 'open' ? undefined : 'la séance n’est pas ouverte';
  const recusals = state.affairs.find(({ id }) => id === current)?.recusals ?? [];
  const isIn = board.now.room.present?.includes(member) === true;
  const offers: readonly Offer[] = [
    recusals.some((one) => one.member === member) && current !== null
      ? {
          label: 'Corriger le déport…',
          asked: {
            act: 'correction',
            correction: { kind: 'recusal', affair: current, member },
            what: `l’annulation du déport de ${name(member)}`,
          },
        }
      : {
          label: 'Se déporte de l’affaire…',
          asked: { act: 'recusal', member },
          closed: current === null ? 'aucune affaire en discussion' : undefined,
        },
    {
      label: 'Sort, avec un motif…',
      asked: { act: 'departure', member },
      closed: notOpen ?? (isIn ? undefined : 'n’est pas en séance'),
    },
    { label: 'Corriger l’appel…', asked: { act: 'attendance', member } },
    { label: 'Démissionne de son mandat…', asked: { act: 'resignation', member }, closed: notOpen },
  ];
  const entries = offers
    .filter(({ asked }) => may(ACTS[asked.act].route))
    .map(({ label, asked, closed }): MenuEntry => ({ label, closed, onChoose: () => ask(asked) }));
  return (
    <Menu label={`Autres actes pour ${name(member)}`} entries={entries} tabIndex={tabIndex}>
      …
    </Menu>
  );
}
