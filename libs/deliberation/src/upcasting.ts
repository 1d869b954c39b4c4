import { laterVersion } from './command/later-version.js';

/** The data of an event in one version of its shape. */
type Data = { readonly [key: string]: unknown };

/** From one version of an event's shape to the next. */
type Upcaster = (data: Data) => Data;

/** What the older shape did not hold: not known, or what could not be said then. */
const adding =
  (more: Data): Upcaster =>
  (data) => ({ ...data, ...more });

const withRulesOfBody: Upcaster = ({ bodyAtSession, ...data }) => ({
  ...data,
  bodyAtSession: { ...(bodyAtSession as Data), rules: null, outOfMandate: null },
});

const withLists: Upcaster = ({ candidates, ...data }) => ({
  ...data,
  candidates:
    (candidates as readonly Data[] | null)?.map((one) => ({ ...one, seats: null, persons: null })) ?? null,
});

/** By event type, the way from each version of its shape to the next: the present version is one more than they are. */
const UPCASTERS: { readonly [type: string]: readonly Upcaster[] } = {
  SessionConvened: [(data) => ({ ...withRulesOfBody(data), secondConvocationOf: null, urgency: null })],
  SessionOpened: [(data) => ({ ...withRulesOfBody(data), quorum: null })],
  ChairTaken: [adding({ reason: null })],
  BallotOpened: [adding({ positions: null, accounts: false, waiver: null })],
  AffairPostponed: [adding({ proclaimed: null })],
  AffairWithdrawn: [adding({ proclaimed: null })],
  SessionClosed: [adding({ entries: null })],
  RegisterOpened: [adding({ firstSheet: 1 })],
  VotingOpened: [adding({ positions: null, recused: null })],
  HandsCounted: [(data) => ({ ...withLists(data), stated: null, rest: null })],
  BallotClosed: [
    ({ tally, computed, ...data }) => ({
      ...data,
      tally: { ...withLists(tally as Data), papers: null, stated: null },
      computed: computed === null ? null : { ...(computed as Data), basis: null, elected: null },
    }),
  ],
};

/** The version of the shape in which events of that type are written. */
export const versionOf = (type: string): number => (UPCASTERS[type]?.length ?? 0) + 1;

/**
 * The event in the present version of its shape. What is stored is never changed: whoever folds events upcasts them
 * as they are read.
 *
 * @throws Refusal `unavailable` for a version that this code does not know yet
 */
export function upcast<
  E extends { readonly type: string; readonly data: object; readonly metadata: { readonly version: number } },
>(event: E): E {
  const steps = UPCASTERS[event.type] ?? [];
  const { version } = event.metadata;
  if (version === steps.length + 1) return event;
  if (version < 1) throw new RangeError(`${event.type} has no version ${version}`);
  if (version > steps.length + 1) throw laterVersion(`${event.type}, forme ${version}`);
  const data = steps.slice(version - 1).reduce<Data>((older, step) => step(older), event.data as Data);
  return { ...event, data };
}
