import type { ReactNode } from 'react';
import type { Route } from '../../api/may';
import { useSeance } from './seance';

/** What only those see who may use that route. */
export function IfMay({ route, children }: { readonly route: Route; readonly children: ReactNode }) {
  return useSeance().may(route) ? children : null;
}
