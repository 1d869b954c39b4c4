import type { Chance } from '../support/chance.js';

/** French as deliberations are worded: few verbs, many objects, places and names, accents and repeated words. */
const ACTS = [
  'Attribution d’une subvention à',
  'Approbation de la convention avec',
  'Demande de subvention auprès de',
  'Avenant n° 2 au marché de',
  'Acquisition d’une parcelle cadastrée pour',
  'Cession d’un bien immobilier à',
  'Modification du tableau des effectifs pour',
  'Garantie d’emprunt accordée à',
  'Fixation des tarifs municipaux de',
  'Délégation de service public pour',
  'Lancement de la procédure de mise en concurrence pour',
  'Règlement intérieur de',
  'Désignation des représentants au sein de',
  'Autorisation de signer le protocole transactionnel avec',
  'Création de postes d’agents contractuels pour',
  'Adhésion au groupement de commandes relatif à',
];
const THINGS = [
  'l’école élémentaire',
  'la crèche municipale',
  'la bibliothèque',
  'la médiathèque',
  'le stade nautique',
  'la piscine',
  'l’association sportive',
  'le club de handball',
  'la cantine scolaire',
  'le théâtre',
  'le conservatoire',
  'la voirie',
  'l’éclairage public',
  'l’assainissement',
  'les espaces verts',
  'le marché couvert',
  'la halle aux grains',
  'l’hôpital',
  'la résidence autonomie',
  'le port de plaisance',
  'la déchèterie',
  'le cimetière',
  'l’office de tourisme',
  'la mairie annexe',
  'les travaux de rénovation énergétique',
  'la vidéoprotection',
  'le logement social',
  'la forêt communale',
  'le réseau de chaleur',
  'les pistes cyclables',
  'la gare routière',
  'le centre de loisirs',
  'le foyer des jeunes travailleurs',
  'la mission locale',
];
const PLACES = [
  'des Tilleuls',
  'de l’Épinette',
  'Jean-Jaurès',
  'de la Côte-Fleurie',
  'du Vieux-Pont',
  'Saint-Éloi',
  'des Cèdres',
  'Louise-Michel',
  'de Beauséjour',
  'du Grand-Pré',
  'Victor-Hugo',
  'des Sœurs-Grises',
  'de la Rivière',
  'du Château-d’Eau',
  'Anatole-France',
  'des Mûriers',
];
const SENTENCES = [
  'La commune souhaite soutenir durablement les habitants du quartier.',
  'Il convient d’adapter les équipements aux besoins des familles et des élèves.',
  'Le montant prévisionnel de l’opération est inscrit au budget primitif de l’exercice.',
  'Cette dépense fera l’objet d’un cofinancement par le département et par la région.',
  'Les crédits nécessaires sont prévus au chapitre des charges à caractère général.',
  'La commission des finances a émis un avis favorable lors de sa dernière réunion.',
  'Le projet répond aux objectifs du plan climat et à ceux de la politique de la ville.',
  'Les riverains ont été consultés au cours de réunions publiques.',
  'La durée de la convention est fixée à trois années, renouvelable une fois.',
  'Un bilan sera présenté chaque année à l’assemblée délibérante.',
];
const GIVEN = [
  'Amélie',
  'Bernard',
  'Cécile',
  'Désiré',
  'Élodie',
  'François',
  'Gaëlle',
  'Hervé',
  'Inès',
  'Jérôme',
];
const FAMILY = [
  'LEFÈVRE',
  'MOREAU',
  'GARCÍA',
  'LE GOFF',
  'DUBOIS',
  'BENALI',
  'D’ARGENT',
  'NGUYEN',
  'PÉREZ',
  'ROUX',
];

/** Words drawn with a chance of one's own. */
export class Words {
  constructor(private readonly chance: Chance) {}

  subject(): string {
    return `${this.of(ACTS)} ${this.of(THINGS)} ${this.of(PLACES)}`;
  }

  text(sentences: number): string {
    return Array.from({ length: sentences }, () => this.of(SENTENCES)).join(' ');
  }

  classification(): string {
    return `${this.chance.between(1, 9)}.${this.chance.between(1, 9)}`;
  }

  person(): { readonly givenName: string; readonly familyName: string } {
    return { givenName: this.of(GIVEN), familyName: `${this.of(FAMILY)}-${this.of(FAMILY)}` };
  }

  /** Words as a citizen types them: one to three, from anywhere, with or without accents, perhaps unfinished. */
  question(): string {
    const said = [this.of(ACTS), this.of(THINGS), this.of(PLACES), this.of(SENTENCES)].join(' ');
    const all = said.match(/\p{L}{4,}/gu) ?? [];
    const some = Array.from({ length: this.chance.between(1, 3) }, () => this.of(all)).join(' ');
    return this.chance.between(0, 1) === 0 ? some : some.normalize('NFD').replace(/\p{M}/gu, '');
  }

  private of<T>(some: readonly T[]): T {
    return some[this.chance.between(0, some.length - 1)] as T;
  }
}
