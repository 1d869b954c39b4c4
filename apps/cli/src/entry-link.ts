import { EVERY_AUTHORITY, type Access } from '@registre/api/register';

/** How long a link may wait to be opened, in seconds. */
const LIFETIME = 12 * 3600;

/** A one-time link that opens a browser's session with every role: for who holds the data folder. */
export async function newLink({ credentials }: Access, url: string): Promise<string> {
  const { text } = await credentials.issue('link', {
    actor: 'local',
    grants: [
      {
        authority: EVERY_AUTHORITY,
        roles: ['operator', 'clerk', 'chair', 'signatory', 'auditor'],
        bodies: null,
      },
    ],
    lifetime: LIFETIME,
  });
  return `${url}/entrer?jeton=${text}`;
}
