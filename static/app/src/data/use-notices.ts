import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { NoticesView } from '../../../../src/contract/notices';
import type { PayloadOf } from '../../../../src/contract/resolver-api';
import { callApp } from '../platform/app-calls';

const KEY = ['notices'] as const;

/** Where notices about reviews and service reports are sent, and what became of the latest. */
export function useNotices(): UseQueryResult<NoticesView> {
  return useQuery({ queryKey: KEY, queryFn: () => callApp('viewNotices', {}), staleTime: 0 });
}

export function useSaveNotices(): UseMutationResult<NoticesView, Error, PayloadOf<'saveNotices'>> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (payload: PayloadOf<'saveNotices'>) => callApp('saveNotices', payload),
    onSuccess: (view) => client.setQueryData(KEY, view),
  });
}
