import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { ProjectShape } from '../../../../src/domain/agreement/project-shape';
import { callApp } from '../platform/app-calls';

/** What definitions of the project can be made of. Asked of Jira once: whoever adds a field there comes back afterwards. */
export function useProjectShape(): UseQueryResult<ProjectShape> {
  return useQuery({
    queryKey: ['project-shape'],
    queryFn: () => callApp('viewProjectShape', {}),
    staleTime: 60_000,
  });
}
