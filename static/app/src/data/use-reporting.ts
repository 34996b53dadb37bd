import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { ReportingView } from '../../../../src/contract/reporting';
import type { PayloadOf } from '../../../../src/contract/resolver-api';
import { callApp } from '../platform/app-calls';

const KEY = ['reporting'] as const;

/** Which fields name customers and groups in reports. */
export function useReporting(): UseQueryResult<ReportingView> {
  return useQuery({ queryKey: KEY, queryFn: () => callApp('viewReporting', {}) });
}

export function useSaveReporting(): UseMutationResult<ReportingView, Error, PayloadOf<'saveReporting'>> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (payload: PayloadOf<'saveReporting'>) => callApp('saveReporting', payload),
    onSuccess: (view) => client.setQueryData(KEY, view),
  });
}
