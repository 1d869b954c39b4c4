import type { PublicationMedium } from '../affair/affair.js';

const MEDIA: { readonly [medium in PublicationMedium]: string } = {
  website: 'site internet',
  posting: 'affichage',
  paper: 'publication sur papier',
};

/** By what means an act is published (R24, L2131-1). */
export const publicationLong = (medium: PublicationMedium): string => MEDIA[medium];
