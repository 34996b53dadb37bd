import type { Job, Jobs, CycleDifference, Ports } from '../../../src/app/ports';
import { type Instant, later } from '../../../src/domain/time/instant';
import type { MemoryState } from '../memory-ports';

/** A turn of a job, and when it is to run. */
export type AskedTurn = { project: string; id: string; turn: number; at: Instant };

function jobsIn<OneJob extends Job>(
  jobs: () => Map<string, OneJob>,
  turns: () => AskedTurn[],
  now: () => Instant,
): Jobs<OneJob> {
  return {
    of: async (project) => jobs().get(project),
    async start(job) {
      jobs().set(job.project, job);
    },
    async endTurn({ project, id, turn }, progress) {
      const known = jobs().get(project);
      if (known?.id !== id || known.turn !== turn) return;
      const state = progress.state === 'running' ? known.state : progress.state;
      jobs().set(project, { ...known, ...progress, state, turn: turn + 1 });
    },
    async setState({ project, id }, { from, to, at }) {
      const known = jobs().get(project);
      if (known?.id !== id || known.state !== from) return;
      jobs().set(project, { ...known, state: to, changedAt: at });
    },
    async wake({ project, id, turn }, delay) {
      turns().push({ project, id, turn, at: later(now(), delay) });
    },
  };
}

export const memoryBackfills = (kept: MemoryState): Ports['backfills'] => ({
  ...jobsIn(
    () => kept.backfillOf,
    () => kept.turns,
    () => kept.now,
  ),
  running: async (since) =>
    [...kept.backfillOf.values(), ...kept.previewOf.values()].filter(
      ({ state, dueAt }) => state === 'running' && dueAt >= since,
    ).length,
});

export const memoryRepairPreviews = (kept: MemoryState): Ports['repairPreviews'] => ({
  ...jobsIn(
    () => kept.previewOf,
    () => kept.previewTurns,
    () => kept.now,
  ),
  async keep({ project, id }, differences) {
    const known = kept.differences.get(`${project} ${id}`) ?? new Map<string, CycleDifference>();
    for (const difference of differences) {
      const { issue, agreement, metric, cycle } = difference;
      known.set(`${issue} ${agreement} ${metric} ${cycle}`, difference);
    }
    kept.differences.set(`${project} ${id}`, known);
  },
  differences: async ({ project, id }, { offset, limit }) =>
    [...(kept.differences.get(`${project} ${id}`)?.values() ?? [])]
      .sort((one, other) => Number(one.issue) - Number(other.issue))
      .slice(offset, offset + limit),
  async discard({ project, id }) {
    if (kept.previewOf.get(project)?.id === id) kept.previewOf.delete(project);
    const left = kept.previewOf.get(project)?.id;
    for (const key of kept.differences.keys())
      if (key.startsWith(`${project} `) && key !== `${project} ${String(left)}`) kept.differences.delete(key);
  },
});
