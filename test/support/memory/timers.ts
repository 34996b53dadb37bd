import type { StoredEvaluation, Ports } from '../../../src/app/ports';
import type { MemoryState } from '../memory-ports';
import { forgetAlerts } from './common';

export const memoryTimers = (kept: MemoryState): Ports['timers'] => ({
  async save(evaluations) {
    for (const evaluation of evaluations) kept.evaluations.set(evaluation.issue, evaluation);
  },
  async of(issue): Promise<StoredEvaluation | undefined> {
    const known = kept.evaluations.get(issue);
    if (!known) return undefined;
    const { lines: _lines, shown: _shown, ahead: _ahead, priorityToSet: _toSet, ...stored } = known;
    return { ...stored, timers: known.timers.map(({ standings: _standings, ...timer }) => timer) };
  },
  judged: async (issues) =>
    new Map(
      issues.flatMap((issue) => {
        const known = kept.evaluations.get(issue);
        if (!known) return [];
        const { outcome, issueUpdated, ruleBook, evaluatedAt } = known;
        return [[issue, { outcome, issueUpdated, ruleBook, evaluatedAt }]];
      }),
    ),
  async forget(issue, at) {
    kept.evaluations.delete(issue);
    kept.deleted.set(issue, at);
    forgetAlerts(kept, issue);
  },
  evaluatedAfter: async (project, issue, limit) =>
    [...kept.evaluations.values()]
      .filter((each) => each.project === project && Number(each.issue) > Number(issue))
      .map((each) => each.issue)
      .sort((a, b) => Number(a) - Number(b))
      .slice(0, limit),
  evaluatedBefore: async (project, before, limit) =>
    [...kept.evaluations.values()]
      .filter(
        (each) => each.project === project && (before === undefined || Number(each.issue) < Number(before)),
      )
      .map((each) => each.issue)
      .sort((a, b) => Number(b) - Number(a))
      .slice(0, limit),
  latestOutcomes: async (project, limit) =>
    new Map(
      [...kept.evaluations.values()]
        .filter((each) => each.project === project)
        .sort((a, b) => Number(b.issue) - Number(a.issue))
        .slice(0, limit)
        .map(({ issue, outcome }) => [issue, outcome]),
    ),
  stored: async (issues) =>
    (await Promise.all(issues.map((issue) => memoryTimers(kept).of(issue)))).flatMap((each) => each ?? []),
  hasOtherThan: async (project, ruleBook) =>
    [...kept.evaluations.values()].some((each) => each.project === project && each.ruleBook !== ruleBook),
  deleted: async (issues) => new Set(issues.filter((issue) => kept.deleted.has(issue))),
});
