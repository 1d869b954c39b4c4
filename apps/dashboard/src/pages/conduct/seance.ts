import type { SessionState } from '@registre/deliberation';
import type { SessionBoard } from '@registre/projections';
import { createContext, useContext } from 'react';
import type { Choosable } from '../../ui/member-picker';
import { nameOf, type Members } from '../../wording/members';
import type { May } from '../../api/may';
import type { Commands, Intent } from '../../commands/commands';
import type { Asked } from './acts/asked';

/** The séance that is conducted, for all parts of its page. */
export interface Seance {
  readonly authority: string;
  readonly board: SessionBoard;
  readonly state: SessionState;
  readonly members: Members;
  /** Those who sit, in the order of the list. */
  readonly sitting: readonly Choosable[];
  readonly commands: Commands;
  readonly name: (ref: string) => string;
  /** Whether who is signed in may use a route in this séance. */
  readonly may: May;
  /** The draft of the act's form that is open: it says itself what became of what it sent. */
  readonly formOpen: string | null;
  /** Opens the form of an act; null: closes the one that is open. */
  readonly ask: (asked: Asked | null) => void;
  /** Records something about the séance; `path` after the séance's own. */
  readonly record: (
    path: readonly string[],
    body: object,
    label: string,
    options?: {
      readonly onRecorded?: () => void;
      readonly clears?: readonly string[];
      readonly form?: string;
    },
  ) => void;
}

export const SeanceContext = createContext<Seance | null>(null);

export function useSeance(): Seance {
  const seance = useContext(SeanceContext);
  if (seance === null) throw new Error('this part belongs into the page that conducts a séance');
  return seance;
}

export function seanceOf(
  authority: string,
  board: SessionBoard,
  members: Members,
  { commands, may, ask, formOpen }: Pick<Seance, 'commands' | 'may' | 'ask' | 'formOpen'>,
): Seance {
  const { state, session } = board;
  const name = (ref: string) => nameOf(members, ref);
  const record: Seance['record'] = (path, body, label, { onRecorded, clears, form } = {}) => {
    const intent: Intent = {
      path: ['sessions', session, ...path],
      body,
      label,
      ...(clears === undefined ? {} : { clears }),
      ...(form === undefined ? {} : { form }),
    };
    commands.run(intent, onRecorded);
  };
  return {
    authority,
    board,
    state,
    members,
    sitting: sittingIn(state, name),
    commands,
    name,
    may,
    ask,
    formOpen,
    record,
  };
}

function sittingIn(state: SessionState, name: (ref: string) => string): readonly Choosable[] {
  const seats = state.bodyAtSession?.seats?.map(({ ref }) => ref) ?? [];
  const listed = state.attendance?.map(({ member }) => member) ?? [];
  const gone = new Set(
    state.movements?.filter(({ kind }) => kind === 'resigned').map(({ member }) => member) ?? [],
  );
  return [...new Set([...seats, ...listed])]
    .filter((ref) => !gone.has(ref))
    .map((ref) => ({ ref, name: name(ref) }));
}
