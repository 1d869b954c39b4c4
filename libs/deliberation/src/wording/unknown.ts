/** How a document says that a fact is not known (R22: unknown is not zero, and is never left blank). */
export const UNKNOWN = 'non renseigné';

/** The value as it prints, « non renseigné » for null; 0 is known. */
export const orUnknown = (value: string | number | null): string =>
  value === null ? UNKNOWN : String(value);
