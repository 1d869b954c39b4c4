import type { AffairDossier } from '@registre/projections';
import { nameOf } from '../wording/members';
import type { Choosable } from '../ui/member-picker';
import { todayIn } from '../wording/dates';

/** A form about an act, in its dialog. */
export interface FormOfAct {
  readonly dossier: AffairDossier;
  readonly done: () => void;
}

/** Where something is recorded of an act. */
export const pathOf = ({ session, affair }: AffairDossier, ...rest: readonly string[]): readonly string[] => [
  'sessions',
  session,
  'affairs',
  affair,
  ...rest,
];

export const membersIn = ({ members }: AffairDossier): readonly Choosable[] =>
  Object.keys(members).map((ref) => ({ ref, name: nameOf(members, ref) }));

export const todayFor = ({ authority }: AffairDossier): string => todayIn(authority.timezone);
