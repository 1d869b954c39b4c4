import type { SessionBoard } from '@registre/projections';
import { dateLong } from '../../wording/dates';

export function titleOfSession(board: SessionBoard | undefined): string {
  const { convened, bodyAtSession } = board?.state ?? {};
  if (!convened || !bodyAtSession) return 'Séance';
  return `${bodyAtSession.name}, séance du ${dateLong(convened.date)}`;
}
