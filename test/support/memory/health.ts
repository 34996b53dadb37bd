import { memoryProjects } from './work';
import type { Ports } from '../../../src/app/ports';
import type { MemoryState } from '../memory-ports';
import { isLive } from './common';

export const memoryHealth = (kept: MemoryState): Ports['health'] => ({
  holds: async (now) =>
    [
      { until: kept.heldUntil, butUrgent: false },
      { until: kept.waitsUntil, butUrgent: true },
    ].flatMap(({ until, butUrgent }) =>
      until !== undefined && until > now
        ? [{ until, butUrgent, reason: kept.holdReasons.get(butUrgent) ?? '' }]
        : [],
    ),
  projects: async () =>
    (await memoryProjects(kept).withAgreements()).map((project) => {
      const marks = kept.marks.filter((mark) => mark.project === project).map(({ at }) => at);
      const judged = [...kept.evaluations.values()]
        .filter((each) => each.project === project)
        .map(({ evaluatedAt }) => evaluatedAt);
      return {
        project,
        waiting: marks.length,
        oldest: marks.sort((a, b) => a - b)[0] ?? null,
        judgedAt: judged.sort((a, b) => a - b).at(-1) ?? null,
        reconciledUntil: kept.reconciled.get(project) ?? null,
        checkedAt: kept.checked.get(project) ?? null,
        drifts: kept.drifts.filter((drift) => drift.project === project).length,
      };
    }),
  drifts: async (limit) =>
    kept.drifts
      .filter(isLive(kept))
      .sort((a, b) => b.foundAt - a.foundAt)
      .slice(0, limit)
      .map(({ issue, project, agreement, metric, foundAt }) => ({
        issue,
        project,
        agreement,
        metric,
        foundAt,
      })),
  troubles: async (since, limit) =>
    kept.alertRows
      .map(({ alert }) => alert)
      .filter((alert) => alert.raisedAt >= since && isLive(kept)(alert))
      .filter(({ steps }) => steps.some(({ state }) => state === 'unsure' || state === 'refused'))
      .sort((a, b) => b.raisedAt - a.raisedAt)
      .slice(0, limit)
      .flatMap(({ issue, project, steps }) =>
        steps.flatMap(({ action, state, at, reason = '' }) =>
          state === 'unsure' || state === 'refused' ? [{ issue, project, action, state, at, reason }] : [],
        ),
      ),
});
