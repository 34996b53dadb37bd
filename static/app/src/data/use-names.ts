import { useQuery } from '@tanstack/react-query';
import {
  readIssueAddresses,
  readPeople,
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

/** Issues by their keys; none while they are not known. */
export function useIssueAddresses(ids: readonly string[]): ReadonlyMap<string, IssueAddress> {
  const asked = some(ids);
  const { data } = useQuery({
    queryKey: ['issue-addresses', asked],
    queryFn: () => readIssueAddresses(asked),
  });
  return data ?? NONE;
}
