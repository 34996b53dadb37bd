import { startBackfill } from './backfill';
import { describeFailure } from './errors';
import { judgeOutdated } from './judge-outdated';
import { SITE, type AccountId, type Ports, type ProjectId } from './ports';

/**
 * Has the issues of a project, or those of the site that it is about, judged by rules that were just saved. They hold even if
 * that cannot be started: the tick or the daily check does it then.
 *
 * @param home a project, or `SITE`.
 */
export async function judgeAnew(ports: Ports, home: ProjectId, actor: AccountId): Promise<void> {
  try {
    await (home === SITE ? judgeOutdated(ports) : startBackfill(ports, home, actor));
  } catch (error) {
    ports.log.warn('backfill not started', { error: describeFailure(error) });
  }
}
