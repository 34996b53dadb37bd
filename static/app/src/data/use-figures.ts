import { keepPreviousData, useInfiniteQuery, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { FURTHEST } from '../../../../src/contract/board';
import type {
  CountedCycleView,
  CyclesAsked,
  FiguresAsked,
  FiguresView,
} from '../../../../src/contract/figures';
import { callApp } from '../platform/app-calls';
import { projectHere } from '../platform/project';
import { readProjectNames } from '../platform/site-names';

/** Figures and what they are an answer to. */
export interface Figures extends FiguresView {
  readonly asked: FiguresAsked;
}

/** How promises were kept; what is shown stays until another choice is answered. */
export function useFigures(asked: FiguresAsked): UseQueryResult<Figures> {
  return useQuery({
    queryKey: ['figures', asked],
    queryFn: async () => ({ ...(await callApp('viewFigures', asked)), asked }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}

interface CycleList {
  /** Those that were read so far; undefined before the first. */
  readonly cycles: readonly CountedCycleView[] | undefined;
  readonly error: Error | null;
  readonly hasMore: boolean;
  readonly isReadingMore: boolean;
  readonly readMore: () => void;
  readonly retry: () => void;
}

/** The cycles behind a number, a page whenever somebody asks for more. */
export function useCycles(asked: Omit<CyclesAsked, 'offset'>): CycleList {
  const { data, error, ...query } = useInfiniteQuery({
    queryKey: ['cycles', asked],
    queryFn: ({ pageParam }) => callApp('viewCycles', { ...asked, offset: pageParam }),
    initialPageParam: 0,
    getNextPageParam: ({ hasMore, cycles }, _pages, offset) => (hasMore ? offset + cycles.length : null),
    staleTime: 0,
  });
  return {
    cycles: data?.pages.flatMap(({ cycles }) => cycles),
    error,
    hasMore: query.hasNextPage,
    isReadingMore: query.isFetchingNextPage,
    readMore: () => void query.fetchNextPage(),
    retry: () => void query.refetch(),
  };
}

/** All cycles behind a number. @throws CallFailure */
export async function readAllCycles(asked: Omit<CyclesAsked, 'offset'>): Promise<CountedCycleView[]> {
  const all: CountedCycleView[] = [];
  for (;;) {
    const { cycles, hasMore } = await callApp('viewCycles', { ...asked, offset: all.length });
    all.push(...cycles);
    if (!hasMore || all.length >= FURTHEST) return all;
  }
}

/** What the project is called that the page stands in; undefined while that is not known. */
export function useNameOfProjectHere(): string | undefined {
  const { data } = useQuery({
    queryKey: ['project-here'],
    queryFn: async () => {
      const { id } = await projectHere();
      return (await readProjectNames([id])).get(id) ?? null;
    },
  });
  return data ?? undefined;
}
