import { Refusal, type Reason } from '@registre/platform';
import type { Finding } from '../checks/finding.js';

/**
 * Refuses a record that is not to be taken, with every reason; the findings stand in `extensions.findings`, with
 * their check and severity.
 *
 * @param asProclaimed whether what is irregular is taken as the source proclaims it
 * @throws Refusal `impossible` when nothing makes it acceptable, else `irregular`
 */
export function refuseUnlessAcceptable(findings: readonly Finding[], asProclaimed: boolean): void {
  const reasons = findings.map(({ path, rule, message }): Reason => ({ field: path, rule, message }));
  if (findings.some(({ severity }) => severity === 'S')) {
    throw refusal('impossible', 'record-impossible', IMPOSSIBLE, reasons, findings);
  }
  if (findings.length > 0 && !asProclaimed) {
    throw refusal('irregular', 'record-irregular', IRREGULAR, reasons, findings);
  }
}

const IMPOSSIBLE = 'Le fichier de séance ne peut pas être enregistré tel qu’il est : rien n’est importé.';
const IRREGULAR =
  'Le fichier de séance se contredit ou contredit les règles : rien n’est importé. Pour l’enregistrer tel que la source le proclame, chaque désaccord étant noté, demandez-le (--as-proclaimed).';

const refusal = (
  kind: 'impossible' | 'irregular',
  code: string,
  message: string,
  reasons: readonly Reason[],
  findings: readonly Finding[],
): Refusal => new Refusal(kind, code, message, reasons, { findings });
