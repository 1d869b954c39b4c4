import { recordWith, type LooseJson } from '../session-record/record.fixture.js';
import type { Check } from './finding.js';

/** What the check finds in the small record once it is changed: severity, code, path. */
export const foundBy =
  (check: Check) =>
  (change?: (json: LooseJson) => void): readonly string[] =>
    check(recordWith(change)).map(({ severity, rule, path }) => `${severity} ${rule} ${path}`);
