import { notFound } from '@registre/platform';

/** An answer that there is. @throws Refusal `not-found` */
export function found<T>(answer: T | undefined, code: string, message: string): T {
  if (answer === undefined) throw notFound(code, message);
  return answer;
}

/** What an authority answers. @throws Refusal `not-found` where there is none of that key */
export const ofAuthority = <T>(key: string, answer: T | undefined): T =>
  found(answer, 'unknown-authority', `Aucune collectivité «\u00a0${key}\u00a0».`);
