import type { Chance } from './chance.js';

export const WOMEN =
  'Agnès|Aïcha|Amélie|Anaïs|Béatrice|Brigitte|Carole|Cécile|Chloé|Clémence|Éléonore|Élodie|Émilie|Fatima|Françoise|Gaëlle|Geneviève|Hélène|Inès|Joëlle|Léa|Maëlys|Maïté|Martine|Mélanie|Nadège|Noémie|Odile|Océane|Régine|Sidonie|Solène|Sylvie|Thérèse|Valérie|Véronique|Yasmina|Zoé'.split(
    '|',
  );
export const MEN =
  'Adrien|André|Anselme|Benoît|Cédric|Clément|Étienne|Émile|Fabrice|François|Frédéric|Gaël|Gérard|Grégory|Hervé|Jérôme|Joël|Karim|Loïc|Mathéo|Mickaël|Moïse|Noël|Olivier|Pascal|Raphaël|Régis|Rémi|Roland|Sébastien|Stéphane|Tanguy|Théo|Ugo|Valère|Xavier|Yann|Zacharie'.split(
    '|',
  );
export const FAMILIES =
  'ABADIE|ANDRÉ|AUBRY|BARRÈRE|BÉNÉZET|BERTHELOT|BLANCHÈRE|BOISSEAU|BRÉMOND|CAZALÈS|CHÉREAU|CORNILLÈRE|COÜEDIC|D’ARGENS|DELAUNAY|DESCHÊNES|DIALLO|DUPRÉ|ESTÈVE|FABRÈGUE|FAŸ|FERRIÈRE|GÂTINEAU|GÉRARDIN|GUÉHENNEC|HAMADI|HÉBRARD|JOLICŒUR|KERLÉO|LA FAYE|LAFFONT|LE GOFF|LEFÈVRE|LÉOTARD|L’HÉRITIER|MAÇON|MARÉCHAL|MÉNARD|MONNIÈRE|NADÈDE|NOËL|OLLIVIER|ORSINI|PÉLISSIER|PRÉVOST|QUÉMÉNER|RENÉ|RIVIÈRE|ROCHÈRE|ROUSSÎN|SAÏDI|SÉGALA|TESSIER|THÉVENET|TRÉMOLET|URVOY|VALLÉE|VERDIÈRE|VIGNÈRES|YSERN'.split(
    '|',
  );
export const GROUPS = [
  'Ensemble pour le Val-Doré',
  'Val-Doré écologique et solidaire',
  'Union des communes du fleuve',
  'Indépendants et sans étiquette',
] as const;
export const PLACES =
  'Saint-Aubin-des-Prés|Brévainville|Châtelneuf-le-Fort|La Rouvière|Mérignac-sur-Doré|L’Étang-Neuf|Sainte-Énimie-la-Côte|Pont-du-Gué|Villeneuve-l’Évêque|Crézançay|Noyères|Les Hauts-de-Doré'.split(
    '|',
  );
export const STREETS =
  'rue des Tanneurs|avenue de la République|chemin du Moulin-à-Vent|place de l’Hôtel-de-Ville|boulevard Émile-Zola|impasse des Aubépines|quai de la Doré|rue du Général-de-Gaulle'.split(
    '|',
  );
export const ASSOCIATIONS =
  'Les Amis de la Doré|Cap Insertion|Le Théâtre du Détour|Union sportive Val-Doré|La Ressourcerie d’à côté|Mission locale du Val-Doré|Compagnie L’Écho des rues|Cercle d’études et d’histoire|Vélo pour tous|Secours des deux rives|Maison des lycéens|Le Jardin partagé des Noyères'.split(
    '|',
  );
export const COMPANIES =
  'Eaux et Réseaux du Centre|Travaux publics Gâtineau|Énergies du Plateau|Bureau d’études Trémolet|Mobilités du Val|Société d’aménagement du Val-Doré'.split(
    '|',
  );

/** Who may sit in a body. */
export interface Person {
  readonly ref: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly civility: 'Madame' | 'Monsieur';
  readonly group: string;
  readonly birthDate: string;
}

/** Somebody whom the others do not share a ref with. */
export function personOf(chance: Chance, taken: Set<string>): Person {
  const civility = chance.happens(0.5) ? 'Madame' : 'Monsieur';
  const givenName = chance.one(civility === 'Madame' ? WOMEN : MEN);
  const familyName = chance.one(FAMILIES);
  const plain = plainOf(`${familyName} ${givenName}`);
  let ref = plain;
  for (let more = 2; taken.has(ref); more++) ref = `${plain}-${more}`;
  taken.add(ref);
  const month = String(chance.between(1, 12)).padStart(2, '0');
  const birthDate = `${chance.between(1941, 1989)}-${month}-${String(chance.between(1, 28)).padStart(2, '0')}`;
  // The first group governs.
  const group = GROUPS[[0, 0, 0, 0, 0, 1, 1, 2, 2, 3][chance.between(0, 9)] ?? 0] ?? GROUPS[0];
  return { ref, givenName, familyName, civility, group, birthDate };
}

/** Without accents, in lower case, parted by hyphens. */
export const plainOf = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .replaceAll('Œ', 'OE')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-');

export const nameOf = ({ givenName, familyName }: Person): string => `${givenName} ${familyName}`;

/** A SIRET whose check digits are right. */
export function siretOf(chance: Chance): string {
  const digits = (count: number) => String(chance.between(0, 10 ** count - 1)).padStart(count, '0');
  const siren = withCheckDigit(`${chance.between(2, 8)}${digits(7)}`);
  return withCheckDigit(`${siren}${digits(4)}`);
}

/** Followed by the digit that makes them add up (Luhn). */
export function withCheckDigit(digits: string): string {
  const sum = [...digits].toReversed().reduce((total, digit, place) => {
    const value = place % 2 === 0 ? 2 * Number(digit) : Number(digit);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}
