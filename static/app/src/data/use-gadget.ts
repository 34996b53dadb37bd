import { keepPreviousData, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { BoardView } from '../../../../src/contract/board';
import type { FiguresView } from '../../../../src/contract/figures';
import type { CausesCounted } from '../../../../src/contract/cause-counts';
import type { FallingDue } from '../../../../src/contract/gadgets';
import type { PayloadOf } from '../../../../src/contract/resolver-api';
import { callApp } from '../platform/app-calls';
import { gadgetHere, onGadgetRefresh, type GadgetHere } from '../platform/gadget';
import { accountHere } from '../platform/page-context';
import { findProjects, readProject, type ProjectName } from '../platform/projects';

/** What is counted over weeks or years need not be counted every few seconds; asked for only while the page is seen. */
const COUNT_EVERY_MS = 300_000;

/** The gadget that the page is. */
export function useGadgetHere(): UseQueryResult<GadgetHere> {
  return useQuery({ queryKey: ['gadget'], queryFn: gadgetHere });
}

/** Has the gadget show what is new when somebody asks for it. */
export function useRefreshOf(gadget: string): void {
  const client = useQueryClient();
  useEffect(() => onGadgetRefresh(gadget, () => void client.invalidateQueries()), [client, gadget]);
}

/** Who looks; undefined while that is not known. */
export function useAccountHere(): string | undefined {
  return useQuery({ queryKey: ['account'], queryFn: accountHere }).data;
}

/** A project as Jira names it; null where the reader may not see it. None is asked for without an id. */
export function useProject(id: string | undefined): UseQueryResult<ProjectName | null> {
  return useQuery({
    queryKey: ['project', id],
    queryFn: () => readProject(id ?? ''),
    enabled: id !== undefined,
  });
}

/** Projects that the reader can choose from. */
export function useProjectsFound(text: string): UseQueryResult<Awaited<ReturnType<typeof findProjects>>> {
  return useQuery({
    queryKey: ['projects', text],
    queryFn: () => findProjects(text),
    placeholderData: keepPreviousData,
  });
}

/** What a project calls its agreements, and the kinds of timers that they have. */
export function usePromisesOf(
  project: string,
): UseQueryResult<Pick<BoardView, 'hasAgreements' | 'names' | 'kinds'>> {
  return useQuery({
    queryKey: ['promises', project],
    queryFn: () => callApp('viewBoardOf', { project, filter: {}, offset: 0 }),
  });
}

/** How promises of a project were kept. */
export function useFiguresOf(asked: PayloadOf<'viewFiguresOf'>): UseQueryResult<FiguresView> {
  return useQuery({
    queryKey: ['figures-of', asked],
    queryFn: () => callApp('viewFiguresOf', asked),
    staleTime: 0,
    refetchInterval: COUNT_EVERY_MS,
  });
}

/** How many breaches of a time have which cause. */
export function useCausesCountedOf(wanted: PayloadOf<'countCausesOf'>): UseQueryResult<CausesCounted> {
  return useQuery({
    queryKey: ['causes-counted-of', wanted],
    queryFn: () => callApp('countCausesOf', wanted),
    staleTime: 0,
    refetchInterval: COUNT_EVERY_MS,
  });
}

/** What falls due. */
export function useFallingDue(wanted: PayloadOf<'viewFallingDueOf'>): UseQueryResult<FallingDue> {
  return useQuery({
    queryKey: ['falling-due', wanted],
    queryFn: () => callApp('viewFallingDueOf', wanted),
    staleTime: 0,
    refetchInterval: COUNT_EVERY_MS,
  });
}
