import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { readActs, type Act } from '../platform/jira-acts';

/** Who did what, for the entries of an issue's history that a ledger refers to; read as the person who looks. */
export function useActs(
  issueId: string,
  facts: readonly string[],
): { readonly acts: ReadonlyMap<string, Act> | undefined; readonly failed: boolean } {
  const { data, isError } = useQuery({
    queryKey: ['acts', issueId, facts],
    queryFn: () => readActs(issueId, facts),
    placeholderData: keepPreviousData,
  });
  return { acts: data, failed: isError };
}
