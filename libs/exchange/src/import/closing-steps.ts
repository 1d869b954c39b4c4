import { CertifyExtract, CloseSession } from '@registre/deliberation';
import { affairStream } from '@registre/event-store';
import type { PlacedAffair } from '../session-record/course.js';
import { at, during, onDay } from './occurrences.js';
import { copied, told, type Dossier, type Step } from './step.js';

/** The end of the séance, then the extracts that the source knows to be certified. */
export const closingSteps = (dossier: Dossier): readonly Step[] => [
  closeStep(dossier),
  ...dossier.course.affairs.flatMap((placed) => extractSteps(dossier, placed)),
];

function closeStep(dossier: Dossier): Step {
  const { record, course, session, context } = dossier;
  const { closedAt } = record.session;
  const entries = record.affairs.flatMap(({ key, sheet }) =>
    sheet === null ? [] : [{ affair: dossier.affairOf(key), sheet }],
  );
  // A register that the source does not speak of is numbered elsewhere: its sheets stay unknown.
  const sheets =
    entries.length === 0 ? { sheets: 'unknown' as const } : { sheets: 'stated' as const, entries };
  const when = closedAt === null ? during(course, course.affairs.length - 1, null) : at(closedAt);
  const command: Step['command'] = (despite) =>
    new CloseSession(context('close'), session, { ...sheets, ...told(when, despite) });
  return { key: 'close', path: 'session', command };
}

export function extractSteps(dossier: Dossier, { affair, path }: PlacedAffair): readonly Step[] {
  const { extract } = affair;
  if (extract === null) return [];
  const key = `extract:${affair.key}`;
  const id = dossier.affairOf(affair.key);
  const { formula, signatory, certifiedOn } = extract;
  const command: Step['command'] = (despite) =>
    new CertifyExtract(dossier.context(key), dossier.session, id, {
      formula,
      signatory: { ...signatory, remit: copied(signatory.remit) },
      certifiedOn,
      ...told(onDay(certifiedOn), despite),
    });
  return [
    { key, path: `${path}.extract`, command, keepsFilesIn: affairStream(dossier.record.authority.key, id) },
  ];
}
