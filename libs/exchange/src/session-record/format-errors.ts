import type { ErrorObject } from 'ajv/dist/2020.js';
import type { Reason } from '@registre/platform';

/**
 * What ajv found wrong, each fault once, by field and in French. Where the format allows several types, only what
 * is wrong with the type that was given is told.
 */
export function reasonsOf(errors: readonly ErrorObject[]): readonly Reason[] {
  const byPlace = Map.groupBy(errors, ({ instancePath }) => instancePath);
  const faultsBelow = new Set(errors.flatMap(({ instancePath }) => ancestorsOf(instancePath)));
  return [...byPlace].flatMap(([place, here]) => reasonsAt(here, faultsBelow.has(place)));
}

function ancestorsOf(pointer: string): readonly string[] {
  const ancestors: string[] = [];
  for (let end = pointer.length; end > 0;) {
    end = pointer.lastIndexOf('/', end - 1);
    ancestors.push(pointer.slice(0, end));
  }
  return ancestors;
}

function reasonsAt(errors: readonly ErrorObject[], faultsBelow: boolean): readonly Reason[] {
  if (!errors.some(({ keyword }) => keyword === 'anyOf')) return errors.map(reasonOf);
  const told = errors.filter(({ keyword }) => keyword !== 'anyOf' && keyword !== 'type');
  if (told.length > 0 || faultsBelow) return told.map(reasonOf);
  const types = errors.flatMap(({ keyword, params }) => (keyword === 'type' ? typesIn(params) : []));
  const first = errors[0];
  return first === undefined ? [] : [{ field: fieldOf(first), rule: 'type', message: ofType(types) }];
}

function reasonOf(error: ErrorObject): Reason {
  const { rule, message } = (FAULTS[error.keyword] ?? unforeseen)(error);
  return { field: fieldOf(error), rule, message };
}

/** The dotted path of the field at fault: of a property that is missing or too many, its own. */
function fieldOf({ instancePath, params }: ErrorObject): string {
  const named: unknown = params.missingProperty ?? params.additionalProperty;
  const steps = instancePath.split('/').slice(1).map(unescaped);
  return [...steps, ...(typeof named === 'string' ? [named] : [])].join('.');
}

const unescaped = (step: string): string => step.replaceAll('~1', '/').replaceAll('~0', '~');

type Fault = (error: ErrorObject) => Omit<Reason, 'field'>;

const unforeseen: Fault = ({ keyword, message }) => ({ rule: keyword, message: message ?? keyword });

const FAULTS: Readonly<Record<string, Fault>> = {
  required: () => ({ rule: 'required', message: 'Ce champ est obligatoire.' }),
  additionalProperties: () => ({
    rule: 'unknown-property',
    message: 'Ce champ n’existe pas dans le format session-record/1.',
  }),
  type: ({ params }) => ({ rule: 'type', message: ofType(typesIn(params)) }),
  enum: ({ params }) => ({
    rule: 'enum',
    message: `Valeurs admises : ${(params.allowedValues as unknown[]).map(String).join(', ')}.`,
  }),
  const: ({ params }) => ({
    rule: 'const',
    message: `Seule valeur admise : ${String(params.allowedValue)}.`,
  }),
  pattern: ({ params }) => ({
    rule: 'pattern',
    message: `Forme attendue : ${formOf(String(params.pattern))}.`,
  }),
  format: () => ({ rule: 'date', message: 'Attendu : un jour qui existe, écrit AAAA-MM-JJ.' }),
  minimum: ({ params }) => ({ rule: 'minimum', message: `Attendu : au moins ${params.limit}.` }),
  maximum: ({ params }) => ({ rule: 'maximum', message: `Attendu : au plus ${params.limit}.` }),
  minItems: ({ params }) => ({
    rule: 'minItems',
    message: `Attendu : une liste d’au moins ${params.limit} élément.`,
  }),
  uniqueItems: () => ({ rule: 'uniqueItems', message: 'Un élément de la liste y figure deux fois.' }),
  maxLength: ({ params }) => ({
    rule: 'maxLength',
    message: `Attendu : ${params.limit} caractères au plus.`,
  }),
  minProperties: () => ({
    rule: 'minProperties',
    message: 'Un moment dit au moins son heure ou sa place parmi les affaires.',
  }),
  'false schema': () => ({
    rule: 'one-place',
    message: 'Un moment n’a qu’une place : avant, pendant ou après une affaire.',
  }),
};

const TYPES: Readonly<Record<string, string>> = {
  string: 'un texte',
  integer: 'un nombre entier',
  number: 'un nombre',
  boolean: 'true ou false',
  array: 'une liste',
  object: 'un objet',
  null: 'null',
};

const typesIn = (params: ErrorObject['params']): readonly string[] =>
  [params.type as string | readonly string[]].flat();

const ofType = (types: readonly string[]): string =>
  `Attendu : ${[...new Set(types)].map((type) => TYPES[type] ?? type).join(' ou ')}.`;

const formOf = (pattern: string): string => FORMS[pattern] ?? pattern;

/** What the patterns of the format ask for, in words. */
export const FORMS: Readonly<Record<string, string>> = {
  '^[a-z0-9][a-z0-9-]{2,80}$': 'lettres minuscules sans accent, chiffres et tirets, de 3 à 81 caractères',
  '^[0-9a-f]{64}$': 'une empreinte SHA-256, 64 chiffres hexadécimaux en minuscules',
  '^[a-z0-9]{2,40}$': 'lettres minuscules sans accent et chiffres, de 2 à 40 caractères',
  '^\\d{9}$': 'un SIREN, neuf chiffres',
  '^\\d{14}$': 'un SIRET, quatorze chiffres',
  '^[0-9AB]{3}$': 'un département sur trois caractères (013, 02A, 974)',
  '^[A-Za-z0-9-]{1,20}$': 'lettres sans accent, chiffres et tirets, 20 caractères au plus',
  '^[a-z0-9][a-z0-9-]{0,60}$': 'lettres minuscules sans accent, chiffres et tirets, 61 caractères au plus',
  '^[A-Za-z0-9-]{1,40}$': 'lettres sans accent, chiffres et tirets, 40 caractères au plus',
  '^(?!.*\\.\\.)[A-Za-z0-9_-][A-Za-z0-9._ -]*(/[A-Za-z0-9_-][A-Za-z0-9._ -]*)*$':
    'le chemin d’un fichier dans le dossier du fichier de séance, relatif et sans « .. »',
  '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d$':
    'un jour et une heure, AAAA-MM-JJTHH:MM',
  '^\\d(\\.\\d{1,2}){1,4}$': 'un code de la nomenclature @CTES, par exemple 7.5',
  '^-?\\d+\\.\\d{2}$': 'un montant en euros avec deux décimales et un point, par exemple 75000.00',
  '^\\d+\\.\\d{2}$': 'un montant positif en euros avec deux décimales et un point, par exemple 75000.00',
  '^W\\d{9}$': 'un numéro RNA, W suivi de neuf chiffres',
};
