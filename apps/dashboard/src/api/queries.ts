import {
  keepPreviousData,
  QueryClient,
  useInfiniteQuery,
  useMutation,
  useQueries,
  useQuery,
  useQueryClient,
  type QueryKey,
} from '@tanstack/react-query';
import type { MemberRecord, Page } from '@registre/projections';
import { isNow, useClocks, type Clocks, type TimedPage } from '../past/clocks';
import * as api from './client';
import type { Problem } from './problem';

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: Problem;
  }
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // A register served from this very machine answers without any network.
      networkMode: 'always',
      refetchOnReconnect: true,
      staleTime: 15_000,
      retry: (failures, problem) => problem.passing && failures < 1,
      retryDelay: 800,
    },
    mutations: { networkMode: 'always' },
  },
});

export const useVisitor = () => useQuery({ queryKey: ['visitor'], queryFn: api.getVisitor });

export function useLeave() {
  const client = useQueryClient();
  // What was read with a right to it does not stay on the screen without.
  return useMutation({ mutationFn: api.leave, onSuccess: () => client.resetQueries() });
}

export const useAuthorities = () => useQuery({ queryKey: ['authorities'], queryFn: api.getAuthorities });

export const useAuthority = (authority: string) =>
  useQuery({ queryKey: [authority, 'authority'], queryFn: () => api.getAuthority(authority) });

/** Where the page's address asks for another time, what was known then. */
export function useAffair(authority: string, id: string) {
  const clocks = useClocks();
  return useQuery({
    queryKey: at([authority, 'affair', id], clocks),
    queryFn: () => api.getAffair(authority, id, clocks),
    placeholderData: (shown, query) => (query?.queryKey[2] === id ? shown : undefined),
  });
}

/** Where the page's address asks for another time, what was known then. */
export function useSession(authority: string, id: string) {
  const { known } = useClocks();
  const clocks = { known, effect: null };
  return useQuery({
    queryKey: at([authority, 'session', id], clocks),
    queryFn: () =>
      known === null ? api.getSession(authority, id) : api.getSessionThen(authority, id, clocks),
    placeholderData: (shown, query) => (query?.queryKey[2] === id ? shown : undefined),
  });
}

/** The key of what is asked at a time; what is asked now keeps its own. */
const at = (key: readonly unknown[], clocks: Clocks): readonly unknown[] =>
  isNow(clocks) ? key : [...key, clocks];

export const useMoments = (page: TimedPage) =>
  useQuery({
    queryKey: [page.authority, 'moments', page.kind, page.id],
    queryFn: () => api.getMoments(page),
  });

/** An act at a moment, whatever the address says; null: now. */
export const useAffairThen = (authority: string, id: string, clocks: Clocks) =>
  useQuery({
    queryKey: at([authority, 'affair', id], clocks),
    queryFn: () => api.getAffair(authority, id, clocks),
  });

export const useChanges = (authority: string, between: Parameters<typeof api.getChanges>[1]) =>
  usePages([authority, 'changes', between], (cursor) => api.getChanges(authority, between, cursor));

export const useHistory = (authority: string, filter: api.HistoryFilter) =>
  useQuery({
    queryKey: [authority, 'history', filter],
    queryFn: () => api.getHistory(authority, filter),
    placeholderData: keepPreviousData,
  });

export const useHistorySummary = (authority: string, filter: api.HistoryFilter) =>
  useQuery({
    queryKey: [authority, 'history-summary', filter],
    queryFn: () => api.getHistorySummary(authority, filter),
    placeholderData: keepPreviousData,
  });

/** What was known is never changed: it is kept, and the step before stays in sight while the next one comes. */
export const usePastSession = (authority: string, id: string, ordinal: number) =>
  useQuery({
    queryKey: ['past', authority, 'session', id, ordinal],
    queryFn: () => api.getPastSession(authority, id, ordinal),
    staleTime: Infinity,
    placeholderData: keepPreviousData,
  });

/** How many lines of the register are asked for at once. */
export const REGISTER_PAGE = 100;

const registerPage = (authority: string, filter: api.RegisterFilter, page: number) => ({
  queryKey: [authority, 'register', filter, page],
  queryFn: () => api.getRegister(authority, filter, page * REGISTER_PAGE, REGISTER_PAGE),
});

/** The first lines, and how many there are; those of the filter before stay in sight meanwhile. */
export const useRegister = (authority: string, filter: api.RegisterFilter) =>
  useQuery({ ...registerPage(authority, filter, 0), placeholderData: keepPreviousData });

/** These pages of the register, as far as they have come, by number. */
export const useRegisterPages = (authority: string, filter: api.RegisterFilter, pages: readonly number[]) =>
  useQueries({
    queries: pages.map((page) => registerPage(authority, filter, page)),
    combine: (results) => new Map(results.map(({ data }, at) => [pages[at], data?.items])),
  });

/** The register page by page, for paper. */
export const useRegisterOnPaper = (authority: string, filter: api.RegisterFilter, lines: number) =>
  useQuery({
    queryKey: [authority, 'register', filter, 'paper', lines],
    queryFn: async () => {
      const first = await api.getRegister(authority, filter, 0, PAPER_PAGE);
      const items = [...first.items];
      const wanted = Math.min(lines, first.total ?? 0);
      while (items.length < wanted) {
        const page = await api.getRegister(authority, filter, items.length, PAPER_PAGE);
        if (page.items.length === 0) break;
        items.push(...page.items);
      }
      return { ...first, items: items.slice(0, lines) };
    },
  });

const PAPER_PAGE = 500;

/** What a search finds, page by page: the first says how many there are. */
export const useSearch = (authority: string, filter: api.SearchFilter, enabled: boolean) =>
  useInfiniteQuery({
    queryKey: [authority, 'search', filter],
    queryFn: ({ pageParam }) => api.getSearch(authority, filter, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    enabled,
    select: ({ pages }) => ({
      items: pages.flatMap(({ items }) => items),
      total: pages[0]?.total ?? null,
      notIndexed: pages[0]?.notIndexed.reports ?? 0,
      freshness: pages.at(-1)?.freshness ?? null,
    }),
  });

export const useAffairsOf = (authority: string, reference: string) =>
  useQuery({
    queryKey: [authority, 'affairs', reference],
    queryFn: () => api.getAffairs(authority, reference),
  });

export const useSessions = (authority: string) =>
  usePages([authority, 'sessions'], (cursor) => api.getSessions(authority, cursor));

export const useDelays = (authority: string) =>
  usePages([authority, 'delays'], (cursor) => api.getDelays(authority, cursor));

/** What was counted stays in sight while another part of the register is. */
export const useStats = (authority: string, filter: api.StatsFilter) =>
  useQuery({
    queryKey: [authority, 'stats', filter],
    queryFn: () => api.getStats(authority, filter),
    placeholderData: keepPreviousData,
  });

export const useMembers = (authority: string, filter: api.MemberFilter) =>
  usePages([authority, 'members', filter], (cursor) => api.getMembers(authority, filter, cursor));

/** A member's record, its séances page by page; where the page's address asks for another time, as it was known then. */
export function useMember(authority: string, member: string, filter: api.MemberFilter) {
  const { known } = useClocks();
  const asked = { ...filter, asKnownAt: known };
  return useInfiniteQuery({
    queryKey: [authority, 'member', member, asked],
    queryFn: ({ pageParam }) => api.getMember(authority, member, asked, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    select: ({ pages }): MemberRecord => ({
      ...(pages[0] as MemberRecord),
      items: pages.flatMap(({ items }) => items),
    }),
  });
}

export function useMemberVotes(authority: string, member: string, filter: api.MemberFilter) {
  const { known } = useClocks();
  const asked = { ...filter, asKnownAt: known };
  return usePages([authority, 'member-votes', member, asked], (cursor) =>
    api.getMemberVotes(authority, member, asked, cursor),
  );
}

export const useEvents = (authority: string, filter: api.EventFilter) =>
  usePages([authority, 'events', filter], (cursor) => api.getEvents(authority, filter, cursor));

/** All the events of a séance, in order. */
export const useSteps = (authority: string, session: string) =>
  useQuery({
    queryKey: [authority, 'steps', session],
    queryFn: () => api.getAllEvents(authority, { session }),
  });

export function useLoadExample() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: api.loadExample,
    onSuccess: () => client.invalidateQueries(),
  });
}

/** What was fetched so far of a list that is given page by page, as one page that grows. */
function usePages<T>(queryKey: QueryKey, fetchPage: (cursor: string | null) => Promise<Page<T>>) {
  return useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => fetchPage(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    select: ({ pages }) => ({
      items: pages.flatMap(({ items }) => items),
      freshness: pages.at(-1)?.freshness ?? null,
    }),
  });
}
