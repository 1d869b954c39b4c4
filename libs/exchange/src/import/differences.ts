/** A difference between what the register holds and what a later revision of a record says. */
export interface Difference {
  /** Dotted path, as in the record as far as it names the same thing. */
  readonly path: string;
  readonly held: unknown;
  readonly said: unknown;
}

type Fields = Readonly<Record<string, unknown>>;

/** Every value that differs, down to the last field; lists are compared item by item. */
export function differencesBetween(held: unknown, said: unknown, path: string): readonly Difference[] {
  if (Array.isArray(held) && Array.isArray(said)) {
    const length = Math.max(held.length, said.length);
    return Array.from({ length }).flatMap((_, index) =>
      differencesBetween(held[index] ?? null, said[index] ?? null, `${path}.${index}`),
    );
  }
  if (isFields(held) && isFields(said)) {
    const names = new Set([...Object.keys(held), ...Object.keys(said)]);
    return [...names].flatMap((name) =>
      differencesBetween(held[name] ?? null, said[name] ?? null, `${path}.${name}`),
    );
  }
  return held === said ? [] : [{ path, held, said }];
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** « au registre : 4 ; dans cette révision : non renseigné » */
export const differenceLong = ({ held, said }: Difference): string =>
  `au registre : ${valueLong(held)} ; dans cette révision : ${valueLong(said)}`;

const LONGEST = 120;

function valueLong(value: unknown): string {
  if (value === null || value === undefined) return 'non renseigné';
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  const text = typeof value === 'string' ? `« ${value} »` : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
