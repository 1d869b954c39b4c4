import {
  dateLong,
  namedAt,
  timeLong,
  type BodyAtSession,
  type Certification,
  type ConvenedSession,
  type ExtractSubject,
  type SessionState,
} from '@registre/deliberation';
import type { OccurredAt } from '@registre/platform';
import { affairContext } from './affair-context.js';
import type { CertificationContext, ExtractContext, SessionContext } from './context.js';
import { peopleOf, type People } from './people.js';

/**
 * The variables of one affair's extract (`extract-context.schema.json`).
 *
 * @param reportText the report's text, fetched where it stands in the file store; null: unknown
 * @param certification null: a draft
 * @throws TypeError if the séance is not convened or the affair is not on its agenda
 */
export function extractContext(
  subject: ExtractSubject,
  reportText: string | null,
  certification: Certification | null,
): ExtractContext {
  const { session } = subject;
  const { convened, bodyAtSession } = session;
  const affair = session.affairs.find(({ id }) => id === subject.affair);
  if (convened === null || bodyAtSession === null) throw new TypeError('the séance is not convened');
  if (affair === undefined) throw new TypeError(`affair ${subject.affair} is not on the agenda`);
  const people = peopleOf(namedAt(bodyAtSession));
  return {
    authority: authorityContext(subject.authority, bodyAtSession),
    body: {
      key: convened.body,
      name: bodyAtSession.name,
      kind: bodyAtSession.kind,
      membersInOffice: bodyAtSession.inOffice ?? session.stated?.inOffice ?? null,
    },
    session: sessionContext(convened, session, people),
    affair: affairContext(subject, affair, reportText, people),
    extract: certification && certificationContext(certification, people),
  };
}

function authorityContext(key: string, { authority }: BodyAtSession): ExtractContext['authority'] {
  const { name, siren, siret, kind, department } = authority;
  return { key, name, siren, siret, kind, department };
}

function sessionContext(convened: ConvenedSession, state: SessionState, people: People): SessionContext {
  const { date, kind, public: open, place, convenedOn, secondConvocation } = convened;
  return {
    date,
    dateLong: dateLong(date),
    kind,
    public: open,
    place,
    convenedOn,
    convenedOnLong: convenedOn === null ? null : dateLong(convenedOn),
    openedAt: localDateTime(state.openedAt),
    openedAtLong: timeOf(state.openedAt),
    closedAt: localDateTime(state.closedAt),
    closedAtLong: timeOf(state.closedAt),
    secondConvocation,
    chair: state.openingChair === null ? null : people(state.openingChair),
    secretaries: state.secretaries?.map(people) ?? null,
  };
}

function localDateTime(at: OccurredAt | null): string | null {
  if (at === null || at.date === null || at.time === null) return null;
  return `${at.date}T${at.time}`;
}

const timeOf = (at: OccurredAt | null): string | null =>
  at === null || at.time === null ? null : timeLong(at.time);

function certificationContext(
  { formula, signatory, certifiedOn }: Certification,
  people: People,
): CertificationContext {
  const { member, office, remit } = signatory;
  return {
    formula,
    signatory: { fullName: member === null ? null : people(member).fullName, office, remit },
    certifiedOn,
    certifiedOnLong: certifiedOn === null ? null : dateLong(certifiedOn),
  };
}
