import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the reference examples are, beside the repository. */
export const EXAMPLES_FOLDER = join(import.meta.dirname, '../../../../../shared/examples');

/** Reads one of the project's reference examples, which stay outside of the repository. */
export type ReadExample = (name: string) => Buffer;

/** A suite that needs the reference examples; where their folder is absent it is skipped, and says so. */
export function describeWithExamples(title: string, suite: (read: ReadExample) => void): void {
  if (existsSync(EXAMPLES_FOLDER)) {
    describe(title, () => suite((name) => readFileSync(join(EXAMPLES_FOLDER, name))));
    return;
  }
  console.warn(`SKIPPED: « ${title} » needs the reference examples, and ${EXAMPLES_FOLDER} is absent.`);
  describe.skip(title, () => suite(() => Buffer.alloc(0)));
}

/** The reference records, by file name. */
export const AMP = 'amp-bureau-2023-05-04.json';
export const PIERREFONDS = 'pierrefonds-cm-2019-09-27.json';
export const EVERY_SHAPE = 'invented-every-shape.json';
