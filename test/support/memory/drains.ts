import { memoryHolds } from './work';
import type { DirtyMark, Ports } from '../../../src/app/ports';
import type { Instant } from '../../../src/domain/time/instant';
import type { MemoryState } from '../memory-ports';

export type Mark = DirtyMark & { project: string; at: Instant; by: 'event' | 'view' };

export const memoryDirtyIssues = (kept: MemoryState): Ports['dirtyIssues'] => ({
  async mark(...marks) {
    kept.marks.push(...marks);
  },
  first: async (project, since) =>
    kept.marks
      .filter((mark) => mark.project === project && mark.at >= (since ?? 0))
      .sort((a, b) => a.at - b.at || (a.token < b.token ? -1 : 1))[0],
  viewedSince: async (project, issue, since) =>
    kept.marks.some(
      (mark) => mark.project === project && mark.issue === issue && mark.by === 'view' && mark.at > since,
    ),
  async list(project, limit, { now, lately }) {
    if (await memoryHolds(kept).isHeld(now, project)) return [];
    const evaluatedAt = (issue: string) => kept.evaluations.get(issue)?.evaluatedAt ?? null;
    const isLate = ({ issue }: Mark) => Number((evaluatedAt(issue) ?? 0) > lately);
    return kept.marks
      .filter((mark) => mark.project === project)
      .sort((a, b) => isLate(a) - isLate(b) || a.at - b.at)
      .slice(0, limit)
      .map(({ issue, token }) => ({ issue, token, evaluatedAt: evaluatedAt(issue) }));
  },
  async remove(project, marks) {
    const tokens = new Set(marks.map(({ token }) => token));
    kept.marks.splice(
      0,
      kept.marks.length,
      ...kept.marks.filter((mark) => mark.project !== project || !tokens.has(mark.token)),
    );
  },
});

export const memoryDrains = (kept: MemoryState): Ports['drains'] => ({
  async wake(project) {
    kept.woken.push(project);
  },
  async wakeLater(project, { now, at }) {
    if ((kept.wokenLater.get(project) ?? now) <= now) kept.wokenLater.set(project, at);
  },
});
