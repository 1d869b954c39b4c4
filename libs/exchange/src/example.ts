/** The folder of the séance that ships with the program: `record.json` and its template. */
export const EXAMPLE_FOLDER = new URL('../examples/amp-bureau-2023-05-04/', import.meta.url);
