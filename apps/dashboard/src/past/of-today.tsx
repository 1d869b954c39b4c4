import { useClocks } from './clocks';

/** Beside a link to a document, on a page of the past: the document is not of then. */
export function OfToday() {
  const { known } = useClocks();
  return known === null ? null : <small>Document d’aujourd’hui, et non du moment que montre la page.</small>;
}
