import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type {
  OutageRulesView,
  OutagesView,
  OutagesWanted,
  OutageView,
} from '../../../../src/contract/outages';
import type { PayloadOf } from '../../../../src/contract/resolver-api';
import { callApp } from '../platform/app-calls';

const KEY = ['outages'] as const;
const RULES = ['outage-rules'] as const;
/** An issue may begin or end one at any time; then the page should show it. */
const LOOK_EVERY_MS = 15_000;

/** The outage register of the project. */
export function useOutages(wanted: OutagesWanted): UseQueryResult<OutagesView> {
  return useQuery({
    queryKey: [...KEY, 'register', wanted],
    queryFn: () => callApp('viewOutages', wanted),
    placeholderData: keepPreviousData,
    staleTime: 0,
    refetchInterval: LOOK_EVERY_MS,
  });
}

/** One outage with what was said of it before; null when it is not there. */
export function useOutage(id: string): UseQueryResult<OutageView | null> {
  return useQuery({
    queryKey: [...KEY, 'one', id],
    queryFn: () => callApp('viewOutage', { id }),
    staleTime: 0,
    refetchInterval: LOOK_EVERY_MS,
  });
}

/** Changes the register, and has all pages show how it stands then. */
export function useChangeOutage<Name extends 'saveOutage' | 'verifyOutage' | 'withdrawOutage'>(
  name: Name,
): UseMutationResult<unknown, Error, PayloadOf<Name>> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (payload: PayloadOf<Name>) => callApp(name, payload),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  });
}

/** The rules by which issues are outages. */
export function useOutageRules(): UseQueryResult<OutageRulesView> {
  return useQuery({ queryKey: RULES, queryFn: () => callApp('viewOutageRules', {}), staleTime: 0 });
}

/** Saves them, and shows them. */
export function useSaveOutageRules(): UseMutationResult<
  OutageRulesView,
  Error,
  PayloadOf<'saveOutageRules'>
> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (payload: PayloadOf<'saveOutageRules'>) => callApp('saveOutageRules', payload),
    onSuccess: (view) => client.setQueryData(RULES, view),
  });
}
