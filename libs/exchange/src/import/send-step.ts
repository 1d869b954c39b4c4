import type { Despite } from '@registre/deliberation';
import { Refusal, type Reason } from '@registre/platform';
import type { Commands } from './scratch-commands.js';
import type { Step } from './step.js';

/**
 * Sends the command of a step. One that breaks rules of law is sent again despite each of them.
 *
 * @param reason why it is recorded all the same; null: it is not
 * @returns the rules that it broke
 * @throws Refusal as the command's handler
 */
export async function sendStep(
  commands: Commands,
  step: Step,
  reason: string | null,
): Promise<readonly Reason[]> {
  try {
    await commands.execute(step.command([]));
    return [];
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind !== 'irregular' || reason === null) throw error;
    const rules = new Set(error.reasons.map(({ rule }) => rule));
    const despite: readonly Despite[] = [...rules].map((rule) => ({ rule, reason }));
    await commands.execute(step.command(despite));
    return error.reasons;
  }
}
