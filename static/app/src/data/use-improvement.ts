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
  ActionRow,
  ActionSaved,
  ActionView,
  PlanView,
  PlanWanted,
} from '../../../../src/contract/improvement';
import type { PayloadOf } from '../../../../src/contract/resolver-api';
import type { Reference } from '../../../../src/domain/timer/condition';
import { callApp } from '../platform/app-calls';
import { readIssueStates, readIssueTypes, type IssueState } from '../platform/issue-states';

const KEY = ['improvement'] as const;

interface Plan {
  /** The first page of what was read; undefined before. */
  readonly plan: PlanView | undefined;
  /** Those that were read so far. */
  readonly rows: readonly ActionRow[];
  readonly error: Error | null;
  /** Whether what is shown is the answer to another choice still. */
  readonly isOutdated: boolean;
  readonly isReadingMore: boolean;
  readonly readMore: () => void;
  readonly retry: () => void;
}

/** The improvement plan of the project, a page whenever somebody asks for more. */
export function usePlan(wanted: Omit<PlanWanted, 'offset'>): Plan {
  const { data, error, ...query } = useInfiniteQuery({
    queryKey: [...KEY, 'plan', wanted],
    queryFn: ({ pageParam: offset }) => callApp('viewPlan', { ...wanted, offset }),
    initialPageParam: 0,
    getNextPageParam: ({ count }: PlanView, pages) => {
      const read = pages.reduce((total, { rows }) => total + rows.length, 0);
      return read < count ? read : undefined;
    },
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  return {
    plan: data?.pages[0],
    rows: data?.pages.flatMap(({ rows }) => rows) ?? [],
    error,
    isOutdated: query.isPlaceholderData,
    isReadingMore: query.isFetchingNextPage,
    readMore: () => void query.fetchNextPage(),
    retry: () => void query.refetch(),
  };
}

/** All of the plan that a choice shows. @throws CallFailure */
export async function readWholePlan(wanted: Omit<PlanWanted, 'offset'>): Promise<ActionRow[]> {
  const rows: ActionRow[] = [];
  for (;;) {
    const page = await callApp('viewPlan', { ...wanted, offset: rows.length });
    rows.push(...page.rows);
    if (page.rows.length === 0 || rows.length >= page.count) return rows;
  }
}

/** One action with its effect; null when it is not there. */
export function useAction(id: string): UseQueryResult<ActionView | null> {
  return useQuery({
    queryKey: [...KEY, 'one', id],
    queryFn: () => callApp('viewAction', { id }),
    staleTime: 0,
  });
}

type Change =
  'saveAction' | 'takeActionStep' | 'createActionIssue' | 'bindActionIssue' | 'releaseActionIssue';

/** Changes an action, and has all pages show how it stands then. */
export function useChangeAction<Name extends Change>(
  name: Name,
): UseMutationResult<ActionSaved, Error, PayloadOf<Name>> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (payload: PayloadOf<Name>): Promise<ActionSaved> => callApp<Change>(name, payload),
    onSuccess: ({ view }) => {
      client.setQueryData([...KEY, 'one', view.row.doc.id], view);
      return client.invalidateQueries({ queryKey: [...KEY, 'plan'] });
    },
  });
}

/** As many issues as Jira gives at once. */
const ISSUES_AT_ONCE = 100;
/** Work goes on in another window. */
const LOOK_EVERY_MS = 15_000;
const NONE = new Map<string, never>();

async function readStates(ids: readonly string[]): Promise<ReadonlyMap<string, IssueState | null>> {
  const found = new Map<string, IssueState | null>(ids.map((id) => [id, null]));
  for (let first = 0; first < ids.length; first += ISSUES_AT_ONCE)
    for (const [id, state] of await readIssueStates(ids.slice(first, first + ISSUES_AT_ONCE)))
      found.set(id, state);
  return found;
}

/**
 * How far the work on issues is, as Jira shows it to the reader: null where it keeps one back or has it no more. Undefined
 * before anything is known; without those that could not be read.
 */
export function useIssueStates(ids: readonly string[]): ReadonlyMap<string, IssueState | null> | undefined {
  const asked = [...new Set(ids)].sort();
  const { data, isError } = useQuery({
    queryKey: ['issue-states', asked],
    queryFn: () => readStates(asked),
    placeholderData: keepPreviousData,
    refetchInterval: LOOK_EVERY_MS,
  });
  return data ?? (isError ? NONE : undefined);
}

/** The types of which issues can be made in the project. */
export function useIssueTypes(): UseQueryResult<Reference[]> {
  return useQuery({ queryKey: ['issue-types'], queryFn: readIssueTypes, staleTime: 60_000 });
}
