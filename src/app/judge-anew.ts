import { startBackfill } from './backfill';
import { describeFailure } from './errors';
import type { AccountId, Ports, ProjectId } from './ports';

/** Has the issues of a project judged by rules that were just saved. They hold even if that cannot be started: the tick does it then. */
export async function judgeAnew(ports: Ports, project: ProjectId, actor: AccountId): Promise<void> {
  try {
    await startBackfill(ports, project, actor);
  } catch (error) {
    ports.log.warn('backfill not started', { error: describeFailure(error) });
  }
}
