import {
  keepPreviousData,
  skipToken,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type {
  BreachesView,
  BreachesWanted,
  BreachRow,
  BreachView,
  MonitoringView,
} from '../../../../src/contract/breaches';
import type { CausesCounted, CausesWanted } from '../../../../src/contract/cause-counts';
import type { PayloadOf } from '../../../../src/contract/resolver-api';
import { callApp } from '../platform/app-calls';

const KEY = ['breaches'] as const;
const MONITORING = ['monitoring'] as const;
/** What is approved is judged anew in a moment; then the page should show it. */
const LOOK_EVERY_MS = 15_000;

/** What the reader may do about breaches, and the causes that they can choose from. */
export function useMonitoring(): UseQueryResult<MonitoringView> {
  return useQuery({ queryKey: MONITORING, queryFn: () => callApp('viewMonitoring', {}), staleTime: 60_000 });
}

/** How many breaches of a time have which cause; asked for only while the time is known. */
export function useCausesCounted(wanted: CausesWanted | undefined): UseQueryResult<CausesCounted> {
  return useQuery({
    queryKey: [...KEY, 'causes', wanted],
    queryFn: wanted ? () => callApp('countCauses', wanted) : skipToken,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}

/** Saves the causes of the project, and shows them. */
export function useSaveCauses(): UseMutationResult<MonitoringView, Error, PayloadOf<'saveCauses'>> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (payload: PayloadOf<'saveCauses'>) => callApp('saveCauses', payload),
    onSuccess: (view) => client.setQueryData(MONITORING, view),
  });
}

interface Register {
  /** Those that were read so far, the latest first; undefined before the first. */
  readonly rows: readonly BreachRow[] | undefined;
  readonly error: Error | null;
  /** Whether what is shown is the answer to another choice still. */
  readonly isOutdated: boolean;
  readonly isReadingMore: boolean;
  readonly hasMore: boolean;
  readonly readMore: () => void;
  readonly retry: () => void;
}

/** The breach register of the project, a page whenever somebody asks for more. */
export function useBreaches(wanted: Omit<BreachesWanted, 'after'>): Register {
  const { data, error, ...query } = useInfiniteQuery({
    queryKey: [...KEY, 'register', wanted],
    queryFn: ({ pageParam }) =>
      callApp('viewBreaches', { ...wanted, ...(pageParam && { after: pageParam }) }),
    initialPageParam: null as BreachesView['next'],
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    staleTime: 0,
    refetchInterval: LOOK_EVERY_MS,
  });
  return {
    rows: data?.pages.flatMap(({ rows }) => rows),
    error,
    isOutdated: query.isPlaceholderData,
    isReadingMore: query.isFetchingNextPage,
    hasMore: query.hasNextPage,
    readMore: () => void query.fetchNextPage(),
    retry: () => void query.refetch(),
  };
}

/** As many pages as a file is made of. */
const MOST_PAGES = 200;

/** All of the register that a choice shows. @throws CallFailure */
export async function readAllBreaches(wanted: Omit<BreachesWanted, 'after'>): Promise<BreachRow[]> {
  const rows: BreachRow[] = [];
  let after: BreachesView['next'] = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer: BreachesView = await callApp('viewBreaches', { ...wanted, ...(after && { after }) });
    rows.push(...answer.rows);
    after = answer.next;
    if (!after) break;
  }
  return rows;
}

/** One breach with what explains it; null when it is not there. */
export function useBreach(id: string): UseQueryResult<BreachView | null> {
  return useQuery({
    queryKey: [...KEY, 'one', id],
    queryFn: () => callApp('viewBreach', { id }),
    staleTime: 0,
    refetchInterval: LOOK_EVERY_MS,
  });
}

/** The breaches of the issue that the page stands on. */
export function useIssueBreaches(issueId: string): UseQueryResult<readonly BreachRow[]> {
  return useQuery({
    queryKey: [...KEY, 'issue', issueId],
    queryFn: () => callApp('viewIssueBreaches', {}),
    staleTime: 0,
    refetchInterval: LOOK_EVERY_MS,
  });
}

type Change =
  'saveBreaches' | 'saveBreachByHand' | 'askForExceptions' | 'decideExceptions' | 'withdrawExceptions';

/** Changes what is said of breaches, and has all pages show how they stand then. */
export function useChangeBreaches<Name extends Change>(
  name: Name,
): UseMutationResult<unknown, Error, PayloadOf<Name>> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (payload: PayloadOf<Name>) => callApp(name, payload),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  });
}
