import { notFound, Refusal } from '@registre/platform';
import type { SessionLine } from '@registre/projections';
import type { OpenRegister } from './open-register.js';

/** The séance that an id, a record's id or a day names. @throws Refusal when none or several do */
export async function findSession(
  { readModels }: OpenRegister,
  authority: string,
  reference: string,
): Promise<SessionLine> {
  const named: SessionLine[] = [];
  let cursor: string | undefined;
  do {
    const page = await readModels.sessions(authority, { cursor, limit: 500 });
    named.push(...(page?.items ?? []).filter((line) => bears(line, reference)));
    cursor = page?.next ?? undefined;
  } while (cursor !== undefined);
  const [only, ...others] = named;
  if (only === undefined) throw notFound('unknown-session', `Aucune séance ne répond à « ${reference} ».`);
  if (others.length === 0) return only;
  const lines = named.map(({ session, date, bodyName }) => `${session} (${date}, ${bodyName})`);
  const message = `Plusieurs séances répondent à « ${reference} » :\n${lines.join('\n')}`;
  throw new Refusal('invalid', 'several-sessions', message);
}

const bears = ({ session, record, date }: SessionLine, reference: string): boolean =>
  [session, record, date].includes(reference);
