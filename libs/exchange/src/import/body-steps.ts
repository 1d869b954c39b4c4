import {
  AdoptTemplate,
  ConstituteBody,
  RegisterAuthority,
  SeatMembers,
  type Numbering,
} from '@registre/deliberation';
import type { LaterDescription } from './later-descriptions.js';
import { onDay, UNDATED } from './occurrences.js';
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
  const { authority, body, session } = dossier.record;
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
  const seated = (members ?? []).filter(({ ref }) => !installedIn(dossier).has(ref));
  if (seated.length > 0) {
    const command: Step['command'] = (despite) =>
      new SeatMembers(dossier.context('members'), key, {
        members: seated,
        ...told(onDay(session.date), despite),
      });
    steps.push({ key: 'members', path: 'body.members', command });
  }
  if (template !== null) {
    const command: Step['command'] = (despite) =>
      new AdoptTemplate(dossier.context('template'), key, { ...template, ...told(UNDATED, despite) });
    steps.push({ key: 'template', path: 'body.template', command, independent: true });
  }
  return steps;
}

const installedIn = ({ record }: Dossier): ReadonlySet<string> =>
  new Set(record.session.movements?.filter(({ kind }) => kind === 'installed').map(({ member }) => member));

/** Whoever took a seat during the séance holds it in those that follow. */
export function installedSteps(dossier: Dossier): readonly Step[] {
  const { body, session } = dossier.record;
  const installed = installedIn(dossier);
  const members = (body.members ?? []).filter(({ ref }) => installed.has(ref));
  if (members.length === 0) return [];
  const seats = members.map((member) => ({ ...member, mandateFrom: member.mandateFrom ?? session.date }));
  const command: Step['command'] = (despite) =>
    new SeatMembers(dossier.context('installed'), body.key, {
      members: seats,
      ...told(onDay(session.date), despite),
    });
  return [{ key: 'installed', path: 'body.members', command }];
}

/** Members are described again as they are since: what an older séance says of them was true then. */
export const redescribedSteps = (dossier: Dossier, later: readonly LaterDescription[]): readonly Step[] =>
  later.map(({ on, seats }): Step => {
    const key = `members:${on}`;
    const command: Step['command'] = (despite) =>
      new SeatMembers(dossier.context(key), dossier.record.body.key, {
        members: [...seats],
        ...told(onDay(on), despite),
      });
    return { key, path: 'body.members', command };
  });
