import {
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type {
  ComplaintIssue,
  ComplaintIssues,
  ComplaintTypesView,
} from '../../../../src/contract/complaint-issues';
import type { PayloadOf } from '../../../../src/contract/resolver-api';
import { callApp } from '../platform/app-calls';
import { readSiteUrl } from '../platform/site-names';

export const COMPLAINT_ISSUES = ['complaint-issues'] as const;
const ONE = ['complaint-issue'] as const;
const TYPES = ['complaint-types'] as const;

interface Issues {
  /** The types that were chosen, as far as the project still has them; undefined before the first answer. */
  readonly types: ComplaintIssues['types'] | undefined;
  /** Those that were read so far, the youngest first. */
  readonly issues: readonly ComplaintIssue[];
  readonly error: Error | null;
  readonly hasMore: boolean;
  readonly isReadingMore: boolean;
  readonly readMore: () => void;
  /** Begins anew, so that it helps where Jira does not know a page any more. */
  readonly retry: () => void;
}

/** The issues that are complaints by their type, a page whenever somebody asks for more. */
export function useComplaintIssues(): Issues {
  const { data, error, ...query } = useInfiniteQuery({
    queryKey: COMPLAINT_ISSUES,
    queryFn: ({ pageParam: after }) => callApp('viewComplaintIssues', after === null ? {} : { after }),
    initialPageParam: null as ComplaintIssues['next'],
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  });
  return {
    types: data?.pages[0]?.types,
    issues: data?.pages.flatMap(({ issues }) => issues) ?? [],
    error,
    hasMore: query.hasNextPage,
    isReadingMore: query.isFetchingNextPage,
    readMore: () => void query.fetchNextPage(),
    retry: () => void query.refetch(),
  };
}

/** An issue by its key; null when it is not there for the reader, or not in this project. */
export function useComplaintIssue(key: string): UseQueryResult<ComplaintIssue | null> {
  return useQuery({
    queryKey: [...ONE, key],
    queryFn: () => callApp('viewComplaintIssue', { key }),
    staleTime: 0,
  });
}

/** Where the site stands; undefined while that is not known. */
export function useSiteUrl(): string | undefined {
  return useQuery({ queryKey: ['site-url'], queryFn: readSiteUrl, staleTime: Infinity }).data;
}

/** Which types of issues are complaints. */
export function useComplaintTypes(): UseQueryResult<ComplaintTypesView> {
  return useQuery({ queryKey: TYPES, queryFn: () => callApp('viewComplaintTypes', {}) });
}

export function useSaveComplaintTypes(): UseMutationResult<
  ComplaintTypesView,
  Error,
  PayloadOf<'saveComplaintTypes'>
> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (payload: PayloadOf<'saveComplaintTypes'>) => callApp('saveComplaintTypes', payload),
    onSuccess: (view) => client.setQueryData(TYPES, view),
  });
}
