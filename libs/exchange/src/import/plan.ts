import type { Numbering } from '@registre/deliberation';
import { after, before } from '../session-record/course.js';
import { affairSteps } from './affair-steps.js';
import { agendaSteps, type AnnexFiles } from './agenda-steps.js';
import { bodySteps, type TemplateFile } from './body-steps.js';
import { closingSteps } from './closing-steps.js';
import { openingSteps } from './opening-steps.js';
import { placedProxies } from './proxy-steps.js';
import { roomSteps } from './room-steps.js';
import type { Dossier, Step } from './step.js';

/** What an import needs beside the record. */
export interface Supplies {
  readonly numbering: Numbering;
  readonly template: TemplateFile | null;
  readonly annexes: AnnexFiles;
}

/** The commands that a record amounts to, one after another as it happened. */
export function planOf(dossier: Dossier, { numbering, template, annexes }: Supplies): readonly Step[] {
  const { affairs } = dossier.course;
  const proxies = placedProxies(dossier.course);
  return [
    ...bodySteps(dossier, numbering, template),
    ...agendaSteps(dossier, annexes),
    ...openingSteps(dossier, proxies),
    ...affairs.flatMap((placed) => [
      ...roomSteps(dossier, proxies, before(placed.rank)),
      ...affairSteps(dossier, placed, proxies),
    ]),
    ...roomSteps(dossier, proxies, after(affairs.length - 1)),
    ...closingSteps(dossier),
  ];
}
