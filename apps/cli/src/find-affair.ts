import { notFound, Refusal } from '@registre/platform';
import type { AffairDossier } from '@registre/projections';
import type { OpenRegister } from './open-register.js';

/** The dossier that an id, a number or `RECORD/KEY` names. @throws Refusal when none or several do */
export async function findAffair(
  { readModels }: OpenRegister,
  authority: string,
  reference: string,
): Promise<AffairDossier> {
  const named = (await readModels.findAffairs(authority, reference.normalize('NFC'))) ?? [];
  const [only, ...others] = named;
  if (only === undefined) throw notFound('unknown-affair', `Aucune affaire ne répond à « ${reference} ».`);
  if (others.length > 0) {
    const lines = [only, ...others].map(({ affair, date, subject }) => `${affair} (${date}) ${subject}`);
    const message = `Plusieurs affaires portent « ${reference} » :\n${lines.join('\n')}`;
    throw new Refusal('invalid', 'several-affairs', message);
  }
  const dossier = await readModels.affair(authority, only.affair);
  if (dossier === undefined) throw notFound('unknown-affair', `Aucune affaire ne répond à « ${reference} ».`);
  return dossier;
}
