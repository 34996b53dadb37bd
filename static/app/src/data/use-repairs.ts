import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { DifferenceView, RepairsView } from '../../../../src/contract/repairs';
import type { PayloadOf } from '../../../../src/contract/resolver-api';
import { callApp } from '../platform/app-calls';
import { healthKey } from './use-health';

/** A turn of a preview comes every two minutes or so, the first at once. */
const LOOK_EVERY_MS = 10_000;
const LOOK_FIRST_EVERY_MS = 2_000;

const keyOf = (project: string) => ['repairs', project] as const;

/** Repairs of a project, followed while one is previewed. */
export function useRepairs(project: string): UseQueryResult<RepairsView> {
  return useQuery({
    queryKey: keyOf(project),
    queryFn: () => callApp('viewRepairs', { project }),
    refetchInterval: ({ state: { data } }) => {
      if (data?.preview?.state !== 'running') return false;
      return data.preview.total === null ? LOOK_FIRST_EVERY_MS : LOOK_EVERY_MS;
    },
  });
}

function useRepairsChange<Payload extends { project: string }>(
  change: (payload: Payload) => Promise<RepairsView>,
): UseMutationResult<RepairsView, Error, Payload> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (view, { project }) => client.setQueryData(keyOf(project), view),
  });
}

/** Begins to find out what a repair would change. */
export function usePreviewRepair(): UseMutationResult<RepairsView, Error, PayloadOf<'previewRepair'>> {
  return useRepairsChange((proposal) => callApp('previewRepair', proposal));
}

const changes = { pause: 'pausePreview', resume: 'resumePreview' } as const;

interface PreviewChange {
  readonly project: string;
  readonly change: keyof typeof changes;
}

/** Pauses a preview, or has it go on. */
export function usePreviewChange(): UseMutationResult<RepairsView, Error, PreviewChange> {
  return useRepairsChange(({ project, change }: PreviewChange) => callApp(changes[change], { project }));
}

export function useDiscardPreview(): UseMutationResult<RepairsView, Error, PayloadOf<'discardPreview'>> {
  return useRepairsChange((preview) => callApp('discardPreview', preview));
}

/** Applies a repair, and shows the reading of all issues that follows. */
export function useApplyRepair(
  applied: () => void,
): UseMutationResult<RepairsView, Error, PayloadOf<'applyRepair'>> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (preview: PayloadOf<'applyRepair'>) => callApp('applyRepair', preview),
    onSuccess: (view, { project }) => {
      client.setQueryData(keyOf(project), view);
      applied();
    },
    // Even when it failed: the repair may have been recorded, and only the answer be lost.
    onSettled: async (_view, error, { project }) => {
      if (error) await client.invalidateQueries({ queryKey: keyOf(project) });
      await client.invalidateQueries({ queryKey: healthKey });
    },
  });
}

/** A page of what a preview has found. */
export function useDifferences(
  asked: PayloadOf<'viewDifferences'>,
  found: number,
): UseQueryResult<readonly DifferenceView[]> {
  return useQuery({
    queryKey: ['differences', asked, found],
    queryFn: () => callApp('viewDifferences', asked),
    placeholderData: keepPreviousData,
  });
}
