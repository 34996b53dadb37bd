import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { UsageView } from '../../../../src/contract/usage';
import { callApp } from '../platform/app-calls';

/** What the app uses of what Jira and Forge grant it. */
export function useUsage(): UseQueryResult<UsageView> {
  return useQuery({ queryKey: ['usage'], queryFn: () => callApp('viewUsage', {}) });
}
