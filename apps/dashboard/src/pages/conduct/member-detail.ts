import type { Seance } from './seance';

const STATUS_WORDS: Readonly<Record<string, string>> = {
  excused: 'excusé(e)',
  absent: 'absent(e)',
  represented: 'représenté(e)',
};

/** What is said of a member beside being in or out. */
export function detailOf({ board, state, name }: Seance, ref: string): string | null {
  const { proxies, chair, present } = board.now.room;
  const given = proxies?.find(({ giver }) => giver === ref);
  const borne = proxies?.find(({ bearer }) => bearer === ref);
  const affair = state.affairs.find(({ id }) => id === state.currentAffair);
  const noted = state.attendance?.find(({ member }) => member === ref);
  const isIn = present?.includes(ref) === true;
  const words = [
    chair === ref ? 'préside' : null,
    state.secretaries?.includes(ref) ? 'secrétaire' : null,
    isIn && noted?.mode === 'remote' ? 'à distance' : null,
    affair?.recusals?.some(({ member }) => member === ref) ? 'se déporte' : null,
    given === undefined ? null : `pouvoir à ${given.bearer === null ? 'non renseigné' : name(given.bearer)}`,
    borne === undefined ? null : `porte le pouvoir de ${name(borne.giver)}`,
    isIn ? null : (STATUS_WORDS[noted?.status ?? ''] ?? null),
  ];
  return words.filter((word) => word !== null).join(', ') || null;
}
