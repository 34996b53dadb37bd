import type { IssueId } from '../../../src/app/ports';
import type { MemoryState } from '../memory-ports';

export const projectOf = ({ project }: { project: string }): string => project;

export function forgetAlerts({ alertRows }: MemoryState, issue: IssueId): void {
  const left = alertRows.filter(({ alert }) => alert.issue !== issue);
  alertRows.splice(0, alertRows.length, ...left);
}

export const isLive =
  ({ projectStates }: MemoryState) =>
  ({ project }: { project: string }): boolean =>
    (projectStates.get(project)?.state ?? 'live') === 'live';
