import { gone } from '@registre/platform';
import type { AffairState } from './affair.js';
import type { FileReference } from './file-reference.js';

/** @throws Refusal `gone`, with the legal basis, when one of those contents was erased */
export function requireKept(
  { erasures }: Pick<AffairState, 'erasures'>,
  ...contents: readonly FileReference[]
): void {
  const erasure = erasures.find(({ content }) => contents.some(({ id }) => id === content));
  if (erasure === undefined) return;
  throw gone('content.erased', `Ce contenu a été effacé du registre. Fondement\u00a0: ${erasure.basis}`);
}
