/** The nine headings under which acts are sent to the préfet (@CTES). */
export const SUBJECTS = [
  ['1', 'Commande publique'],
  ['2', 'Urbanisme'],
  ['3', 'Domaine et patrimoine'],
  ['4', 'Fonction publique'],
  ['5', 'Institutions et vie politique'],
  ['6', 'Libertés publiques et pouvoirs de police'],
  ['7', 'Finances locales'],
  ['8', 'Domaines de compétences par thèmes'],
  ['9', 'Autres domaines de compétences'],
] as const;

/** `7.5` → « 7.5 (Finances locales) ». */
export function subjectWording(classification: string): string {
  const [heading] = classification.split('.');
  const name = SUBJECTS.find(([code]) => code === heading)?.[1];
  return name === undefined ? classification : `${classification} (${name})`;
}
