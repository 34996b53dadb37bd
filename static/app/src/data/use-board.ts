import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { BoardView, BoardWanted, OpenTimerView } from '../../../../src/contract/board';
import { callApp } from '../platform/app-calls';
import { mayAdministerProject } from '../platform/project';
import { whileVisible } from '../platform/visibility';

const LOOK_EVERY_MS = 15_000;

interface WatchedBoard {
  /** The latest answer; kept when a later call fails, and until another choice is answered. */
  readonly board: BoardView | undefined;
  /** Those of all pages that were read. */
  readonly timers: readonly OpenTimerView[];
  /** Why the latest call failed, if it did. */
  readonly failure: Error | null;
  /** Whether what is shown is the answer to another choice still. */
  readonly isOutdated: boolean;
  readonly hasMore: boolean;
  readonly isReadingMore: boolean;
  readonly readMore: () => void;
  readonly retry: () => void;
}

/**
 * Open timers of a project, kept fresh as long as the page is seen.
 *
 * @param project that a gadget names; the one that the page stands in when left out.
 */
export function useBoard(choice: Omit<BoardWanted, 'offset'>, project?: string): WatchedBoard {
  const { data, error, refetch, fetchNextPage, ...query } = useInfiniteQuery({
    queryKey: ['board', project, choice],
    queryFn: ({ pageParam: offset }) =>
      project === undefined
        ? callApp('viewBoard', { ...choice, offset })
        : callApp('viewBoardOf', { ...choice, offset, project }),
    initialPageParam: 0,
    getNextPageParam: ({ hasMore, timers }, _pages, offset) => (hasMore ? offset + timers.length : null),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  useEffect(
    () => whileVisible({ act: () => void refetch({ cancelRefetch: false }), wait: () => LOOK_EVERY_MS }),
    [refetch],
  );
  // A query without data forgets its error while it tries again; the reader should see it until there is something better.
  const [lastError, setLastError] = useState(error);
  if (error && error !== lastError) setLastError(error);
  const pages = data?.pages ?? [];
  return {
    board: pages[0],
    timers: withoutDoubles(pages.flatMap(({ timers }) => timers)),
    failure: error ?? (data ? null : lastError),
    isOutdated: query.isPlaceholderData,
    hasMore: query.hasNextPage,
    isReadingMore: query.isFetchingNextPage,
    readMore: () => void fetchNextPage(),
    retry: () => void refetch(),
  };
}

export const timerKey = ({ issue, agreement, metric, cycle }: OpenTimerView): string =>
  [issue, agreement, metric, cycle].join(' ');

/** What moves to a later page while pages are read stands in both. */
const withoutDoubles = (timers: readonly OpenTimerView[]): OpenTimerView[] => [
  ...new Map(timers.map((timer) => [timerKey(timer), timer])).values(),
];

/** Whether the reader administers the project; undefined while Jira has not said. */
export function useMayAdminister(): boolean | undefined {
  return useQuery({ queryKey: ['may-administer'], queryFn: mayAdministerProject }).data;
}
