import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SHARED = join(import.meta.dirname, '../../../../../shared/examples');

/** Reads one of the project's reference examples, which stay outside of the repository. */
export type ReadExample = (name: string) => Buffer;

/** A suite that needs the reference examples; where their folder is absent it is skipped, and says so. */
export function describeWithExamples(title: string, suite: (read: ReadExample) => void): void {
  if (existsSync(SHARED)) {
    describe(title, () => suite((name) => readFileSync(join(SHARED, name))));
    return;
  }
  console.warn(`SKIPPED: « ${title} » needs the reference examples, and ${SHARED} is absent.`);
  describe.skip(title, () => suite(() => Buffer.alloc(0)));
}

/** The reference records, by file name. */
export const AMP = 'amp-bureau-2023-05-04.json';
export const PIERREFONDS = 'pierrefonds-cm-2019-09-27.json';
export const EVERY_SHAPE = 'invented-every-shape.json';
