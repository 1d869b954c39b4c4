import { forbidden } from '@registre/platform';
import type { FastifyRequest } from 'fastify';
import { nameOf } from './hosts.js';

/** What the pages of this server send with every request that changes something; a form of another site cannot. */
export const PAGES_HEADER = 'x-registre';

const SAFE = ['GET', 'HEAD', 'OPTIONS'];

/**
 * A session's cookie is sent by the browser whoever made the page: what changes something must come from a page of
 * this server, as the browser says itself (Sec-Fetch-Site, else Origin) and as a header of our own shows.
 *
 * @throws Refusal `forbidden`
 */
export function requireSameOrigin({ method, headers }: FastifyRequest, hosts: ReadonlySet<string>): void {
  if (SAFE.includes(method)) return;
  const site = headers['sec-fetch-site'];
  const isOwn =
    site === undefined ? isOwnOrigin(headers.origin, headers.host, hosts) : site === 'same-origin';
  if (isOwn && headers[PAGES_HEADER] !== undefined) return;
  throw forbidden('cross-site', 'Cette demande ne vient pas d’une page de ce registre.');
}

function isOwnOrigin(
  origin: string | undefined,
  host: string | undefined,
  hosts: ReadonlySet<string>,
): boolean {
  if (origin === undefined || !URL.canParse(origin)) return false;
  const own = new URL(origin);
  return own.host === host && hosts.has(nameOf(own.host));
}
