import type { MentionKind } from '@registre/deliberation';
import type { AffairDossier } from '@registre/projections';
import { dateMedium } from '../wording/dates';
import { fateWording } from '../wording/fates';

/** What stands noted of an act after its séance. */
export interface StandingMention {
  readonly id: string;
  readonly kind: MentionKind;
  /** Its rank among those of its kind, from 1 on. */
  readonly place: number;
  readonly label: string;
}

export function mentionsOf(dossier: AffairDossier): readonly StandingMention[] {
  const { transmission, acknowledgement, publications, fates } = dossier;
  const one = (kind: MentionKind, place: number, what: string, on: string | null): StandingMention => ({
    id: `${kind}.${place}`,
    kind,
    place,
    label: `${what}, ${on === null ? 'date non renseignée' : dateMedium(on)}`,
  });
  return [
    ...(transmission === null ? [] : [one('transmission', 1, 'Transmission au préfet', transmission.on)]),
    ...(acknowledgement === null
      ? []
      : [one('acknowledgement', 1, 'Accusé de réception', acknowledgement.on)]),
    ...publications.map(({ on }, index) => one('publication', index + 1, 'Publication', on)),
    ...fates.map(({ kind, on }, index) => one('fate', index + 1, fateWording(kind), on)),
  ];
}
