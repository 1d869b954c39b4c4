import { keepPreviousData, useQuery } from '@tanstack/react-query';
import * as api from './client';

export const useBody = (authority: string, body: string) =>
  useQuery({ queryKey: [authority, 'body', body], queryFn: () => api.getBody(authority, body) });

/** By when a séance of that day is convened; nothing is asked while the day is not said. */
export const useDeadlines = (authority: string, body: string, date: string) =>
  useQuery({
    queryKey: [authority, 'deadlines', body, date],
    queryFn: () => api.getDeadlines(authority, body, date),
    enabled: body !== '' && date !== '',
    placeholderData: keepPreviousData,
  });

export const usePapers = (authority: string, session: string) =>
  useQuery({ queryKey: [authority, 'papers', session], queryFn: () => api.getPapers(authority, session) });

/** What the law says of a day does not change with what happens in the register. */
export const useRules = (asked: api.RulesAsked) =>
  useQuery({
    queryKey: ['rules', asked],
    queryFn: () => api.getRules(asked),
    placeholderData: keepPreviousData,
  });
