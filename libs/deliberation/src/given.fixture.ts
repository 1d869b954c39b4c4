import { Refusal, type OccurredAt } from '@registre/platform';
import type { Aggregate, DomainEvent } from './command/aggregate.js';
import type { CommandContext } from './command/command-context.js';
import type { Despite, MayBeIrregular } from './command/irregularity.js';

export const CONTEXT: CommandContext = { authority: 'valmont', actor: 'greffe', correlationId: 'c1' };
export const THAT_EVENING: OccurredAt = { date: '2024-03-21', time: '20:00', zone: 'Europe/Paris' };

/** The state after those events, one after another. */
export const folded = <S, E extends DomainEvent>(
  aggregate: Aggregate<S, E>,
  events: readonly E[],
  at: OccurredAt = THAT_EVENING,
): S => events.reduce((state, event) => aggregate.evolve(state, event, at), aggregate.initial);

/** How a decision was refused, or `accepted`. */
export function answerTo(
  decide: () => unknown,
): { kind: string; code: string; rules: string[] } | 'accepted' {
  try {
    decide();
    return 'accepted';
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { kind: error.kind, code: error.code, rules: error.reasons.map(({ rule }) => rule) };
  }
}

/** The code of the refusal, or `accepted`. */
export function codeOf(decide: () => unknown): string {
  const answer = answerTo(decide);
  return answer === 'accepted' ? answer : answer.code;
}

const excused = (rules: readonly string[]): Despite[] =>
  rules.map((rule) => ({ rule, reason: `constaté : ${rule}` }));

/**
 * Expects that a decision breaks exactly those rules: refused as it is, with one of them left out, or with another
 * one named; accepted with all of them, which its first event then tells. Returns the events.
 */
export function expectIrregular<E extends DomainEvent>(
  decide: (despite: Despite[] | undefined) => readonly E[],
  rules: readonly [string, ...string[]],
): readonly E[] {
  const asked = { kind: 'irregular', code: rules[0], rules };
  expect(answerTo(() => decide(undefined))).toEqual(asked);
  expect(answerTo(() => decide(excused(rules.slice(1))))).toEqual(asked);
  expect(answerTo(() => decide(excused([...rules, 'R99.other'])))).toEqual({
    ...asked,
    rules: [...rules, 'despite.not-broken'],
  });
  const events = decide(excused(rules));
  const { irregularities = [] } = events[0]?.data as MayBeIrregular;
  expect(irregularities.map(({ rule, reason }) => ({ rule, reason }))).toEqual(excused(rules));
  expect(irregularities.every(({ found }) => found.length > 0)).toBe(true);
  return events;
}

/** Expects that a decision breaks no rule, and that one named for nothing is refused. */
export function expectRegular<E extends DomainEvent>(
  decide: (despite: Despite[] | undefined) => readonly E[],
): readonly E[] {
  expect(answerTo(() => decide(excused(['R99.other'])))).toEqual({
    kind: 'irregular',
    code: 'despite.not-broken',
    rules: ['despite.not-broken'],
  });
  const events = decide(undefined);
  expect(events.filter(({ data }) => 'irregularities' in data)).toEqual([]);
  return events;
}
