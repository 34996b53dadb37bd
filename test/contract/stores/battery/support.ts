import type {
  Alerts,
  Backfills,
  Change,
  Checks,
  DirtyIssues,
  Evaluation,
  Figures,
  Health,
  Holds,
  Memberships,
  Projects,
  Records,
  RepairPreviews,
  Thresholds,
  Timers,
  Usage,
  Waiting,
} from '../../../../src/app/ports';
import type { Revision } from '../../../../src/domain/agreement/revisions';
import type { Alert } from '../../../../src/domain/alert/alert';
import { hours, type Instant } from '../../../../src/domain/time/instant';
import {
  created,
  goal,
  linesOf,
  nineToFive,
  onWednesday,
  publication,
  resolutionMetric,
  timerOf,
} from '../../../support/builders';

export interface Stores {
  readonly records: Records;
  readonly timers: Timers;
  readonly figures: Figures;
  readonly dirtyIssues: DirtyIssues;
  readonly backfills: Backfills;
  readonly repairPreviews: RepairPreviews;
  readonly waiting: Waiting;
  readonly holds: Holds;
  readonly projects: Projects;
  readonly usage: Usage;
  readonly checks: Checks;
  readonly memberships: Memberships;
  readonly health: Health;
  readonly thresholds: Pick<Thresholds, 'before' | 'reached' | 'pass'>;
  readonly alerts: Alerts;
}

export const PROJECT = '10000';

export const { agreement } = publication([resolutionMetric([goal('Four hours', hours(4))])]);

export const calendarRevision = (change: string, seq: number, at: Instant): Revision => ({
  kind: 'calendar',
  change,
  seq,
  at,
  doc: { ...nineToFive, name: `Version ${seq}` },
});

export const importOf = (
  id: string,
  at: Instant,
  revisions: readonly Revision[],
  project = PROJECT,
): Change => ({
  id,
  project,
  at,
  actor: 'sam',
  action: 'import',
  revisions,
});

export function evaluation(
  issue: string,
  facts = [created(onWednesday('09:00'))],
  now = onWednesday('10:00'),
): Evaluation {
  const timers = [timerOf(facts, [publication([resolutionMetric([goal('Four hours', hours(4))])])], now)];
  return {
    issue,
    project: PROJECT,
    outcome: 'timers',
    issueUpdated: onWednesday('09:00'),
    evaluatedAt: now,
    ruleBook: 'change-1',
    timers,
    lines: linesOf(timers, facts, now),
    ahead: { change: null, alert: null },
  };
}

export const alert = (issue: string): Alert => ({
  issue,
  agreement: 'desk',
  metric: 'resolution',
  cycle: 1,
  threshold: 'soon',
  goal: 'Four hours',
  id: `alert-${issue}`,
  project: PROJECT,
  passedAt: onWednesday('09:59'),
  raisedAt: onWednesday('10:00'),
  said: {
    agreementName: '服务台',
    kind: 'resolution',
    mark: { atShare: 100 },
    timeZone: 'UTC',
    due: onWednesday('13:00'),
    left: hours(3),
  },
  steps: [{ action: { comment: `{left} “left”\n'now'` }, state: 'planned', at: onWednesday('10:00') }],
});

/** Opens empty stores. */
export type Open = () => Promise<Stores>;
