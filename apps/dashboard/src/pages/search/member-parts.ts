import type { MemberPart } from '@registre/projections';

/** What an elected member may be to an act. */
export const MEMBER_PARTS: { readonly [part in MemberPart]: string } = {
  rapporteur: 'Rapporteur',
  voter: 'A voté (scrutin nominatif)',
  recused: 'Déporté',
  chair: 'Présidait',
};
