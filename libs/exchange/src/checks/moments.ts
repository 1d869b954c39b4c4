import type { Moment, SessionRecord } from '../session-record/session-record.js';

/** A moment of the record that is said, and its dotted path. */
export interface MomentAt {
  readonly path: string;
  readonly moment: Moment;
}

/** A part of the séance, its bounds where they are said. */
export interface Span {
  readonly path: string;
  readonly from: Moment | null;
  readonly until: Moment | null;
}

/** Proxies, closed doors and suspensions: all that holds from one moment to another. */
export const spansOf = ({ session }: SessionRecord): readonly Span[] =>
  (['proxies', 'closedDoors', 'suspensions'] as const).flatMap((list) =>
    (session[list] ?? []).map(({ from, until }, index) => ({
      path: `session.${list}.${index}`,
      from,
      until,
    })),
  );

/** Every moment that the record says. */
export const momentsOf = (record: SessionRecord): readonly MomentAt[] =>
  [
    ...spansOf(record).flatMap(({ path, from, until }) => [
      { path: `${path}.from`, moment: from },
      { path: `${path}.until`, moment: until },
    ]),
    ...(record.session.movements ?? []).map(({ when }, index) => ({
      path: `session.movements.${index}.when`,
      moment: when,
    })),
  ].filter((one): one is MomentAt => one.moment !== null);
