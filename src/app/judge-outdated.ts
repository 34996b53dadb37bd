import { startBackfill } from './backfill';
import { THE_APP, type Ports } from './ports';
import { rulesOf } from './rules';

/**
 * Starts a backfill in each project in which issues were last judged by a rule book of another version, unless one runs or
 * somebody has paused it: after a change that the app brought itself, or a backfill that Jira refused.
 */
export async function judgeOutdated(ports: Ports): Promise<void> {
  for (const project of await ports.projects.withAgreements()) {
    const backfill = await ports.backfills.of(project);
    if (backfill?.state === 'running' || backfill?.state === 'paused') continue;
    const { book } = await rulesOf(ports, project);
    if (!(await ports.timers.hasOtherThan(project, book.version))) continue;
    await startBackfill(ports, project, backfill?.startedBy ?? THE_APP);
  }
}
