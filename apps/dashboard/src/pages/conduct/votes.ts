import type { Choice } from '@registre/deliberation';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { sendCommand } from '../../api/client';
import { Problem, unreachable } from '../../api/problem';
import { showRecorded } from './session-commands';
import { useDraft } from '../../commands/draft';

export interface GivenVote {
  readonly seat: string;
  readonly choice: Choice;
  /** The same for each try: it is recorded once. */
  readonly key: string;
}

interface Queue {
  /** Given last: it can still be changed. */
  readonly held: GivenVote | null;
  /** To be sent, in this order. */
  readonly sending: readonly GivenVote[];
}

const NOTHING: Queue = { held: null, sending: [] };
const RETRY_AFTER = 1_500;
/** Nothing against the vote itself: who sends it must enter again, or has asked too much at once. */
const WAITED_OUT: readonly (number | null)[] = [401, 429];

const votesOf = (ballot: string) => `votes.${ballot}`;

/** Whether votes were given here that are not recorded yet. */
export function useVotesWaiting(ballot: string): boolean {
  const [{ held, sending }] = useDraft<Queue>(votesOf(ballot), NOTHING);
  return held !== null || sending.length > 0;
}

/** Votes on their way to the register, one after another; what a cut connection holds up is sent again. */
export function useVotes(authority: string, session: string, ballot: string) {
  const client = useQueryClient();
  const [queue, change] = useDraft<Queue>(votesOf(ballot), NOTHING);
  const [tries, setTries] = useState(0);
  const [signedOut, setSignedOut] = useState(false);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const [next] = queue.sending;

  useEffect(() => {
    if (next === undefined) return;
    let over = false;
    let timer: number | undefined;
    const { seat, choice, key } = next;
    const settle = () =>
      change((before) => ({ ...before, sending: before.sending.filter((one) => one.key !== key) }));
    sendCommand(authority, { path: ['ballots', ballot, 'votes'], body: { seat, choice }, expects: null, key })
      .then(async (recorded) => {
        await showRecorded(client, authority, session, recorded);
        settle();
        setTries(0);
        setSignedOut(false);
      })
      .catch((error: unknown) => {
        if (over) return;
        const problem = error instanceof Problem ? error : unreachable();
        setSignedOut(problem.status === 401);
        if (problem.passing || WAITED_OUT.includes(problem.status))
          timer = window.setTimeout(() => setTries((before) => before + 1), RETRY_AFTER);
        else {
          setRefused((before) => [...before, problem.title]);
          settle();
        }
      });
    return () => {
      over = true;
      window.clearTimeout(timer);
    };
  }, [authority, session, ballot, client, next, tries, change]);

  const isOnItsWay = (seat: string) => queue.sending.some((one) => one.seat === seat);
  return {
    held: queue.held,
    cut: tries > 0 && !signedOut,
    signedOut,
    refused,
    waiting: Object.fromEntries(
      [...queue.sending, ...(queue.held === null ? [] : [queue.held])].map(({ seat, choice }) => [
        seat,
        choice,
      ]),
    ) as Readonly<Record<string, Choice>>,
    isOnItsWay,
    give: (seat: string, choice: Choice) =>
      change(({ held, sending }) => {
        const given = { seat, choice, key: crypto.randomUUID() };
        const goes = held !== null && held.seat !== seat ? [held] : [];
        return { held: given, sending: [...sending, ...goes] };
      }),
    sendHeld: () =>
      change(({ held, sending }) => ({ held: null, sending: held === null ? sending : [...sending, held] })),
  };
}
