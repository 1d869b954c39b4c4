import { useEffect, useState, type RefObject } from 'react';

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Which of the seats of a drawing is pointed at, touched, or has the keyboard, whose arrows go from seat to seat. */
export function usePointedSeat(drawing: RefObject<SVGSVGElement | null>, count: number): number | null {
  const [pointed, setPointed] = useState<number | null>(null);
  useEffect(() => {
    const svg = drawing.current;
    const point = ({ target }: Event) => {
      const seat = seatOf(target);
      if (seat !== null) setPointed(seat);
    };
    const step = (event: KeyboardEvent) => {
      const seat = seatOf(event.target);
      const by = STEPS[event.key];
      if (seat === null || by === undefined) return;
      event.preventDefault();
      const next = Math.min(Math.max(0, seat + by), count - 1);
      svg?.querySelector<SVGGElement>(`[data-seat="${next}"]`)?.focus();
    };
    for (const kind of ['pointerover', 'click', 'focusin']) svg?.addEventListener(kind, point);
    svg?.addEventListener('keydown', step);
    return () => {
      for (const kind of ['pointerover', 'click', 'focusin']) svg?.removeEventListener(kind, point);
      svg?.removeEventListener('keydown', step);
    };
  }, [drawing, count]);
  return pointed !== null && pointed < count ? pointed : null;
}

function seatOf(target: EventTarget | null): number | null {
  const seat = (target as Element | null)?.closest('[data-seat]')?.getAttribute('data-seat');
  return seat == null ? null : Number(seat);
}
