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
  IssueScope,
  ScopeRegister,
  ScopeRow,
  ScopeTextView,
  ScopeWanted,
} from '../../../../src/contract/out-of-scope';
import type { PayloadOf } from '../../../../src/contract/resolver-api';
import type { Placeholder } from '../../../../src/domain/out-of-scope/out-of-scope';
import { callApp } from '../platform/app-calls';
import { readIssueStates, type IssueState } from '../platform/issue-states';
import { readNamesForText } from '../platform/names-for-text';

const KEY = ['scope'] as const;
const TEXT = ['scope-text'] as const;

/** What is written down of the issue that the page stands on, which no agreement covers. */
export function useIssueScope(issueId: string): UseQueryResult<IssueScope> {
  return useQuery({
    queryKey: [...KEY, 'issue', issueId],
    queryFn: () => callApp('viewIssueScope', {}),
    staleTime: 0,
  });
}

/** What a text to the customer may name of an issue. */
export function useNamesForText(
  issueId: string,
): UseQueryResult<Readonly<Record<Exclude<Placeholder, 'offer'>, string>>> {
  return useQuery({
    queryKey: [...KEY, 'names', issueId],
    queryFn: () => readNamesForText(issueId),
    staleTime: 60_000,
  });
}

type Change = 'tellCustomer' | 'askToServe' | 'withdrawServing' | 'decideServing';

/** Changes what is written down of an issue, and has all pages show it. */
export function useChangeScope<Name extends Change>(
  name: Name,
): UseMutationResult<unknown, Error, PayloadOf<Name>> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (payload: PayloadOf<Name>) => callApp(name, payload),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  });
}

interface Register extends Partial<Omit<ScopeRegister, 'rows'>> {
  /** Those that were read so far, the youngest first; undefined before the first. */
  readonly rows: readonly ScopeRow[] | undefined;
  readonly error: Error | null;
  /** Whether what is shown is the answer to another choice still. */
  readonly isOutdated: boolean;
  readonly isReadingMore: boolean;
  readonly readMore: () => void;
  readonly retry: () => void;
}

/** The issues of the project that are out of scope, a page whenever somebody asks for more. */
export function useScopeRegister(wanted: Omit<ScopeWanted, 'offset'>): Register {
  const { data, error, ...query } = useInfiniteQuery({
    queryKey: [...KEY, 'register', wanted],
    queryFn: ({ pageParam: offset }) => callApp('viewScopeRegister', { ...wanted, offset }),
    initialPageParam: 0,
    getNextPageParam: ({ count }: ScopeRegister, pages) => {
      const read = pages.reduce((total, { rows }) => total + rows.length, 0);
      return read < count ? read : undefined;
    },
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  return {
    ...data?.pages[0],
    rows: data?.pages.flatMap(({ rows }) => rows),
    error,
    isOutdated: query.isPlaceholderData,
    isReadingMore: query.isFetchingNextPage,
    readMore: () => void query.fetchNextPage(),
    retry: () => void query.refetch(),
  };
}

/** All of the register that a choice shows. @throws CallFailure */
export async function readAllScope(wanted: Omit<ScopeWanted, 'offset'>): Promise<ScopeRow[]> {
  const rows: ScopeRow[] = [];
  for (;;) {
    const page = await callApp('viewScopeRegister', { ...wanted, offset: rows.length });
    rows.push(...page.rows);
    if (page.rows.length === 0 || rows.length >= page.count) return rows;
  }
}

/** As many issues as Jira gives at once. */
const AT_ONCE = 100;

/** However many issues there are. @throws Error when Jira does not answer. */
export async function readAllStates(ids: readonly string[]): Promise<ReadonlyMap<string, IssueState>> {
  const found: [string, IssueState][] = [];
  for (let first = 0; first < ids.length; first += AT_ONCE)
    found.push(...(await readIssueStates(ids.slice(first, first + AT_ONCE))));
  return new Map(found);
}

/** Issues by their keys, and how far the work on them is; undefined while that is not known. */
export function useStates(ids: readonly string[]): ReadonlyMap<string, IssueState> | undefined {
  const asked = [...ids].sort();
  const { data } = useQuery({
    queryKey: [...KEY, 'states', asked],
    queryFn: () => readAllStates(asked),
    placeholderData: keepPreviousData,
  });
  return data;
}

/** What the project tells customers of issues that are out of scope. */
export function useScopeText(): UseQueryResult<ScopeTextView> {
  return useQuery({ queryKey: TEXT, queryFn: () => callApp('viewScopeText', {}) });
}

export function useSaveScopeText(): UseMutationResult<ScopeTextView, Error, PayloadOf<'saveScopeText'>> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (payload: PayloadOf<'saveScopeText'>) => callApp('saveScopeText', payload),
    onSuccess: (view) => client.setQueryData(TEXT, view),
  });
}
