/** What the routes of a séance begin with, as the api names them. */
export const SESSION = '/api/v1/:authority/sessions/:session';
export const AFFAIR = `${SESSION}/affairs/:affair` as const;
export const BALLOT = '/api/v1/:authority/ballots/:ballot';
