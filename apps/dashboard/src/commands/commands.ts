import { useCallback, useEffect, useRef, useState } from 'react';
import { sendCommand, type Command, type Recorded } from '../api/client';
import { unreachable, Problem } from '../api/problem';
import { read, write } from './draft';

/** Where something is recorded, and what the page has seen of it. */
export interface Target {
  readonly authority: string;
  /** Names what is on its way in this browser's session: it outlives a reload. */
  readonly outbox: string;
  /** Revision that the page has seen; null: it records whatever else was. */
  readonly revision: number | null;
  /**
   * Reads again what was just written; null: what somebody else wrote. The same function at each rendering.
   */
  readonly show: (recorded: Recorded | null) => Promise<void>;
}

/** What the clerk asks to be recorded. */
export interface Intent {
  /** After the authority. */
  readonly path: readonly string[];
  readonly body: object;
  /** What it records, in words, after « Enregistré : ». */
  readonly label: string;
  /** Votes do not: many come at once, and none changes what another says. */
  readonly whatever?: boolean;
  /** Names of the drafts that are done with once it is recorded, after a reload too. */
  readonly clears?: readonly string[];
  /** The form that asks it, which says itself why it was not recorded. */
  readonly form?: string;
  /** Revision that who asks has seen, where it is not what the page shows by now. */
  readonly seen?: number | null;
}

/** An intent on its way: the same key and the same revision for each try. */
export interface Sent extends Command {
  readonly label: string;
  readonly clears?: readonly string[];
  readonly form?: string;
}

export type Standing =
  | { readonly status: 'idle' }
  | { readonly status: 'sending'; readonly sent: Sent }
  /** The connection was cut: whether it was recorded is not known; it is sent again with the same key. */
  | { readonly status: 'cut'; readonly sent: Sent; readonly tries: number }
  /** A rule of law is against it: recorded only with a reason for each. */
  | { readonly status: 'irregular'; readonly sent: Sent; readonly problem: Problem }
  /** Somebody else recorded something since. */
  | { readonly status: 'conflict'; readonly sent: Sent; readonly problem: Problem }
  | { readonly status: 'refused'; readonly sent: Sent; readonly problem: Problem }
  /** Whoever sent it is no longer known to the register: it was not recorded. */
  | { readonly status: 'signed-out'; readonly sent: Sent }
  | { readonly status: 'recorded'; readonly label: string; readonly afterCut: boolean };

export interface Commands {
  readonly standing: Standing;
  /** Nothing else can be recorded until this is settled. */
  readonly busy: boolean;
  /** `onRecorded` is called once it is, however many tries it takes. */
  readonly run: (intent: Intent, onRecorded?: (recorded: Recorded) => void) => void;
  /** Records it with the reason for each rule that it breaks. */
  readonly despite: (reasons: readonly { readonly rule: string; readonly reason: string }[]) => void;
  /** After a look at what changed: on top of it. */
  readonly onTop: () => void;
  readonly giveUp: () => void;
  readonly retryNow: () => void;
}

type OnRecorded = ((recorded: Recorded) => void) | undefined;

const RETRY_AFTER = 2_000;

const newKey = () => crypto.randomUUID();

/** Records one thing after another, and says of each whether it was. */
export function useCommands({ authority, outbox: name, revision, show }: Target): Commands {
  const outbox = `envoi.${name}`;
  const [standing, setStanding] = useState<Standing>(() => standingLeft(outbox));
  const done = useRef<OnRecorded>(undefined);

  const deliver = useCallback(
    async (sent: Sent, tries: number) => {
      write(outbox, sent);
      setStanding(tries === 0 ? { status: 'sending', sent } : { status: 'cut', sent, tries });
      try {
        const recorded = await sendCommand(authority, sent);
        write(outbox, null);
        await show(recorded);
        sent.clears?.forEach((draft) => write(draft, null));
        setStanding({ status: 'recorded', label: sent.label, afterCut: tries > 0 });
        done.current?.(recorded);
      } catch (error) {
        const problem = error instanceof Problem ? error : unreachable();
        // What was cut before may have been recorded: it is sent again, under its key, by whoever enters next.
        const unsure = tries > 0 && problem.status === 401;
        if (!problem.passing && !unsure) write(outbox, null);
        setStanding(standingAfter(problem, sent, tries));
        if (problem.status === 409) await show(null);
      }
    },
    [authority, show, outbox],
  );

  useRetries(standing, deliver);

  const again = (sent: Sent, changed: Partial<Command>) =>
    void deliver({ ...sent, ...changed, key: newKey() }, 0);
  const busy = standing.status === 'sending' || standing.status === 'cut';
  const send = (asked: Intent, onRecorded: OnRecorded) => {
    const { whatever = false, seen = whatever ? null : revision, ...intent } = asked;
    done.current = onRecorded;
    void deliver({ ...intent, expects: seen, key: newKey() }, 0);
  };
  const follow = useFollowing(standing, send);

  return {
    standing,
    busy,
    run: (intent, onRecorded) => {
      if (standing.status === 'sending') follow(intent, onRecorded);
      else if (!busy) send(intent, onRecorded);
    },
    despite: (reasons) => {
      if (standing.status !== 'irregular') return;
      again(standing.sent, { body: { ...standing.sent.body, despite: reasons } });
    },
    onTop: () => {
      if (standing.status === 'conflict') again(standing.sent, { expects: revision });
    },
    giveUp: () => {
      write(outbox, null);
      setStanding({ status: 'idle' });
    },
    retryNow: () => {
      if (standing.status === 'cut') void deliver(standing.sent, standing.tries + 1);
    },
  };
}

/** What was on its way when the page was left is sent again. */
function standingLeft(outbox: string): Standing {
  const sent = read<Sent>(outbox);
  return sent === null ? { status: 'idle' } : { status: 'cut', sent, tries: 0 };
}

function standingAfter(problem: Problem, sent: Sent, tries: number): Standing {
  if (problem.passing) return { status: 'cut', sent, tries: tries + 1 };
  if (problem.kind === 'irregular') return { status: 'irregular', sent, problem };
  if (problem.status === 409) return { status: 'conflict', sent, problem };
  if (problem.status === 401) return { status: 'signed-out', sent };
  return { status: 'refused', sent, problem };
}

/** What is asked while something else is on its way: it follows, once that is recorded, and not if it is not. */
function useFollowing(standing: Standing, send: (intent: Intent, onRecorded: OnRecorded) => void) {
  const following = useRef<(readonly [Intent, OnRecorded])[]>([]);
  useEffect(() => {
    if (standing.status === 'sending') return;
    const next = standing.status === 'recorded' ? following.current.shift() : undefined;
    if (next === undefined) following.current = [];
    else send(...next);
  });
  return (intent: Intent, onRecorded: OnRecorded) => void following.current.push([intent, onRecorded]);
}

/** Sends what was cut again, with the same key, until it is known whether it was recorded. */
function useRetries(standing: Standing, deliver: (sent: Sent, tries: number) => Promise<void>) {
  useEffect(() => {
    if (standing.status !== 'cut') return;
    const retry = () => void deliver(standing.sent, standing.tries + 1);
    const timer = setTimeout(retry, standing.tries === 0 ? 0 : RETRY_AFTER);
    addEventListener('online', retry);
    return () => {
      clearTimeout(timer);
      removeEventListener('online', retry);
    };
  }, [standing, deliver]);
}
