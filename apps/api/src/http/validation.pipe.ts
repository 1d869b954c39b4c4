import { ValidationPipe } from '@nestjs/common';
import { Refusal, type Reason } from '@registre/platform';
import type { ValidationError } from 'class-validator';

/** Bodies have exactly the properties that they declare; every fault is told at once. */
export const closedValidation = (): ValidationPipe =>
  new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    stopAtFirstError: false,
    exceptionFactory: (errors) =>
      new Refusal('invalid', 'invalid-body', 'La demande n’a pas la forme attendue.', reasonsOf(errors, '')),
  });

function reasonsOf(errors: readonly ValidationError[], path: string): Reason[] {
  return errors.flatMap((error) => {
    const field = path === '' ? error.property : `${path}.${error.property}`;
    const own = Object.entries(error.constraints ?? {}).map(([rule, english]) =>
      reason(field, rule, english),
    );
    return [...own, ...reasonsOf(error.children ?? [], field)];
  });
}

const FRENCH: Readonly<Record<string, string>> = {
  whitelistValidation: 'Propriété inconnue.',
  isDefined: 'Cette propriété manque.',
  isString: 'Un texte est attendu.',
  minLength: 'Ce texte est vide ou trop court.',
  maxLength: 'Ce texte est trop long.',
  isInt: 'Un nombre entier est attendu.',
  isNumber: 'Un nombre est attendu.',
  min: 'Ce nombre est trop petit.',
  max: 'Ce nombre est trop grand.',
  isBoolean: 'Vrai ou faux est attendu.',
  isIn: 'Cette valeur n’est pas dans la liste admise.',
  equals: 'Cette valeur n’est pas celle attendue.',
  matches: 'Ce texte n’a pas la forme attendue.',
  isArray: 'Une liste est attendue.',
  arrayMinSize: 'Cette liste est vide.',
  arrayMaxSize: 'Cette liste est trop longue.',
  arrayUnique: 'Cette liste répète une valeur.',
  isUuid: 'Un identifiant (uuid) est attendu.',
  isCalendarDate: 'Un jour du calendrier est attendu (AAAA-MM-JJ).',
  isTimeOfDay: 'Une heure est attendue (HH:MM).',
  isZone: 'Un fuseau horaire est attendu (par exemple Europe/Paris).',
  isEmptyOrNull: 'Une liste vide (aucun) ou null (inconnu) est attendu.',
  nestedValidation: 'Un objet est attendu.',
};

const reason = (field: string, rule: string, english: string): Reason => ({
  field,
  rule: rule === 'whitelistValidation' ? 'unknown-property' : rule,
  message: FRENCH[rule] ?? english,
});
