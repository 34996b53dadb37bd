import { keepPreviousData, useQuery } from '@tanstack/react-query';
import {
  readGroupNames,
  readIssueAddresses,
  readPeople,
  readPriorityNames,
  readProjectNames,
  type IssueAddress,
  type Names,
} from '../platform/site-names';

/** As many as Jira names at once. */
const MOST_NAMED = 50;
const NONE = new Map<string, never>();

const some = (ids: readonly string[]): string[] => [...new Set(ids)].sort().slice(0, MOST_NAMED);

/** Projects as Jira names them; none while they are not known. */
export function useProjectNames(ids: readonly string[]): Names {
  const asked = some(ids);
  const { data } = useQuery({
    queryKey: ['project-names', asked],
    queryFn: () => readProjectNames(asked),
  });
  return data ?? NONE;
}

/** People as Jira names them; none while they are not known. */
export function usePeople(accounts: readonly string[]): Names {
  const asked = some(accounts.filter((account) => account !== ''));
  const { data } = useQuery({ queryKey: ['people', asked], queryFn: () => readPeople(asked) });
  return data ?? NONE;
}

/** Groups as Jira names them; none while they are not known, or where Jira does not let the reader browse them. */
export function useGroupNames(ids: readonly string[]): Names {
  const asked = some(ids);
  const { data } = useQuery({ queryKey: ['group-names', asked], queryFn: () => readGroupNames(asked) });
  return data ?? NONE;
}

/** Issues by their keys; none while they are not known. */
export function useIssueAddresses(ids: readonly string[]): ReadonlyMap<string, IssueAddress> {
  const asked = some(ids);
  const { data } = useQuery({
    queryKey: ['issue-addresses', asked],
    queryFn: () => readIssueAddresses(asked),
  });
  return data ?? NONE;
}

/** As many issues as Jira gives at once. */
const ISSUES_AT_ONCE = 100;

/**
 * However many issues there are.
 *
 * @throws Error when Jira does not answer.
 */
export async function readIssues(ids: readonly string[]): Promise<ReadonlyMap<string, IssueAddress>> {
  const asked = [...new Set(ids)].sort();
  const found = new Map<string, IssueAddress>();
  for (let first = 0; first < asked.length; first += ISSUES_AT_ONCE) {
    const lot = await readIssueAddresses(asked.slice(first, first + ISSUES_AT_ONCE));
    for (const [id, address] of lot) found.set(id, address);
  }
  return found;
}

/**
 * Issues as Jira shows them to the reader: null where it keeps one back. What is not known yet, or could not be read, is
 * left out; undefined before anything is known.
 */
export function useIssues(ids: readonly string[]): ReadonlyMap<string, IssueAddress | null> | undefined {
  const asked = [...new Set(ids)].sort();
  const { data, isError } = useQuery({
    queryKey: ['issues', asked],
    queryFn: async () => {
      const found = await readIssues(asked);
      return new Map(asked.map((id) => [id, found.get(id) ?? null]));
    },
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  return data ?? (isError ? NONE : undefined);
}

/** The site's priorities by their ids; none while they are not known. */
export function usePriorityNames(): Names {
  const { data } = useQuery({ queryKey: ['priorities'], queryFn: readPriorityNames });
  return data ?? NONE;
}
