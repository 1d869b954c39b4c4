import type { BodyKind } from '@registre/deliberation';
import type { AffairPaper } from '@registre/projections';

/** What an affair still lacks before it is called, in words. */
export function missingIn(
  { report, annexes, number }: AffairPaper,
  body: BodyKind | null,
): readonly string[] {
  if (report === null) return ['le rapport', ...(number === null ? ['le numéro'] : [])];
  const lacks: readonly (readonly [boolean, string])[] = [
    [report.rapporteur === null, 'le rapporteur'],
    [!report.hasText, 'le texte du rapport'],
    [(report.articles ?? 0) === 0, 'le dispositif'],
    [report.classification === null, 'la matière'],
    [body === 'bureau' && report.delegation === null, 'la délégation du conseil'],
    [annexes === null, 'les annexes, ou qu’il n’y en a pas'],
    [number === null, 'le numéro'],
  ];
  return lacks.flatMap(([is, what]) => (is ? [what] : []));
}
