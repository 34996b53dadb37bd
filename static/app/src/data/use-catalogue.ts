import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { CatalogueView, ServiceView } from '../../../../src/contract/catalogue';
import type { PayloadOf } from '../../../../src/contract/resolver-api';
import { callApp } from '../platform/app-calls';
import { CallFailure } from '../platform/call-failure';

const catalogueKey = ['catalogue'] as const;
const serviceKey = (service: string) => ['service', service] as const;

/** The service catalogue of the project. */
export function useCatalogue(): UseQueryResult<CatalogueView> {
  return useQuery({ queryKey: catalogueKey, queryFn: () => callApp('viewCatalogue', {}) });
}

/** All of one service, and what it was before; null when it is not there. Not asked for while it is not `isKept`. */
export function useService(service: string, isKept: boolean): UseQueryResult<ServiceView | null> {
  return useQuery({
    queryKey: serviceKey(service),
    queryFn: () => callApp('viewService', { service }),
    enabled: isKept,
  });
}

/** Reads some services as they are now. @throws Error when one of them is not there any more. */
export function useReadServices(): UseMutationResult<readonly ServiceView[], Error, readonly string[]> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (services: readonly string[]) =>
      Promise.all(
        services.map(async (service) => {
          const view = await client.query({
            queryKey: serviceKey(service),
            queryFn: () => callApp('viewService', { service }),
            staleTime: 0,
          });
          if (!view) throw new CallFailure('failed');
          return view;
        }),
      ),
  });
}

/** Saves a service, and shows how the catalogue stands then. */
export function useSaveService(): UseMutationResult<CatalogueView, Error, PayloadOf<'saveService'>> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (payload: PayloadOf<'saveService'>) => callApp('saveService', payload),
    onSuccess: async (view, { doc }) => {
      client.setQueryData(catalogueKey, view);
      await client.invalidateQueries({ queryKey: serviceKey(doc.id) });
    },
  });
}

/** Keeps what was decided of an agreement whose service has changed. */
export function useDecideLook(): UseMutationResult<CatalogueView, Error, PayloadOf<'decideLook'>> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (payload: PayloadOf<'decideLook'>) => callApp('decideLook', payload),
    onSuccess: (view) => client.setQueryData(catalogueKey, view),
  });
}
