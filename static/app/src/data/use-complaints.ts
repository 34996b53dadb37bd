import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type {
  ComplaintRow,
  ComplaintsView,
  ComplaintsWanted,
  ComplaintView,
  SatisfactionView,
} from '../../../../src/contract/complaints';
import type { PayloadOf } from '../../../../src/contract/resolver-api';
import { callApp } from '../platform/app-calls';
import { COMPLAINT_ISSUES } from './use-complaint-issues';

const KEY = ['complaints'] as const;
const SATISFACTION = ['satisfaction'] as const;

interface Register {
  /** Those that were read so far, the latest first; undefined before the first. */
  readonly rows: readonly ComplaintRow[] | undefined;
  /** How many there are in all that fit. */
  readonly count: number;
  /** Whether issues of some types are complaints, too. */
  readonly hasIssueTypes: boolean;
  readonly error: Error | null;
  /** Whether what is shown is the answer to another choice still. */
  readonly isOutdated: boolean;
  readonly isReadingMore: boolean;
  readonly readMore: () => void;
  readonly retry: () => void;
}

/** The complaints of the project, a page whenever somebody asks for more. */
export function useComplaints(wanted: Omit<ComplaintsWanted, 'offset'>): Register {
  const { data, error, ...query } = useInfiniteQuery({
    queryKey: [...KEY, 'register', wanted],
    queryFn: ({ pageParam: offset }) => callApp('viewComplaints', { ...wanted, offset }),
    initialPageParam: 0,
    getNextPageParam: ({ count }: ComplaintsView, pages) => {
      const read = pages.reduce((total, { rows }) => total + rows.length, 0);
      return read < count ? read : undefined;
    },
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  return {
    rows: data?.pages.flatMap(({ rows }) => rows),
    count: data?.pages[0]?.count ?? 0,
    hasIssueTypes: data?.pages[0]?.hasIssueTypes ?? false,
    error,
    isOutdated: query.isPlaceholderData,
    isReadingMore: query.isFetchingNextPage,
    readMore: () => void query.fetchNextPage(),
    retry: () => void query.refetch(),
  };
}

/** All of the register that a choice shows. @throws CallFailure */
export async function readAllComplaints(wanted: Omit<ComplaintsWanted, 'offset'>): Promise<ComplaintRow[]> {
  const rows: ComplaintRow[] = [];
  for (;;) {
    const page = await callApp('viewComplaints', { ...wanted, offset: rows.length });
    rows.push(...page.rows);
    if (page.rows.length === 0 || rows.length >= page.count) return rows;
  }
}

/** One complaint; null when it is not there. */
export function useComplaint(id: string): UseQueryResult<ComplaintView | null> {
  return useQuery({
    queryKey: [...KEY, 'one', id],
    queryFn: () => callApp('viewComplaint', { id }),
    staleTime: 0,
  });
}

type Change = 'saveComplaint' | 'takeComplaintStep';

/** Changes a complaint, and has all pages show how it stands then. */
export function useChangeComplaint<Name extends Change>(
  name: Name,
): UseMutationResult<ComplaintView | null, Error, PayloadOf<Name>> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (payload: PayloadOf<Name>): Promise<ComplaintView | null> => callApp<Change>(name, payload),
    onSuccess: (view) => {
      if (view) client.setQueryData([...KEY, 'one', view.row.doc.id], view);
      return Promise.all(
        [[...KEY, 'register'], COMPLAINT_ISSUES].map((queryKey) => client.invalidateQueries({ queryKey })),
      );
    },
  });
}

/** How satisfied customers were, as it was entered. */
export function useSatisfaction(): UseQueryResult<SatisfactionView> {
  return useQuery({ queryKey: SATISFACTION, queryFn: () => callApp('viewSatisfaction', {}), staleTime: 0 });
}

/** Enters satisfaction, changes it or takes it out, and shows it. */
export function useSaveSatisfaction(): UseMutationResult<
  SatisfactionView,
  Error,
  PayloadOf<'saveSatisfaction'>
> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (payload: PayloadOf<'saveSatisfaction'>) => callApp('saveSatisfaction', payload),
    onSuccess: (view) => client.setQueryData(SATISFACTION, view),
  });
}
