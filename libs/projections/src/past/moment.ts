import { endOfDay, isLocalDate, Refusal } from '@registre/platform';

/** A point of an authority's log: an ordinal, or the last event that the register's clock had reached then. */
export type Moment = { readonly ordinal: number } | { readonly instant: string };

const ORDINAL = /^(0|[1-9]\d{0,14})$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/**
 * The point that a text names: an ordinal (`1204`), a day (`2024-05-16`: its end, in the authority's zone), or an
 * instant with its zone (`2024-05-16T18:30:00Z`).
 *
 * @throws Refusal `invalid` for any other text
 */
export function momentOf(text: string, zone: string): Moment {
  if (ORDINAL.test(text)) return { ordinal: Number(text) };
  if (isLocalDate(text)) return { instant: endOfDay(text, zone).toISOString() };
  const instant = INSTANT.test(text) ? new Date(text) : undefined;
  if (instant !== undefined && !Number.isNaN(instant.getTime())) return { instant: instant.toISOString() };
  const message =
    'Attendu\u00a0: un numéro d’ordre du journal, un jour (AAAA-MM-JJ) ou un instant (AAAA-MM-JJThh:mm:ssZ).';
  throw new Refusal('invalid', 'as-known-at', message, [
    { field: 'asKnownAt', rule: 'as-known-at', message },
  ]);
}
