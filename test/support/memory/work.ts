import { memoryThresholds } from './alerts';
import { LONGEST_AHEAD, type Ports } from '../../../src/app/ports';
import { type Span, earlier, minutes, later } from '../../../src/domain/time/instant';
import type { MemoryState } from '../memory-ports';
import { projectOf, isLive, forgetAlerts } from './common';

export const memoryWaiting = (kept: MemoryState): Ports['waiting'] => ({
  async at(now) {
    const before = (by: Span) => earlier(now, by);
    const running = [...kept.backfillOf.values()].filter(({ state }) => state === 'running');
    const missing = kept.changes.filter(({ project, at }) => {
      const started = kept.backfillOf.get(project)?.startedAt ?? -Infinity;
      return at < before(minutes(2)) && started < at;
    });
    const rest = [...kept.evaluations.values(), ...kept.marks].map(projectOf);
    return {
      isHeld: await memoryHolds(kept).isHeld(now),
      drains: [
        ...new Set(
          kept.marks.filter((mark) => mark.at < before(minutes(2)) && isLive(kept)(mark)).map(projectOf),
        ),
      ],
      lateBackfills: running
        .filter((backfill) => backfill.dueAt < before(minutes(15)) && isLive(kept)(backfill))
        .map(projectOf),
      latePreviews: [...kept.previewOf.values()]
        .filter(({ state, dueAt }) => state === 'running' && dueAt < before(minutes(15)))
        .filter(isLive(kept))
        .map(projectOf),
      missingBackfills: [
        ...new Map(
          missing.filter(isLive(kept)).map(({ project, actor }) => [project, { project, actor }]),
        ).values(),
      ],
      deletedProjects: [...kept.projectStates.entries()].flatMap(([project, { state }]) =>
        state === 'deleted' && rest.includes(project) ? [project] : [],
      ),
      isSomethingAhead: (await memoryThresholds(kept).before(later(now, LONGEST_AHEAD), 1)).length > 0,
    };
  },
});

export const memoryHolds = (kept: MemoryState): Ports['holds'] => ({
  async hold({ until, reason, butUrgent }) {
    kept.holdReasons.set(butUrgent === true, reason);
    kept[butUrgent ? 'waitsUntil' : 'heldUntil'] = until;
  },
  isHeld: async (now, project) =>
    (kept.heldUntil ?? now) > now ||
    (kept.waitsUntil ?? now) > now ||
    (project !== undefined && (kept.projectStates.get(project)?.state ?? 'live') !== 'live'),
  isUrgentHeld: async (now) => (kept.heldUntil ?? now) > now,
});

export const memoryQuota = (kept: MemoryState): Ports['quota'] => ({ isLow: () => kept.isQuotaLow });

export const memoryProjects = (kept: MemoryState): Ports['projects'] => ({
  async setState(project, state, at) {
    const known = kept.projectStates.get(project);
    if (!known || known.since <= at) kept.projectStates.set(project, { state, since: at });
  },
  async liveAgainSince(project) {
    const known = kept.projectStates.get(project);
    return known?.state === 'live' ? known.since : undefined;
  },
  withAgreements: async () => {
    const agreed = kept.changes.filter(({ revisions }) => revisions.some(({ kind }) => kind === 'agreement'));
    return [...new Set(agreed.map(projectOf))].filter((project) => isLive(kept)({ project })).sort();
  },
  async forgetSome(project) {
    kept.backfillOf.delete(project);
    kept.previewOf.delete(project);
    kept.marks.splice(0, Infinity, ...kept.marks.filter((mark) => mark.project !== project));
    const [one] = [...kept.evaluations.values()].filter((each) => each.project === project);
    if (!one) return false;
    kept.evaluations.delete(one.issue);
    forgetAlerts(kept, one.issue);
    return true;
  },
});
