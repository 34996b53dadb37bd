import { useMutation, useQuery, type UseMutationResult } from '@tanstack/react-query';
import { mayEditIssue, setIssuePriority } from '../platform/issue-priority';
import { readIssueNames } from '../platform/jira-names';
import type { IssueNames } from '../text/fact-text';

/** Whether the reader may edit the issue; they may not as long as that is unknown. */
export function useMayEdit(issueId: string): boolean {
  const { data = false } = useQuery({
    queryKey: ['may-edit', issueId],
    queryFn: () => mayEditIssue(issueId),
    staleTime: Infinity,
  });
  return data;
}

/**
 * What some fields of the issue hold, as the reader's Jira names it; undefined while that is unknown.
 *
 * @param changed another value when the fields may hold something else.
 */
export function useHeldNames(
  issueId: string,
  fields: readonly string[],
  changed: string,
): IssueNames | undefined {
  return useQuery({
    queryKey: ['held-names', issueId, fields, changed],
    queryFn: () => readIssueNames(issueId, fields),
    staleTime: Infinity,
  }).data;
}

/** Gives the issue a priority, as the reader. */
export const useSetPriority = (issueId: string): UseMutationResult<void, Error, string> =>
  useMutation({ mutationFn: (priority: string) => setIssuePriority(issueId, priority) });
