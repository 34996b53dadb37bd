import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { BackfillView } from '../../../../src/contract/views';
import { callApp } from '../platform/app-calls';

/** Each look costs a question to Jira about the reader's rights, and a turn comes every two minutes or so. */
const LOOK_EVERY_MS = 30_000;
/** While the reader waits for the first turn. */
const LOOK_FIRST_EVERY_MS = 5_000;

export const backfillKey = ['backfill'] as const;

/** How the reading of the project's issues goes, followed as long as it does; null when there never was one. */
export function useBackfill(): UseQueryResult<BackfillView | null> {
  return useQuery({
    queryKey: backfillKey,
    queryFn: () => callApp('viewBackfill', {}),
    refetchInterval: ({ state: { data } }) => {
      if (data?.state !== 'running') return false;
      return data.total === null ? LOOK_FIRST_EVERY_MS : LOOK_EVERY_MS;
    },
  });
}

/** Pauses or resumes it; resuming one that has ended starts another. */
export function useBackfillChange(): UseMutationResult<BackfillView | null, Error, 'pause' | 'resume'> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: 'pause' | 'resume') =>
      change === 'pause' ? callApp('pauseBackfill', {}) : callApp('resumeBackfill', {}),
    onSuccess: (view) => client.setQueryData(backfillKey, view),
  });
}
