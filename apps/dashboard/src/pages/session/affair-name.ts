import type { SessionState } from '@registre/deliberation';

/** An affair by its place on the agenda, or by its subject where it has none. */
export function affairName({ affairs }: SessionState, id: string): string {
  const affair = affairs.find((one) => one.id === id);
  if (affair === undefined) return id;
  return affair.order === null ? affair.subject : `Point ${affair.order}`;
}
