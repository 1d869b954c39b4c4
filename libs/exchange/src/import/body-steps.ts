import {
  AdoptTemplate,
  ConstituteBody,
  RegisterAuthority,
  SeatMembers,
  type Numbering,
} from '@registre/deliberation';
import { UNDATED } from './occurrences.js';
import { told, type Dossier, type Step } from './step.js';

/** The template of the body's extracts, as the record's folder holds it. */
export interface TemplateFile {
  readonly name: string;
  readonly text: string;
}

/**
 * The authority, its body, the members whom the record names, the template.
 *
 * @param numbering within what the body's numbers are unique: its own where it exists, for no record says it
 */
export function bodySteps(
  dossier: Dossier,
  numbering: Numbering,
  template: TemplateFile | null,
): readonly Step[] {
  const { authority, body } = dossier.record;
  const { key: _, ...description } = authority;
  const { key, name, kind, members } = body;
  const steps: Step[] = [
    {
      key: 'authority',
      path: 'authority',
      independent: true,
      command: (despite) =>
        new RegisterAuthority(dossier.context('authority'), { ...description, ...told(UNDATED, despite) }),
    },
    {
      key: 'body',
      path: 'body',
      independent: true,
      command: (despite) =>
        new ConstituteBody(dossier.context('body'), {
          key,
          name,
          kind,
          numbering,
          ...told(UNDATED, despite),
        }),
    },
  ];
  if (members !== null) {
    const command: Step['command'] = (despite) =>
      new SeatMembers(dossier.context('members'), key, { members: [...members], ...told(UNDATED, despite) });
    steps.push({ key: 'members', path: 'body.members', command });
  }
  if (template !== null) {
    const command: Step['command'] = (despite) =>
      new AdoptTemplate(dossier.context('template'), key, { ...template, ...told(UNDATED, despite) });
    steps.push({ key: 'template', path: 'body.template', command, independent: true });
  }
  return steps;
}
