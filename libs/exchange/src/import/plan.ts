import type { Numbering } from '@registre/deliberation';
import { before, during, type Place } from '../session-record/course.js';
import { afterwardsSteps } from './afterwards-steps.js';
import { affairSteps } from './affair-steps.js';
import { agendaSteps, type AnnexFiles } from './agenda-steps.js';
import { bodySteps, installedSteps, redescribedSteps, type TemplateFile } from './body-steps.js';
import { closingSteps } from './closing-steps.js';
import type { LaterDescription } from './later-descriptions.js';
import { notHeldSteps } from './not-held-steps.js';
import { openingSteps } from './opening-steps.js';
import type { Dossier, Step } from './step.js';
import { timelineOf } from './timeline.js';

/** What an import needs beside the record. */
export interface Supplies {
  readonly numbering: Numbering;
  readonly template: TemplateFile | null;
  readonly annexes: AnnexFiles;
  /** How séances later than the record's describe its members. */
  readonly later: readonly LaterDescription[];
}

/** The commands that a record amounts to, one after another as it happened. */
export function planOf(dossier: Dossier, { numbering, template, annexes, later }: Supplies): readonly Step[] {
  const { affairs } = dossier.course;
  const beginning = [...bodySteps(dossier, numbering, template), ...agendaSteps(dossier, annexes)];
  if (dossier.record.session.held === false)
    return [...beginning, ...notHeldSteps(dossier), ...redescribedSteps(dossier, later)];
  const timeline = timelineOf(dossier);
  const stepsBetween = (from: Place, until: Place) =>
    timeline.filter(({ place }) => place >= from && place < until).map(({ step }) => step);
  return [
    ...beginning,
    ...openingSteps(dossier),
    ...affairs.flatMap((placed) => [
      ...stepsBetween(before(placed.rank), during(placed.rank)),
      ...affairSteps(
        dossier,
        placed,
        timeline.filter(({ place }) => place === during(placed.rank)),
      ),
    ]),
    ...stepsBetween(before(affairs.length), Infinity),
    ...closingSteps(dossier),
    ...installedSteps(dossier),
    ...redescribedSteps(dossier, later),
    ...afterwardsSteps(dossier),
  ];
}
