import type { DelayKind } from '@registre/projections';

const percent = new Intl.NumberFormat('fr-FR', { style: 'percent', maximumFractionDigits: 1 });

/** `0.8649` → « 86,5 % ». */
export const rateInPercent = (rate: number): string => percent.format(rate);

const monthName = new Intl.DateTimeFormat('fr-FR', { month: 'short', timeZone: 'UTC' });

/** `2023` → « 2023 », `2023-05` → « mai 2023 ». */
export function periodWording(period: string): string {
  const [year = '', month] = period.split('-');
  return month === undefined ? year : `${monthName.format(new Date(`${period}-01T00:00:00Z`))} ${year}`;
}

export const DELAY_KINDS = [
  'list',
  'minutes',
  'transmission',
  'acknowledgement',
  'publication',
] as const satisfies readonly DelayKind[];

const DELAYS: {
  readonly [kind in DelayKind]: {
    readonly title: string;
    readonly of: 'séance' | 'acte';
    readonly dated: string;
  };
} = {
  list: { title: 'De la séance à la liste des délibérations', of: 'séance', dated: 'séance datée' },
  minutes: { title: 'De l’arrêt du procès-verbal à sa mise en ligne', of: 'séance', dated: 'séance datée' },
  transmission: { title: 'De la séance à la transmission au préfet', of: 'acte', dated: 'acte daté' },
  acknowledgement: { title: 'De la transmission à l’accusé de réception', of: 'acte', dated: 'acte daté' },
  publication: { title: 'De la séance à la publication', of: 'acte', dated: 'acte daté' },
};

export const delayWording = (kind: DelayKind) => DELAYS[kind];

const HEADINGS: Readonly<Record<string, string>> = {
  1: 'Commande publique',
  2: 'Urbanisme',
  3: 'Domaine et patrimoine',
  4: 'Fonction publique',
  5: 'Institutions et vie politique',
  6: 'Libertés publiques et pouvoirs de police',
  7: 'Finances locales',
  8: 'Domaines de compétences par thèmes',
  9: 'Autres domaines de compétences',
};

/** The nine headings of the nomenclature of acts (@CTES); a class of another nomenclature stands for itself. */
export const subjectWording = (classification: string | null): string => {
  if (classification === null) return 'Matière non renseignée';
  const heading = HEADINGS[classification];
  return heading === undefined ? classification : `${classification}. ${heading}`;
};
