import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { useVisitor } from '../api/queries';

const PLACE = 'registre.retour';

/** Keeps the address of this page, for when whoever reads it has entered. */
export function rememberPlace(): void {
  if (location.pathname === '/') return;
  try {
    sessionStorage.setItem(PLACE, location.pathname + location.search);
  } catch {
    // They find the way themselves.
  }
}

/** On the page where one arrives once entered: back to the page that asked for it. */
export function useWayBack(): void {
  const [, navigate] = useLocation();
  const known = useVisitor().data?.actor != null;
  useEffect(() => {
    if (!known) return;
    const place = placeKept();
    if (place !== null) navigate(place, { replace: true });
  }, [known, navigate]);
}

function placeKept(): string | null {
  try {
    const place = sessionStorage.getItem(PLACE);
    sessionStorage.removeItem(PLACE);
    return place;
  } catch {
    return null;
  }
}
