import { useDraft } from '../../../commands/draft';
import { useSeance } from '../seance';
import { draftOf, type Asked } from './asked';

/** What is typed in the form of an act, until it is recorded. @param empty the same object at each rendering */
export function useActDraft<T extends object>(asked: Asked, empty: T) {
  const { board } = useSeance();
  const [draft, change] = useDraft<T>(draftOf(board.session, asked), empty);
  const set = (part: Partial<T>) => change((before) => ({ ...before, ...part }));
  return [draft, set] as const;
}

/** What was typed, or null where nothing was. */
export const said = (text: string): string | null => text.trim() || null;
