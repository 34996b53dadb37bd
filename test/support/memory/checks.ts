import type { Ports } from '../../../src/app/ports';
import type { MemoryState } from '../memory-ports';

export const memoryChecks = (kept: MemoryState): Ports['checks'] => ({
  reconciledUntil: async (project) => kept.reconciled.get(project),
  async setReconciledUntil(project, until) {
    kept.reconciled.set(project, until);
  },
  lastChecked: async (project) => kept.lastChecked.get(project) ?? '0',
  async setLastChecked(project, issue) {
    kept.lastChecked.set(project, issue);
  },
  async setChecked(project, at) {
    kept.checked.set(project, at);
  },
  async record(drifts) {
    kept.drifts.push(...drifts);
  },
  async clear({ deletedBefore }) {
    for (const [issue, at] of kept.deleted) if (at < deletedBefore) kept.deleted.delete(issue);
  },
});
