import { PERMISSIONS } from './permissions.js';
import { EVERY_AUTHORITY, Rights, type Grant } from './roles.js';

/** A séance to be convened names its body in the request's own body. */
export const CONVENING = 'POST /api/v1/:authority/sessions';

const isOfBody = (route: string): boolean => route === CONVENING || /:(body|session|ballot)\b/.test(route);

/**
 * The routes that a grant opens beside those open to anyone: `POST /api/v1/:authority/sessions`. What a grant for some
 * bodies opens for these only is among them.
 */
export function routesOf(grant: Grant): readonly string[] {
  const rights = new Rights({ grants: [grant] }, grant.authority);
  return [...PERMISSIONS].flatMap(([route, { roles }]) => {
    if (roles === 'anyone') return [];
    const isElsewhere = !route.includes(':authority') && grant.authority !== EVERY_AUTHORITY;
    if (isElsewhere && !roles.includes('reader')) return [];
    const may = rights.has(roles, null) || (isOfBody(route) && rights.hasSomewhere(roles));
    return may ? [route] : [];
  });
}
