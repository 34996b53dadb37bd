import { JiraRefused } from './errors';
import { markIssues } from './mark-issue';
import type { Evaluation, Ports } from './ports';

/**
 * Gives issues the priority that their agreement's matrix sets (A13). Each is judged anew then, since goals go by the priority
 * and the app is told nothing of its own changes. What Jira refuses is logged, and tried again when the issue is judged again.
 *
 * @returns what it takes of the points that Jira grants an app an hour.
 * @throws JiraUnavailable; some may be set then.
 */
export async function setPriorities(ports: Ports, evaluations: readonly Evaluation[]): Promise<number> {
  const set: Evaluation[] = [];
  let asked = 0;
  try {
    for (const evaluation of evaluations) {
      const { issue, priorityToSet } = evaluation;
      if (!priorityToSet) continue;
      asked += 1;
      try {
        await ports.priorities.set(issue, priorityToSet);
        set.push(evaluation);
      } catch (error) {
        if (!(error instanceof JiraRefused)) throw error;
        ports.log.warn('priority not set', { issue, reason: error.message });
      }
    }
  } finally {
    await markIssues(ports, set);
  }
  return asked;
}
