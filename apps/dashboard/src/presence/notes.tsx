import type { Attendance } from '@registre/deliberation';

/** Beside a name: who presides, who keeps the minutes, who attends from elsewhere. */
export function notesOn(
  chair: string | null,
  secretaries: readonly string[] | null,
  attendance: readonly Attendance[] | null,
) {
  const remote = new Set(attendance?.filter(({ mode }) => mode === 'remote').map(({ member }) => member));
  return (ref: string) => {
    const notes = [
      ref === chair && 'présidence',
      secretaries?.includes(ref) && 'secrétariat',
      remote.has(ref) && 'à distance',
    ].filter(Boolean);
    return notes.length === 0 ? null : <em>({notes.join(', ')})</em>;
  };
}
