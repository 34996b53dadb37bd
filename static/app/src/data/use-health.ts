import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { HealthView } from '../../../../src/contract/health';
import { callApp } from '../platform/app-calls';

/** A turn of a job comes every two minutes or so. */
const LOOK_EVERY_MS = 30_000;

export const healthKey = ['health'] as const;

/** Whether the app keeps up, as it is now. */
export function useHealth(): UseQueryResult<HealthView> {
  return useQuery({
    queryKey: healthKey,
    queryFn: () => callApp('viewHealth', {}),
    refetchInterval: LOOK_EVERY_MS,
  });
}

interface BackfillChange {
  readonly project: string;
  readonly change: 'pause' | 'resume';
}

/** Pauses or resumes the reading of a project; resuming one that has ended starts another. */
export function useBackfillChangeOf(): UseMutationResult<HealthView, Error, BackfillChange> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ project, change }: BackfillChange) =>
      change === 'pause' ? callApp('pauseBackfillOf', { project }) : callApp('resumeBackfillOf', { project }),
    onSuccess: (view) => client.setQueryData(healthKey, view),
  });
}
