import type { SessionBoard } from '@registre/projections';

/** The place after the last one of the agenda. */
export const nextOrder = ({ affairs }: SessionBoard['state']): number =>
  Math.max(0, ...affairs.map(({ order }) => order ?? 0)) + 1;
