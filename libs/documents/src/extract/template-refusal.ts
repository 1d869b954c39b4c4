import { Refusal, type Reason, type RefusalKind } from '@registre/platform';
import type { LiquidError } from 'liquidjs';

/** What the engine says in English, and the reason given in French. */
const REASONS: readonly (readonly [RegExp, string, (what: string) => string])[] = [
  [
    /^undefined variable: (.+)$/,
    'template.unknown-variable',
    (what) => `la variable « ${what} » n’existe pas`,
  ],
  [/^undefined filter: (.+)$/, 'template.unknown-filter', (what) => `le filtre « ${what} » n’existe pas`],
  [/^tag "(.+)" not found$/, 'template.unknown-tag', (what) => `la balise « ${what} » n’existe pas`],
  [/^(?:tag|output|raw) (.+) not closed$/, 'template.not-closed', (what) => `« ${what} » n’est pas fermé`],
  [/^template render limit exceeded$/, 'template.too-heavy', () => 'le rendu prend trop de temps'],
  [/^memory alloc limit exceeded$/, 'template.too-heavy', () => 'le rendu prend trop de mémoire'],
  [
    /^(?:text length limit exceeded|Invalid string length)$/,
    'template.too-heavy',
    () => 'le texte obtenu est trop long',
  ],
  [/^parse length limit exceeded$/, 'template.too-long', () => 'le modèle est trop long'],
];

/** The refusal of a template, with every reason found, each naming its line and column. */
export function templateRefusal(kind: RefusalKind, errors: readonly unknown[]): Refusal {
  const reasons = errors.flatMap(singleErrors).map(reasonOf);
  const once = [...new Map(reasons.map((reason) => [reason.message, reason])).values()];
  const message =
    kind === 'invalid'
      ? 'Le modèle d’extrait n’est pas utilisable.'
      : 'Le modèle d’extrait ne peut pas être rendu avec cette affaire.';
  return new Refusal(kind, once[0]?.rule ?? 'template.syntax', message, once);
}

/** Whether the engine stopped at a limit of time, memory or length: trying again would take as long. */
export const isTooHeavy = (error: unknown): boolean =>
  singleErrors(error).some((one) => /limit exceeded/.test((one as Error).message));

// The engine exports the class that gathers several errors as a type only.
function singleErrors(error: unknown): readonly unknown[] {
  const { errors } = error as { errors?: readonly unknown[] };
  return errors === undefined ? [error] : errors.flatMap(singleErrors);
}

function reasonOf(error: unknown): Reason {
  const { token, originalError, message } = error as Partial<LiquidError> & Error;
  const said = originalError?.message ?? message.replace(/, line:\d+, col:\d+$/, '');
  const place = token === undefined ? '' : placeOf(token.getPosition());
  for (const [pattern, rule, sentence] of REASONS) {
    const [whole, what = ''] = pattern.exec(said) ?? [];
    if (whole !== undefined) return { field: 'text', rule, message: `${place}${sentence(what)}.` };
  }
  return { field: 'text', rule: 'template.syntax', message: `${place}erreur de syntaxe (${said}).` };
}

const placeOf = ([line, column]: readonly (number | string)[]): string =>
  `Ligne ${line}, colonne ${column} : `;
