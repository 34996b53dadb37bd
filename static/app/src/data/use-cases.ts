import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { CasesView, CaseTried } from '../../../../src/contract/cases';
import type { PayloadOf } from '../../../../src/contract/resolver-api';
import type { CaseIssue } from '../../../../src/domain/agreement/saved-case';
import { callApp } from '../platform/app-calls';
import { agreementsKey } from './use-agreements';

const keyOf = (agreement: string) => [...agreementsKey, 'cases', agreement] as const;

/** The cases of an agreement, each judged by what was published last. */
export function useCases(agreement: string): UseQueryResult<CasesView> {
  return useQuery({
    queryKey: keyOf(agreement),
    queryFn: () => callApp('viewCases', { agreement }),
    enabled: agreement !== '',
  });
}

/** What a case of a made-up issue would expect now, of each agreement. */
export function useTriedCase(issue: CaseIssue): UseQueryResult<CaseTried> {
  return useQuery({
    queryKey: [...agreementsKey, 'case-tried', issue],
    queryFn: () => callApp('tryCase', issue),
    staleTime: 0,
  });
}

/** Keeps a case, changes it, throws it away or takes that back. */
export function useSaveCase(): UseMutationResult<CasesView, Error, PayloadOf<'saveCase'>> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (payload: PayloadOf<'saveCase'>) => callApp('saveCase', payload),
    onSuccess: async (view, { doc }) => {
      // What drafts would change of it is asked anew, when somebody looks.
      await client.invalidateQueries({ queryKey: agreementsKey, refetchType: 'none' });
      client.setQueryData(keyOf(doc.agreement), view);
    },
  });
}
