import { courseOf } from '../session-record/course.js';
import type { RecordFate, SessionRecord } from '../session-record/session-record.js';
import { finder, type Find, type Finding } from './finding.js';

const UNDOING: ReadonlySet<RecordFate['kind']> = new Set(['withdrawn', 'replaced', 'annulled']);

/**
 * Check 28: only what was decided has a later fate; fates come in the order of their days, an annulment names its
 * court, nothing follows what undid the act (R26).
 */
export function checkFates(record: SessionRecord): readonly Finding[] {
  const find = finder(record, '28');
  return courseOf(record).affairs.flatMap(({ affair, path }) => {
    const fates = affair.fates ?? [];
    if (fates.length > 0 && !DECIDED.has(affair.outcome ?? '')) {
      const message =
        'L’affaire n’a pas été décidée : il n’y a pas d’acte à qui il puisse arriver quelque chose.';
      return [find('S', 'act.undecided', `${path}.fates`, message)];
    }
    return fates.flatMap((fate, index) => [
      ...order(find, record.session.date, fates, index, path),
      ...undone(find, fates, index, path),
      ...words(find, fate, `${path}.fates.${index}`),
    ]);
  });
}

const DECIDED: ReadonlySet<string> = new Set(['adopted', 'rejected', 'noted']);

function order(
  find: Find,
  date: string,
  fates: readonly RecordFate[],
  index: number,
  path: string,
): readonly Finding[] {
  const on = fates[index]?.on ?? null;
  const dated = fates.slice(0, index).flatMap((fate) => (fate.on === null ? [] : [fate.on]));
  const latest = [date, ...dated].toSorted().at(-1) ?? date;
  if (on === null || on >= latest) return [];
  const what = latest === date ? 'la séance' : 'ce qui est arrivé à l’acte auparavant';
  return [find('I', 'R26.order', `${path}.fates.${index}.on`, `${on} vient avant ${what} (${latest}).`)];
}

function undone(find: Find, fates: readonly RecordFate[], index: number, path: string): readonly Finding[] {
  if (!fates.slice(0, index).some(({ kind }) => UNDOING.has(kind))) return [];
  const message = 'L’acte a été retiré, remplacé ou annulé auparavant : rien ne peut plus lui arriver.';
  return [find('I', 'R26.after-undoing', `${path}.fates.${index}`, message)];
}

function words(find: Find, { kind, by, counts }: RecordFate, path: string): readonly Finding[] {
  const findings: Finding[] = [];
  if (kind === 'annulled' && by === null) {
    const message = 'Une annulation est le fait d’un juge, qui n’est pas nommé.';
    findings.push(find('I', 'R26.court', `${path}.by`, message));
  }
  if (kind !== 'vote-rectified' && counts !== null) {
    findings.push(
      find('S', 'fate.counts', `${path}.counts`, 'Seul un vote corrigé a de nouveaux décomptes.'),
    );
  }
  return findings;
}
