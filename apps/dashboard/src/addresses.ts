/** The addresses of the pages, in one place: routes and links must agree. */
export const registerAddress = (authority: string) => `/${authority}`;
/** Two moments side by side; what is null or absent is not in the address. */
export const compareAddress = (
  authority: string,
  asked: { readonly affaire?: string | null; readonly du?: string | null; readonly au?: string | null } = {},
) => withSearch(`/${authority}/comparer`, asked);
/** The history of an authority, filtered. */
export const journalAddress = (authority: string, filter: Readonly<Record<string, string | null>> = {}) =>
  withSearch(`/${authority}/journal`, filter);

function withSearch(path: string, asked: Readonly<Record<string, string | null | undefined>>): string {
  const said = Object.entries(asked).filter((entry): entry is [string, string] => entry[1] != null);
  const search = new URLSearchParams(said).toString();
  return search === '' ? path : `${path}?${search}`;
}

export const sessionsAddress = (authority: string) => `/${authority}/seances`;
export const conveneAddress = (authority: string) => `${sessionsAddress(authority)}/nouvelle`;
export const delaysAddress = (authority: string) => `/${authority}/a-faire`;
export const sessionAddress = (authority: string, id: string) => `/${authority}/seances/${id}`;
export const sessionHistoryAddress = (authority: string, id: string) =>
  `${sessionAddress(authority, id)}/historique`;
export const conductAddress = (authority: string, id: string) => `${sessionAddress(authority, id)}/conduite`;
export const roomScreenAddress = (authority: string, id: string) => `${sessionAddress(authority, id)}/salle`;
export const actAddress = (authority: string, id: string) => `/${authority}/affaires/${id}`;
export const actHistoryAddress = (authority: string, id: string) => `${actAddress(authority, id)}/historique`;
export const bodiesAddress = (authority: string) => `/${authority}/instances`;
export const bodyAddress = (authority: string, body: string) => `${bodiesAddress(authority)}/${body}`;
/** By the authority's own number: one act, or all that bear it. */
export const numberAddress = (authority: string, number: string) =>
  `/${authority}/actes/${number.split('/').map(encodeURIComponent).join('/')}`;
export const searchAddress = (authority: string) => `/${authority}/recherche`;
export const printableRegisterAddress = (authority: string) => `/${authority}/registre-imprimable`;
export const figuresAddress = (authority: string) => `/${authority}/chiffres`;
export const membersAddress = (authority: string) => `/${authority}/elus`;
export const memberAddress = (authority: string, member: string) => `${membersAddress(authority)}/${member}`;
export const preparationAddress = (authority: string, id: string) =>
  `${sessionAddress(authority, id)}/preparation`;
export const reportAddress = (authority: string, id: string, affair: string) =>
  `${preparationAddress(authority, id)}/${affair}`;
export const rulesAddress = (authority: string) => `/${authority}/regles`;

/** What can be done about an act or a séance on its page, as its address says it: `?faire=transmettre`. */
export const ACT_DEEDS = [
  'certifier',
  'transmettre',
  'accuser',
  'publier',
  'suite',
  'rayer',
  'effacer',
] as const;
export type ActDeed = (typeof ACT_DEEDS)[number];
export const SESSION_DEEDS = ['liste', 'proces-verbal', 'proces-verbal-en-ligne'] as const;
export type SessionDeed = (typeof SESSION_DEEDS)[number];
export const toDo = (address: string, deed: ActDeed | SessionDeed): string => `${address}?faire=${deed}`;
