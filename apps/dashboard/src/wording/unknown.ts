/** How the pages say that a fact is not known: never 0, never an empty cell. */
export const UNKNOWN = 'non renseigné';
