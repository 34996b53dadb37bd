import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { EscalationRow, EscalationsView, EscalationsWanted } from '../../../../src/contract/escalations';
import { callApp } from '../platform/app-calls';

/** What is still to do is done in a moment; then the page should show it. */
const LOOK_EVERY_MS = 15_000;

interface Log {
  /** Those that were read so far, the latest first; undefined before the first. */
  readonly rows: readonly EscalationRow[] | undefined;
  readonly error: Error | null;
  /** Whether what is shown is the answer to another choice still. */
  readonly isOutdated: boolean;
  readonly isReadingMore: boolean;
  readonly hasMore: boolean;
  readonly readMore: () => void;
  readonly retry: () => void;
}

/** The log of alerts, a page whenever somebody asks for more. */
export function useEscalations(wanted: Omit<EscalationsWanted, 'after'>): Log {
  const { data, error, ...query } = useInfiniteQuery({
    queryKey: ['escalations', wanted],
    queryFn: ({ pageParam }) =>
      callApp('viewEscalations', { ...wanted, ...(pageParam && { after: pageParam }) }),
    initialPageParam: null as EscalationsView['next'],
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

/** All of the log that a choice shows. @throws CallFailure */
export async function readAllEscalations(wanted: Omit<EscalationsWanted, 'after'>): Promise<EscalationRow[]> {
  const rows: EscalationRow[] = [];
  let after: EscalationsView['next'] = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer: EscalationsView = await callApp('viewEscalations', { ...wanted, ...(after && { after }) });
    rows.push(...answer.rows);
    after = answer.next;
    if (!after) break;
  }
  return rows;
}
