import { createContext, useContext } from 'react';
import type { Reason } from '../api/problem';

/** Why what a form sent was refused, for the fields that it is about. */
export const FaultsContext = createContext<readonly Reason[]>([]);

/**
 * What is wrong with what a field holds, in sentences.
 *
 * @param name of the field in what is sent, e.g. `report.subject`; what is inside it is its own too
 */
export function useFaults(name: string | undefined): readonly string[] {
  const reasons = useContext(FaultsContext);
  if (name === undefined) return [];
  const own = reasons.filter(({ field }) => field === name || field.startsWith(`${name}.`));
  // An empty text also has the wrong form: said once.
  const told = own.filter(({ rule }) => rule !== 'matches' || own.length === 1);
  return [...new Set((told.length > 0 ? told : own).map(({ message }) => message))];
}
