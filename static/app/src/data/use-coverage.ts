import { useInfiniteQuery, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { CoverageView } from '../../../../src/contract/coverage';
import { NOTHING_SEEN, together, type Seen } from '../../../../src/domain/coverage/seen';
import type { Instant } from '../../../../src/domain/time/instant';
import { callApp } from '../platform/app-calls';
import { readIssueCreated } from '../platform/jira-issue';

/** What falls through; asked anew whenever somebody looks, since it rests on everything else. */
export function useCoverage(): UseQueryResult<CoverageView> {
  return useQuery({
    queryKey: ['coverage'],
    queryFn: () => callApp('viewCoverage', {}),
    staleTime: 0,
  });
}

/** So many pages are read before anybody asks for more, and then each time. */
const PAGES_AT_ONCE = 5;
/** Issues of a page, as the server has it. */
const A_PAGE = 100;
export const MORE = PAGES_AT_ONCE * A_PAGE;

export interface Seeing {
  /** What the issues read so far were seen to use. */
  readonly seen: Seen;
  /** The oldest issue read so far. */
  readonly oldest: string | undefined;
  readonly isReading: boolean;
  readonly hasMore: boolean;
  readonly error: Error | null;
  /** Reads more, or tries again. */
  readonly goOn: () => void;
}

/** What the latest issues use, page by page as long as somebody watches. */
export function useSeen(): Seeing {
  const { data, error, hasNextPage, isFetching, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: ['coverage-seen'],
    queryFn: ({ pageParam }) => callApp('viewSeen', pageParam === null ? {} : { before: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    staleTime: 60_000,
  });
  const pages = data?.pages ?? [];
  const [wanted, setWanted] = useState(PAGES_AT_ONCE);
  const isShort = pages.length > 0 && pages.length < wanted && hasNextPage;
  const goesOn = isShort && !isFetching && !error;
  useEffect(() => {
    if (goesOn) void fetchNextPage();
  }, [goesOn, fetchNextPage]);
  return {
    seen: pages.map(({ seen }) => seen).reduce(together, NOTHING_SEEN),
    oldest: pages.findLast(({ oldest }) => oldest !== null)?.oldest ?? undefined,
    isReading: isFetching || goesOn,
    hasMore: hasNextPage,
    error,
    goOn: () => {
      if (error && pages.length === 0) void refetch();
      else if (error) void fetchNextPage();
      else setWanted(pages.length + PAGES_AT_ONCE);
    },
  };
}

/** When an issue was created, as far as Jira tells whoever looks. */
export function useIssueCreated(issue: string | undefined): Instant | undefined {
  const { data } = useQuery({
    queryKey: ['issue-created', issue],
    queryFn: () => readIssueCreated(issue ?? ''),
    enabled: issue !== undefined,
  });
  return data;
}
