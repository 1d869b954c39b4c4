import type { SessionState } from '@registre/deliberation';
import type { SessionBoard } from '@registre/projections';
import { createContext, useContext } from 'react';
import type { Choosable } from '../ui/member-picker';
import { nameOf, type Members } from '../wording/members';
import type { Commands, Intent } from '../commands/commands';

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
  /** Records something about the séance; `path` after the séance's own. */
  readonly record: (
    path: readonly string[],
    body: object,
    label: string,
    onRecorded?: Parameters<Commands['run']>[1],
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
  commands: Commands,
): Seance {
  const { state, session } = board;
  const name = (ref: string) => nameOf(members, ref);
  const record: Seance['record'] = (path, body, label, onRecorded) => {
    const intent: Intent = { path: ['sessions', session, ...path], body, label };
    commands.run(intent, onRecorded);
  };
  return { authority, board, state, members, sitting: sittingIn(state, name), commands, name, record };
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
