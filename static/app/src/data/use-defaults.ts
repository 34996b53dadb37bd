import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { DefaultsView } from '../../../../src/contract/defaults';
import type { PayloadOf } from '../../../../src/contract/resolver-api';
import { callApp } from '../platform/app-calls';
import type { Home } from './use-calendars';

const keyOf = (home: Home) => ['defaults', home] as const;

/** What new calendars and agreements begin with, as a project's page or the one of the whole site may ask for it. */
export function useDefaults(home: Home): UseQueryResult<DefaultsView> {
  return useQuery({
    queryKey: keyOf(home),
    queryFn: () => callApp(home === 'site' ? 'viewSiteDefaults' : 'viewDefaults', {}),
  });
}

export function useSaveDefaults(): UseMutationResult<DefaultsView, Error, PayloadOf<'saveDefaults'>> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (payload: PayloadOf<'saveDefaults'>) => callApp('saveDefaults', payload),
    onSuccess: (view) => client.setQueryData(keyOf('site'), view),
  });
}
