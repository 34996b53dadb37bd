import { problem, type Problem } from '../domain/problem';
import { days, later } from '../domain/time/instant';
import { startBackfill } from './backfill';
import { describeFailure } from './errors';
import type { AccountId, Ports, ProjectId } from './ports';
import { rulesOf } from './rules';

/** Issues change, and what somebody decides on should be what happens. */
export const PREVIEW_HOLDS = days(1);

/**
 * Records the repair that a finished preview was about, and has all issues judged anew (engine rule 16). People are told
 * nothing of what it makes late in the past.
 *
 * @param id of the preview that somebody has seen.
 * @returns why it cannot be done; nothing has changed then.
 * @throws SomebodyElseSaves; nothing has changed then.
 */
export async function applyRepair(
  ports: Ports,
  project: ProjectId,
  actor: AccountId,
  id: string,
): Promise<readonly Problem[]> {
  const { clock, ids, records, repairPreviews } = ports;
  const preview = await repairPreviews.of(project);
  if (preview?.id !== id) return [problem('repair.gone', '')];
  if (preview.state !== 'done') return [problem('repair.not-ready', '')];
  const at = clock.now();
  const { book } = await rulesOf(ports, project);
  if (book.version !== preview.ruleBook) return [problem('repair.rules-changed', '')];
  if (later(preview.changedAt, PREVIEW_HOLDS) < at) return [problem('repair.too-old', '')];
  const { proposal, timers, changed } = preview;
  const change = ids.next();
  await records.commit({
    id: change,
    project,
    at,
    actor,
    action: 'repair',
    revisions: [{ kind: 'repair', change, seq: 1, at, doc: { ...proposal, id, timers, changed } }],
  });
  await afterwards(ports, () => repairPreviews.discard(preview));
  await afterwards(ports, () => startBackfill(ports, project, actor));
  return [];
}

/** What was recorded holds, whatever fails then: the tick starts a backfill that is missing, and nobody can apply a preview twice. */
async function afterwards({ log }: Ports, task: () => Promise<void>): Promise<void> {
  try {
    await task();
  } catch (error) {
    log.warn('repair left something undone', { error: describeFailure(error) });
  }
}
