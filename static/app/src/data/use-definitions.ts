import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { DefinitionsView, ImportResult } from '../../../../src/contract/views';
import { callApp } from '../platform/app-calls';
import { backfillKey } from './use-backfill';
import { calendarsKey } from './use-calendars';

const key = ['definitions'] as const;

/** The definitions in force in the project. */
export function useDefinitions(): UseQueryResult<DefinitionsView> {
  return useQuery({ queryKey: key, queryFn: () => callApp('viewDefinitions', {}) });
}

/** Puts the text of a definitions file into force, and shows what then holds. */
export function useImport(): UseMutationResult<ImportResult, Error, string> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (file: string) => callApp('importDefinitions', { file }),
    // Even when it failed: the import may have taken effect, and only its answer be lost.
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: backfillKey });
      await client.invalidateQueries({ queryKey: calendarsKey });
      await client.invalidateQueries({ queryKey: key });
    },
  });
}
