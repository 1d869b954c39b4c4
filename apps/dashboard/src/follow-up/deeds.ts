import type { ActDeed, SessionDeed } from '../addresses';

export const ACT_DEED_WORDS: { readonly [deed in ActDeed]: string } = {
  certifier: 'Certifier l’extrait',
  transmettre: 'Noter la transmission au préfet',
  accuser: 'Noter l’accusé de réception',
  publier: 'Noter la publication',
  suite: 'Noter une suite',
  rayer: 'Rayer une mention',
  effacer: 'Ordonner un effacement',
};

export const SESSION_DEED_WORDS: { readonly [deed in SessionDeed]: string } = {
  liste: 'Noter l’affichage de la liste',
  'proces-verbal': 'Arrêter le procès-verbal',
  'proces-verbal-en-ligne': 'Noter sa mise en ligne',
};
