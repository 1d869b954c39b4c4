/** The addresses of the pages, in one place: routes and links must agree. */
export const registerAddress = (authority: string) => `/${authority}`;
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
