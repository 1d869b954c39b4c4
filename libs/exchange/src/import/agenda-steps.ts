import {
  AttachAnnex,
  ConveneSession,
  NumberAffair,
  PlaceAffair,
  SubmitReport,
  type FileReference,
  type ReportBody,
} from '@registre/deliberation';
import { affairStream } from '@registre/event-store';
import type { RecordAffair } from '../session-record/session-record.js';
import { onDay, UNDATED } from './occurrences.js';
import { copied, told, type Dossier, type Step } from './step.js';

/** An annex's file in the file store. */
export interface AnnexFile {
  readonly reference: FileReference;
  /** SHA-256 of its bytes, hexadecimal. */
  readonly sha256: string;
}

/** The files of the annexes that have one, by their dotted path in the record. */
export type AnnexFiles = ReadonlyMap<string, AnnexFile>;

/** The convocation and its agenda, then the papers: reports, annexes, numbers. */
export const agendaSteps = (dossier: Dossier, files: AnnexFiles): readonly Step[] => [
  conveneStep(dossier),
  ...dossier.course.affairs.map(({ affair, path }) => placeStep(dossier, affair, path)),
  ...dossier.course.affairs.flatMap(({ affair, path }) => [
    ...reportSteps(dossier, affair, path),
    ...annexSteps(dossier, affair, path, files),
    ...numberSteps(dossier, affair, path),
  ]),
];

// An affair has a subject wherever it is shown; of one whose source has none, that is what is shown.
const WITHOUT_SUBJECT = 'Objet non renseigné';

export const SESSION_STEP_KEY = 'session';
export const affairStepKey = (key: string): string => `affair:${key}`;
export const annexStepKey = (affair: string, index: number): string => `annex:${affair}:${index}`;

function conveneStep({ record, context }: Dossier): Step {
  const { body, session } = record;
  const { date, kind, place, convenedOn, secondConvocation, secondConvocationOf, urgency } = session;
  const command: Step['command'] = (despite) =>
    new ConveneSession(context(SESSION_STEP_KEY), {
      body: body.key,
      date,
      kind,
      public: session.public,
      place,
      convenedOn,
      secondConvocation,
      secondConvocationOf,
      urgency: urgency === null ? null : { reason: urgency.reason },
      inOffice: body.membersInOffice ?? session.stated?.inOffice ?? null,
      ...told(onDay(convenedOn), despite),
    });
  return { key: SESSION_STEP_KEY, path: 'session', command };
}

// The order is the source's; without one the affairs stay in the order in which they are placed.
function placeStep({ record, session, context }: Dossier, affair: RecordAffair, path: string): Step {
  const step = affairStepKey(affair.key);
  const { key, order, subject } = affair;
  const command: Step['command'] = (despite) =>
    new PlaceAffair(context(step), session, {
      key,
      order,
      subject: subject ?? WITHOUT_SUBJECT,
      ...told(onDay(record.session.convenedOn), despite),
    });
  return { key: step, path, command };
}

function reportSteps(dossier: Dossier, affair: RecordAffair, path: string): readonly Step[] {
  const report = reportOf(affair);
  if (report === null) return [];
  const key = `report:${affair.key}`;
  const id = dossier.affairOf(affair.key);
  const annexes: [] | null = affair.annexes === null ? null : [];
  const command: Step['command'] = (despite) =>
    new SubmitReport(dossier.context(key), dossier.session, id, {
      report,
      annexes,
      ...told(UNDATED, despite),
    });
  return [{ key, path, command, keepsFilesIn: affairStream(dossier.record.authority.key, id) }];
}

/** Null where the record says nothing that a report says. */
export function reportOf(affair: RecordAffair): ReportBody | null {
  const { classification, rapporteur, delegation, report: text } = affair;
  const lists = {
    references: copied(affair.references),
    citations: copied(affair.citations),
    recitals: copied(affair.recitals),
    articles: copied(affair.articles),
    budget: copied(affair.budget),
    subsidies: copied(affair.subsidies),
  };
  const content = { classification, rapporteur, delegation, text, ...lists };
  if (Object.values(content).every((value) => value === null)) return null;
  return { subject: affair.subject ?? WITHOUT_SUBJECT, format: affair.reportFormat, ...content };
}

function annexSteps(
  dossier: Dossier,
  { key: affairKey, annexes }: RecordAffair,
  affairPath: string,
  files: AnnexFiles,
): readonly Step[] {
  const id = dossier.affairOf(affairKey);
  return (annexes ?? []).map(({ title, sha256 }, index) => {
    const path = `${affairPath}.annexes.${index}`;
    const key = annexStepKey(affairKey, index);
    const file = files.get(path);
    const body = { title, sha256: file?.sha256 ?? sha256 };
    const command: Step['command'] = (despite) =>
      new AttachAnnex(
        dossier.context(key),
        dossier.session,
        id,
        { ...body, ...told(UNDATED, despite) },
        file?.reference ?? null,
      );
    return { key, path, command };
  });
}

function numberSteps(
  dossier: Dossier,
  { key: affairKey, number }: RecordAffair,
  path: string,
): readonly Step[] {
  if (number === null) return [];
  const key = `number:${affairKey}`;
  const id = dossier.affairOf(affairKey);
  const command: Step['command'] = (despite) =>
    new NumberAffair(dossier.context(key), dossier.session, id, { number, ...told(UNDATED, despite) });
  return [{ key, path: `${path}.number`, command }];
}
