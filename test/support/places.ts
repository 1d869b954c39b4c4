import { join } from 'node:path';

/** The repository. Tests run from `test/dist`. */
export const ROOT = join(import.meta.dirname, '../../..');

/** The command line as `tsc -b` wrote it. */
export const CLI = join(ROOT, 'apps/cli/dist/main.js');

/** The shipped example: the record of the séance that `scripts/play-session.sh` plays. */
export const SHIPPED_RECORD = join(ROOT, 'libs/exchange/examples/amp-bureau-2023-05-04/record.json');

/** The shipped invented séance, with every shape of the format. */
export const EVERY_SHAPE_RECORD = 'libs/exchange/examples/every-shape.json';

/** The template of a plain commune, shipped with the example. */
export const COMMUNE_TEMPLATE = join(ROOT, 'libs/exchange/examples/templates/commune.liquid');

/** The project's reference examples, relative to the repository; some checkouts do not have them. */
export const REFERENCE_EXAMPLES = '../shared/examples';
