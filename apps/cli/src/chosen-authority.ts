import { notFound, Refusal } from '@registre/platform';

/** The authority that is named, else the only one. @throws Refusal */
export function chosenAuthority(keys: readonly string[], named: string | undefined): string {
  if (named !== undefined) {
    if (keys.includes(named)) return named;
    throw notFound('unknown-authority', `Aucune collectivité « ${named} » dans ce registre.`);
  }
  const [only, ...others] = keys;
  if (only === undefined) throw notFound('no-authority', 'Ce registre est vide : importez une séance.');
  if (others.length === 0) return only;
  const message = `Plusieurs collectivités : dites laquelle par --authority (${keys.join(', ')}).`;
  throw new Refusal('invalid', 'which-authority', message);
}
