import { PatternCircles, PatternLines, type PatternOrientationType } from '@visx/pattern';

/** How a kind of thing is drawn: by colour and by pattern, so that either one tells it. */
export interface Look {
  /** A token of the colours: `--vote-for`. */
  readonly color: string;
  readonly pattern: 'solid' | 'rising' | 'falling' | 'level' | 'dots' | 'grid' | 'hollow' | 'unknown';
}

/** One kind of what a chart counts. */
export interface Kind {
  readonly key: string;
  readonly label: string;
  readonly look: Look;
}

/** What is not known looks the same in every chart. */
export const UNKNOWN_LOOK: Look = { color: '--vote-unknown', pattern: 'unknown' };

/** What a mark of that look is filled with, where `LookPatterns` of the same id stand in the drawing. */
export const fillOf = ({ color, pattern }: Look, id: string): string =>
  pattern === 'solid'
    ? `var(${color})`
    : pattern === 'hollow'
      ? 'var(--sheet)'
      : `url(#${id}${nameOf({ color, pattern })})`;

const nameOf = ({ color, pattern }: Look): string => `${color}-${pattern}`;

const ORIENTATIONS: { readonly [pattern in Look['pattern']]?: PatternOrientationType[] } = {
  rising: ['diagonal'],
  falling: ['diagonalRightToLeft'],
  level: ['horizontal'],
  grid: ['horizontal', 'vertical'],
  unknown: ['diagonal', 'diagonalRightToLeft'],
};

/** The patterns that these kinds are drawn with. */
export function LookPatterns({ kinds, id }: { readonly kinds: readonly Kind[]; readonly id: string }) {
  const looks = new Map(kinds.map(({ look }) => [nameOf(look), look]));
  return [...looks].map(([name, { color, pattern }]) => {
    const size = { id: id + name, width: 6, height: 6 };
    if (pattern === 'dots') {
      return (
        <PatternCircles key={name} {...size} radius={1.6} fill={`var(${color})`} background="var(--sheet)" />
      );
    }
    const orientation = ORIENTATIONS[pattern];
    return orientation === undefined ? null : (
      <PatternLines
        key={name}
        {...size}
        orientation={orientation}
        stroke={`var(${color})`}
        strokeWidth={pattern === 'unknown' ? 1 : 2}
        background="var(--sheet)"
      />
    );
  });
}
