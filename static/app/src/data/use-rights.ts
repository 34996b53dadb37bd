import { keepPreviousData, useInfiniteQuery, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { ChangeLogView, LogSubject } from '../../../../src/contract/change-log';
import type { RightsView } from '../../../../src/contract/rights';
import { THE_APP } from '../../../../src/domain/review/review';
import { callApp } from '../platform/app-calls';
import { readHolders, type Holders } from '../platform/project-people';
import { readPersons, type Person } from '../platform/site-names';

/** What the reader may do, and who does what for which agreement. */
export function useRights(): UseQueryResult<RightsView> {
  return useQuery({ queryKey: ['rights'], queryFn: () => callApp('viewRights', {}), staleTime: 0 });
}

/** Who may administer and monitor the project by its permission scheme, as Jira has it now. */
export function useHolders(): UseQueryResult<Holders> {
  return useQuery({ queryKey: ['holders'], queryFn: readHolders, staleTime: 0 });
}

/** As many as Jira names at once. */
const AT_ONCE = 50;

/** Accounts as Jira shows them; none while they are not known. */
export function usePersons(accounts: readonly string[]): ReadonlyMap<string, Person> {
  const asked = [...new Set(accounts)].filter((account) => account !== THE_APP).sort();
  const { data } = useQuery({
    queryKey: ['persons', asked],
    queryFn: () => readAllPersons(asked),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  return data ?? NOBODY;
}

/** However many accounts there are; without a name is what the app did by itself. */
export async function readAllPersons(accounts: readonly string[]): Promise<ReadonlyMap<string, Person>> {
  const asked = [...new Set(accounts)].filter((account) => account !== '');
  const lots = Array.from({ length: Math.ceil(asked.length / AT_ONCE) }, (_, lot) =>
    readPersons(asked.slice(lot * AT_ONCE, (lot + 1) * AT_ONCE)),
  );
  return new Map((await Promise.all(lots)).flatMap((found) => [...found]));
}

const NOBODY = new Map<string, never>();

interface ChangeLog {
  /** Those that were read so far, the latest first; undefined before the first. */
  readonly lines: ChangeLogView['lines'] | undefined;
  readonly error: Error | null;
  readonly isReading: boolean;
  readonly hasMore: boolean;
  /** Reads earlier ones, or tries again. */
  readonly goOn: () => void;
}

/** Who did what to which record when, a page whenever somebody asks for more. */
export function useChangeLog(subject: LogSubject): ChangeLog {
  const { data, error, hasNextPage, isFetching, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: ['change-log', subject],
    queryFn: ({ pageParam }) =>
      callApp('viewChangeLog', pageParam === null ? { subject } : { subject, after: pageParam }),
    initialPageParam: null as ChangeLogView['next'],
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  });
  return {
    lines: data?.pages.flatMap(({ lines }) => lines),
    error,
    isReading: isFetching,
    hasMore: hasNextPage,
    goOn: () => void (data ? fetchNextPage() : refetch()),
  };
}
