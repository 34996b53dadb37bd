import { getAppContext, type APIResponse } from '@forge/api';
import type { Quota } from '../../app/ports';
import { countLeft } from '../counted';

/**
 * `"tenant-app-quota";r=17842;t=2107`: so many points are left, and the hour ends in so many seconds. Jira names what is left
 * only below a fifth of all, and limits of other kinds may stand beside it.
 * @see https://developer.atlassian.com/cloud/jira/platform/rate-limiting/ (March 2026)
 */
const FEW_LEFT = /quota"[^,]*;\s*r=(\d+)/;

/** Sites of which the latest answer said that few are left: a warm process may serve several. */
const low = new Set<string>();

/** Takes from an answer of Jira what it tells of the quota. */
export function noteQuota({ headers }: Pick<APIResponse, 'headers'>): void {
  const [, left] = FEW_LEFT.exec(headers.get('RateLimit') ?? '') ?? [];
  if (left === undefined) {
    low.delete(callingSite());
    return;
  }
  low.add(callingSite());
  countLeft(Number(left));
}

export const jiraQuota: Quota = { isLow: () => low.has(callingSite()) };

const callingSite = (): string => getAppContext().installationAri.toString();
