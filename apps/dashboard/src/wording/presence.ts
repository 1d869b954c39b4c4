import type { Choice } from '@registre/deliberation';
import type { MemberSession } from '@registre/projections';
import { UNKNOWN } from './unknown';

const PRESENCE: { readonly [presence in NonNullable<MemberSession['presence']>]: string } = {
  present: 'Présent',
  represented: 'Représenté',
  excused: 'Excusé',
  absent: 'Absent',
};

const MODES = { 'in-person': 'dans la salle', remote: 'à distance' } as const;

/** « Présent, à distance »; null: nobody says. */
export function presenceWording({ presence, mode }: Pick<MemberSession, 'presence' | 'mode'>): string | null {
  if (presence === null) return null;
  return presence === 'present' && mode !== null ? `${PRESENCE.present}, ${MODES[mode]}` : PRESENCE[presence];
}

const CHOICES: { readonly [choice in Choice]: string } = {
  for: 'Pour',
  against: 'Contre',
  abstention: 'Abstention',
  'not-taking-part': 'N’a pas pris part au vote',
};

/** How a member voted. */
export const choiceWording = (choice: Choice): string => CHOICES[choice];

const GROUNDS = {
  'personal-interest': 'intérêt personnel (L2131-11)',
  'designated-representative': 'représentant désigné ailleurs (L1111-6)',
} as const;

/** Why a member kept out of an affair. */
export const groundWording = (ground: keyof typeof GROUNDS | null): string =>
  ground === null ? `motif ${UNKNOWN}` : GROUNDS[ground];
