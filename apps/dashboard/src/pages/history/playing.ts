import { useEffect, useRef, useState } from 'react';

/** How long each step is shown, in milliseconds. */
const EVERY = 1_500;

const still = matchMedia('(prefers-reduced-motion: reduce)');

/**
 * Goes on by itself, step by step, once it is asked to, until it is over; not offered to who asked their system for less
 * motion.
 */
export function usePlaying(isOver: boolean, step: () => void) {
  const [wanted, setWanted] = useState(false);
  const on = wanted && !isOver;
  const latest = useRef(step);
  useEffect(() => {
    latest.current = step;
  });
  useEffect(() => {
    if (!on) return;
    const timer = setInterval(() => latest.current(), EVERY);
    return () => {
      clearInterval(timer);
      setWanted(false);
    };
  }, [on]);
  return { on, allowed: !still.matches, toggle: () => setWanted(!on) };
}
