import type { ReportBody } from '@registre/deliberation';
import type { Chance } from './chance.js';
import { ASSOCIATIONS, COMPANIES, PLACES, siretOf, STREETS } from './names.js';

/** How an affair is dealt with, beyond a vote for or against. */
export type Course = 'vote' | 'information' | 'accounts' | 'election' | 'designation';

/** What affairs are about; in the subject, words in braces are drawn. */
interface Matter {
  /** Code of the national ACTES classification. */
  readonly classification: string;
  readonly subject: string;
  readonly role: string;
  readonly course: Course;
  readonly money?: 'subsidy' | 'expense';
  readonly decides: string;
  /** Whether a bureau may decide it: the council keeps budget, rates and accounts (L5211-10). */
  readonly reserved?: true;
  /** How often, beside the others. */
  readonly weight: number;
}

const MATTERS: readonly Matter[] = [
  {
    classification: '7.5.2',
    subject: 'Attribution d’une subvention à l’association « {association} » pour l’année {year}',
    role: 'Vie associative et citoyenneté',
    course: 'vote',
    money: 'subsidy',
    decides: 'Une subvention de {amount} € est attribuée à l’association « {association} ».',
    weight: 14,
  },
  {
    classification: '7.5.1',
    subject: 'Convention d’objectifs {year} avec « {association} » et soutien à son programme d’actions',
    role: 'Solidarités et insertion',
    course: 'vote',
    money: 'subsidy',
    decides: 'La convention d’objectifs avec « {association} », d’un montant de {amount} €, est approuvée.',
    weight: 8,
  },
  {
    classification: '1.1',
    subject: 'Marché de travaux d’assainissement à {place} – {street} : attribution à {company}',
    role: 'Eau et assainissement',
    course: 'vote',
    money: 'expense',
    decides: 'Le marché est attribué à {company} pour un montant de {amount} € hors taxes.',
    weight: 9,
  },
  {
    classification: '1.2.1',
    subject: 'Avenant n° {small} au contrat de délégation du service de l’eau potable passé avec {company}',
    role: 'Eau et assainissement',
    course: 'vote',
    decides: 'L’avenant n° {small} est approuvé et la signature en est autorisée.',
    reserved: true,
    weight: 3,
  },
  {
    classification: '3.1',
    subject: 'Acquisition d’une parcelle de {small} ares, {street}, à {place}',
    role: 'Foncier et patrimoine',
    course: 'vote',
    money: 'expense',
    decides: 'L’acquisition est approuvée au prix de {amount} €.',
    weight: 8,
  },
  {
    classification: '3.2',
    subject: 'Cession d’un terrain de la zone d’activités de {place} à {company}',
    role: 'Développement économique',
    course: 'vote',
    decides: 'La cession est consentie au prix de {amount} €.',
    weight: 5,
  },
  {
    classification: '2.1.2',
    subject: 'Plan local d’urbanisme intercommunal : bilan de la concertation sur la révision n° {small}',
    role: 'Urbanisme et habitat',
    course: 'vote',
    decides: 'Le bilan de la concertation est approuvé et le projet de révision est arrêté.',
    reserved: true,
    weight: 4,
  },
  {
    classification: '8.8',
    subject: 'Collecte des déchets : règlement du service pour {place} et les communes voisines',
    role: 'Environnement et déchets',
    course: 'vote',
    decides: 'Le règlement du service est adopté ; il entre en vigueur le 1er janvier suivant.',
    weight: 5,
  },
  {
    classification: '8.7',
    subject: 'Réseau de mobilités : desserte de {place} par la ligne {small} à compter de la rentrée {year}',
    role: 'Mobilités',
    course: 'vote',
    money: 'expense',
    decides: 'La desserte est approuvée, pour une dépense annuelle de {amount} €.',
    weight: 5,
  },
  {
    classification: '4.1.1',
    subject: 'Tableau des effectifs : création de {small} emplois permanents au service {service}',
    role: 'Ressources humaines',
    course: 'vote',
    decides: 'Les emplois sont créés et le tableau des effectifs est modifié.',
    weight: 7,
  },
  {
    classification: '7.1.2',
    subject: 'Décision modificative n° {small} du budget principal {year}',
    role: 'Finances',
    course: 'vote',
    money: 'expense',
    decides: 'La décision modificative n° {small} est adoptée par chapitre.',
    reserved: true,
    weight: 4,
  },
  {
    classification: '7.1.1',
    subject: 'Budget primitif {year} : budget principal et budgets annexes',
    role: 'Finances',
    course: 'vote',
    money: 'expense',
    decides: 'Le budget primitif {year} est adopté par chapitre, en équilibre.',
    reserved: true,
    weight: 2,
  },
  {
    classification: '7.1.3',
    subject: 'Compte administratif de l’exercice {before} : budget principal',
    role: 'Finances',
    course: 'accounts',
    decides: 'Le compte administratif {before} est approuvé.',
    reserved: true,
    weight: 2,
  },
  {
    classification: '7.2.2',
    subject: 'Fixation des taux de la cotisation foncière des entreprises pour {year}',
    role: 'Finances',
    course: 'vote',
    decides: 'Les taux sont maintenus à leur niveau de {before}.',
    reserved: true,
    weight: 2,
  },
  {
    classification: '7.10',
    subject: 'Rapport d’orientations budgétaires {year} : prise d’acte de la tenue du débat',
    role: 'Finances',
    course: 'information',
    decides: 'Il est pris acte de la tenue du débat d’orientations budgétaires.',
    reserved: true,
    weight: 2,
  },
  {
    classification: '8.8',
    subject: 'Rapport annuel {before} sur le prix et la qualité du service public de l’eau',
    role: 'Eau et assainissement',
    course: 'information',
    decides: 'Il est pris acte du rapport.',
    weight: 3,
  },
  {
    classification: '5.3.2',
    subject: 'Désignation d’un représentant au conseil d’administration de « {association} »',
    role: 'Administration générale',
    course: 'designation',
    decides: 'Le représentant est désigné.',
    weight: 4,
  },
  {
    classification: '9.1',
    subject: 'Convention de groupement de commandes avec la commune de {place} pour {service}',
    role: 'Administration générale',
    course: 'vote',
    decides: 'La convention est approuvée et la signature en est autorisée.',
    weight: 6,
  },
  {
    classification: '9.4',
    subject: 'Motion pour le maintien du centre hospitalier et de la maternité de {place}',
    role: 'Santé',
    course: 'vote',
    decides: 'La motion est adoptée et sera adressée au préfet.',
    weight: 2,
  },
];

const SERVICES =
  'des routes|de la petite enfance|des archives|informatique|des espaces verts|de l’action culturelle'.split(
    '|',
  );

/** An affair as it is proposed. */
export interface Proposal {
  readonly course: Course;
  readonly report: ReportBody;
}

export const ELECTION: Matter = {
  classification: '5.1.1',
  subject: 'Élection {office}',
  role: 'Administration générale',
  course: 'election',
  decides: 'Est proclamé(e) élu(e) {office}.',
  reserved: true,
  weight: 0,
};

const allOf = (inBureau: boolean): readonly Matter[] =>
  MATTERS.filter(({ reserved }) => !inBureau || reserved !== true).flatMap((matter) =>
    Array<Matter>(matter.weight).fill(matter),
  );
const WEIGHTED = { council: allOf(false), bureau: allOf(true) };

/** Drawn for a body's séance of a year; `delegation` where it is a bureau's. */
export function proposalOf(
  chance: Chance,
  year: number,
  rapporteur: string | null,
  delegation: string | null,
): Proposal {
  const matter = chance.one(delegation === null ? WEIGHTED.council : WEIGHTED.bureau);
  return drawn(matter, chance, year, rapporteur, delegation, '');
}

/** The election to an office, e.g. « du président ». */
export const electionOf = (
  chance: Chance,
  year: number,
  rapporteur: string | null,
  office: string,
): Proposal => drawn(ELECTION, chance, year, rapporteur, null, office);

function drawn(
  matter: Matter,
  chance: Chance,
  year: number,
  rapporteur: string | null,
  delegation: string | null,
  office: string,
): Proposal {
  const amount = `${chance.between(1, 900) * chance.one([50, 500, 1_000])}.00`;
  const words: Readonly<Record<string, string>> = {
    year: String(year),
    before: String(year - 1),
    small: String(chance.between(1, 24)),
    amount: Number(amount).toLocaleString('fr-FR'),
    association: chance.one(ASSOCIATIONS),
    company: chance.one(COMPANIES),
    place: chance.one(PLACES),
    street: chance.one(STREETS),
    service: chance.one(SERVICES),
    office,
  };
  const filled = (text: string) => text.replaceAll(/\{(\w+)\}/g, (_all, word: string) => words[word] ?? word);
  const subject = filled(matter.subject);
  return {
    course: matter.course,
    report: {
      subject,
      classification: matter.classification,
      references: chance.happens(0.1) ? [{ system: 'GED', id: `R-${chance.between(10_000, 99_999)}` }] : [],
      rapporteur: { member: rapporteur, role: matter.role },
      delegation,
      text: reportText(chance, subject, filled(matter.decides), matter.role),
      format: 'text',
      citations: citationsOf(chance, delegation),
      recitals: [`qu’il y a lieu de se prononcer sur le point suivant : ${subject}`],
      articles: articlesOf(chance, filled(matter.decides)),
      budget: matter.money === undefined ? [] : [budgetLine(chance, amount, year)],
      subsidies: matter.money === 'subsidy' ? [subsidyOf(chance, words.association ?? '', amount, year)] : [],
    },
  };
}

const citationsOf = (chance: Chance, delegation: string | null): string[] => [
  'le code général des collectivités territoriales',
  ...(delegation === null ? [] : [`la délibération ${delegation} portant délégation au bureau`]),
  ...chance.some(
    [
      'l’avis de la commission des finances',
      'les statuts de l’établissement',
      'l’avis favorable du comité technique',
    ],
    chance.between(0, 2),
  ),
];

const articlesOf = (chance: Chance, decides: string) => [
  { label: 'Article 1', text: decides },
  ...(chance.happens(0.6)
    ? [{ label: 'Article 2', text: 'Les crédits nécessaires sont inscrits au budget de l’exercice.' }]
    : []),
  { label: 'Article dernier', text: 'Le président est chargé de l’exécution de la présente délibération.' },
];

const SENTENCES = [
  'Le service a conduit une concertation avec les communes concernées, dont le bilan est joint au rapport.',
  'Cette proposition s’inscrit dans la continuité du projet de territoire adopté en début de mandat.',
  'L’étude de faisabilité a fait apparaître deux scénarios ; c’est le second, moins coûteux, qui est retenu.',
  'Les habitants ont été informés lors de trois réunions publiques, auxquelles plus de cent personnes ont pris part.',
  'Le calendrier prévisionnel prévoit un commencement au printemps et un achèvement avant la fin de l’année.',
  'Un bilan d’étape sera présenté à l’assemblée dans un délai de douze mois.',
  'La dépense est couverte à hauteur de quarante pour cent par les concours de l’État et de la région.',
  'Le comité consultatif a rendu un avis favorable, assorti de réserves auxquelles il a été répondu.',
  'Aucune incidence n’est attendue sur les tarifs acquittés par les usagers du service.',
];

function reportText(chance: Chance, subject: string, decides: string, role: string): string {
  const body = chance.some(SENTENCES, chance.between(3, 6));
  const half = Math.ceil(body.length / 2);
  return [
    `Au titre de la délégation « ${role} », il est proposé à l’assemblée de se prononcer sur : ${subject}.`,
    body.slice(0, half).join(' '),
    body.slice(half).join(' '),
    `Il est en conséquence proposé ce qui suit. ${decides}`,
  ].join('\n\n');
}

const budgetLine = (chance: Chance, amount: string, year: number) => ({
  amount,
  currency: 'EUR' as const,
  year,
  section: chance.one(['fonctionnement', 'investissement', null] as const),
  chapter: chance.one(['65', '011', '204', '23', null]),
  function: null,
  nature: chance.one(['6574', '2315', '65748', null]),
  policy: null,
});

const subsidyOf = (chance: Chance, beneficiary: string, amount: string, year: number) => ({
  beneficiary,
  siret: chance.happens(0.7) ? siretOf(chance) : null,
  rna: chance.happens(0.3) ? `W${chance.between(100_000_000, 999_999_999)}` : null,
  amount,
  shareOfBudget: chance.happens(0.5) ? chance.between(5, 80) / 100 : null,
  agreementDate: chance.happens(0.3) ? `${year}-02-01` : null,
});
