import fc from 'fast-check';
import { newId, Refusal } from '@registre/platform';
import type { Accepted, Created } from '../command/command-context.js';
import { bodyOf, request, type Node } from '../node.fixture.js';
import { OpenBallot } from '../session/open-ballot.js';
import { PlaceAffair } from '../session/place-affair.js';

type Class = new (...parameters: never[]) => object;

/** What is asked of the register, sensibly or not: a command, what it is about, and its body. */
export interface Asked {
  readonly command: Class;
  readonly type: new () => object;
  readonly of:
    | 'session'
    | 'affair'
    | 'ballot'
    | 'ballot-in-session'
    | 'giver'
    | 'council'
    | 'member-of-council'
    | 'authority';
  /** Which of the affairs, or of the givers; of the ballots, how far back from the last. */
  readonly which: number;
  /** The body; `{ affair: 1 }` and `{ ballot: 0 }` in it stand for ids of this evening. */
  readonly plain: object;
  /** Whether it is sent again despite the rules that it breaks. */
  readonly insists: boolean;
}

export const MEMBERS = ['alix', 'basile', 'chloe', 'david', 'elsa'] as const;
/** One who sits in the council, or does not yet, or never will. */
export const member = fc.constantFrom(...MEMBERS, ...MEMBERS, 'farid', 'zoe');
export const count = fc.option(fc.nat(3));
export const beginning = fc.constantFrom([], null);
/** A day before the séance, and some after it. */
export const day = fc.option(fc.constantFrom('2024-03-01', '2024-03-22', '2024-03-28', '2024-04-02'), {
  freq: 3,
});
export const reason = fc.option(fc.constant('Dit en séance.'));
export const affair = fc.nat(2).map((place) => ({ affair: place }));
export const ballot = fc.nat(2).map((back) => ({ ballot: back }));

const insists = fc.constantFrom(true, true, false);

export const ask = (
  command: Class,
  type: new () => object,
  of: Asked['of'],
  plain: fc.Arbitrary<object> = fc.constant({}),
): fc.Arbitrary<Asked> =>
  fc
    .record({
      which: of === 'ballot' || of === 'ballot-in-session' ? fc.constantFrom(0, 0, 0, 0, 1) : fc.nat(2),
      plain,
      insists,
    })
    .map((asked) => readable({ ...asked, command, type, of }));

const readable = (asked: Asked): Asked => {
  const { command, type: _, ...said } = asked;
  return { ...asked, [fc.toStringMethod]: () => `${command.name} ${JSON.stringify(said)}` } as Asked;
};

/** The same, about that affair of the evening. */
export const about = (asked: Asked, place: number): Asked => {
  const isAbout = 'affair' in asked.plain && asked.plain.affair !== null;
  const plain = isAbout ? { ...asked.plain, affair: { affair: place } } : asked.plain;
  return readable({ ...asked, plain, ...(asked.of === 'affair' && { which: place }) });
};

/** The same about what came last, and insisted upon. */
export const sure = (asked: Asked): Asked => readable({ ...asked, which: 0, insists: true });

/** Now and then; else null. */
export const rarely = <T>(sometimes: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.oneof({ arbitrary: fc.constant(null), weight: 7 }, { arbitrary: sometimes, weight: 1 });

/** What came of one request. */
export interface Answer {
  readonly asked: Asked;
  /** The rules that the request names. */
  readonly despite: readonly string[];
  /** Null: it was accepted. */
  readonly refusal: Refusal | null;
}

/** What an evening made. */
export interface Evening {
  readonly session: string;
  readonly affairs: string[];
  readonly ballots: string[];
}

/** Asks for all of it, one thing after another; what is irregular is insisted upon or given up. */
export async function hold(
  node: Node,
  session: string,
  asked: readonly Asked[],
  look: (answer: Answer) => void | Promise<void> = () => {},
): Promise<Evening> {
  const evening: Evening = { session, affairs: [], ballots: [] };
  for (const one of asked) {
    const refusal = await send(node, evening, one, [], look);
    if (refusal?.kind !== 'irregular' || !one.insists) continue;
    const rules = [...new Set(refusal.reasons.map(({ rule }) => rule))];
    await send(node, evening, one, rules, look);
  }
  return evening;
}

// Any other would say that an accepted command gave an event which cannot be kept.
const REFUSALS = ['impossible', 'irregular', 'not-found', 'gone'];

async function send(
  node: Node,
  evening: Evening,
  asked: Asked,
  despite: readonly string[],
  look: (answer: Answer) => void | Promise<void>,
): Promise<Refusal | null> {
  const told = despite.map((rule) => ({ rule, reason: 'constaté au procès-verbal' }));
  const plain = { ...(named(asked.plain, evening) as object), ...(told.length > 0 && { despite: told }) };
  const context = request(newId(), { body: plain });
  const Command = asked.command as new (...parameters: unknown[]) => object;
  const command = new Command(context, ...targets(asked, evening), bodyOf(asked.type, plain));
  const refusal = await node.execute<Accepted | Created>(command).then(
    async (accepted) => {
      if ('id' in accepted && asked.command === PlaceAffair) evening.affairs.push(accepted.id);
      if ('id' in accepted && asked.command === OpenBallot) evening.ballots.push(accepted.id);
      // Who did not hear the answer asks again under the same key.
      expect(await node.execute(command)).toEqual(accepted);
      return null;
    },
    (error: unknown) => {
      if (error instanceof Refusal && REFUSALS.includes(error.kind)) return error;
      throw error;
    },
  );
  await look({ asked, despite, refusal });
  return refusal;
}

const affairOf = ({ affairs }: Evening, place: number) =>
  affairs[place % Math.max(1, affairs.length)] ?? newId();
const ballotOf = ({ ballots }: Evening, back: number) => ballots.at(-1 - back) ?? newId();

function targets({ of, which }: Asked, evening: Evening): readonly string[] {
  const { session } = evening;
  switch (of) {
    case 'session':
      return [session];
    case 'affair':
      return [session, affairOf(evening, which)];
    case 'ballot':
      return [ballotOf(evening, which)];
    case 'ballot-in-session':
      return [session, ballotOf(evening, which)];
    case 'giver':
      return [session, MEMBERS[which] ?? 'zoe'];
    case 'council':
      return ['CM'];
    case 'member-of-council':
      return ['CM', MEMBERS[which] ?? 'zoe'];
    case 'authority':
      return [];
  }
}

/** With the ids of this evening in the place of `{ affair: 1 }` and `{ ballot: 0 }`. */
function named(plain: unknown, evening: Evening): unknown {
  if (Array.isArray(plain)) return plain.map((one) => named(one, evening));
  if (typeof plain !== 'object' || plain === null) return plain;
  const entries = Object.entries(plain);
  const [only] = entries;
  if (entries.length === 1 && typeof only?.[1] === 'number') {
    if (only[0] === 'affair') return affairOf(evening, only[1]);
    if (only[0] === 'ballot') return ballotOf(evening, only[1]);
  }
  return Object.fromEntries(entries.map(([key, value]) => [key, named(value, evening)]));
}
