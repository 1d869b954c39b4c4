import type { ReactNode } from 'react';
import type { Problem } from '../api/problem';
import { timeOfDay } from '../wording/dates';
import { Failure } from './failure';
import { Loading } from './loading';
import { Notice } from './notice';

interface Query<T> {
  readonly data: T | undefined;
  readonly error: Problem | null;
  readonly dataUpdatedAt: number;
  readonly refetch: () => unknown;
  readonly isFetching: boolean;
}

interface Props<T> {
  readonly query: Query<T>;
  /** What is awaited, after « Chargement ». */
  readonly what: string;
  /** A part of a page that has its own title; else it is the page itself that comes or fails. */
  readonly part?: boolean;
  readonly children: (data: T) => ReactNode;
}

/** What was asked for, or that it is on its way, or why it did not come. */
export function Loaded<T>({ query, what, part = false, children }: Props<T>) {
  const { data, error, refetch, isFetching } = query;
  if (data === undefined) {
    return error === null ? (
      <Loading what={what} />
    ) : (
      <Failure problem={error} part={part} retry={refetch} retrying={isFetching} />
    );
  }
  return (
    <>
      {error !== null && <Stale problem={error} since={query.dataUpdatedAt} />}
      {children(data)}
    </>
  );
}

function Stale({ problem, since }: { readonly problem: Problem; readonly since: number }) {
  const at = new Date(since);
  const time = timeOfDay(`${at.getHours()}:${String(at.getMinutes()).padStart(2, '0')}`);
  const title = navigator.onLine ? problem.title : 'Vous êtes hors connexion';
  return (
    <Notice tone="warning" title={title} alert>
      <p>Ce qui suit a été lu à {time} et n’a pas pu être actualisé.</p>
    </Notice>
  );
}
