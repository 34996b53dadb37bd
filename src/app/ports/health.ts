import type { Instant } from '../../domain/time/instant';
import type { Action } from '../../domain/timer/metric';
import type { IssueId, ProjectId } from './basics';
import type { Drift } from './checks';

/** What keeps work from being done, see {@link Holds}. */
export interface HoldInForce {
  readonly until: Instant;
  /** What Jira gave as the reason. */
  readonly reason: string;
  readonly butUrgent: boolean;
}

/** How far the app is in a project. */
export interface ProjectHealth {
  readonly project: ProjectId;
  /** Marks that wait, and when the oldest was set. */
  readonly waiting: number;
  readonly oldest: Instant | null;
  /** When an issue was judged last, for whatever reason. */
  readonly judgedAt: Instant | null;
  /** Up to when the hourly look has seen all changes. */
  readonly reconciledUntil: Instant | null;
  /** When the daily check came through last. */
  readonly checkedAt: Instant | null;
  /** How many timers it found otherwise than they were stored, as far as that is kept. */
  readonly drifts: number;
}

export type FoundDrift = Pick<Drift, 'issue' | 'project' | 'agreement' | 'metric' | 'foundAt'>;

/** An action of an alert that was not done for certain. */
export interface StepTrouble {
  readonly issue: IssueId;
  readonly project: ProjectId;
  readonly action: Action;
  readonly state: 'unsure' | 'refused';
  readonly at: Instant;
  /** Why Jira refused, as a code; empty where nobody knows. */
  readonly reason: string;
}

/** What administrators look at to see whether the app keeps up. */
export interface Health {
  holds(now: Instant): Promise<HoldInForce[]>;
  /** Live projects that have an agreement. */
  projects(): Promise<ProjectHealth[]>;
  /** The latest ones first. */
  drifts(limit: number): Promise<FoundDrift[]>;
  /** Those of alerts raised since then, the latest alerts first. */
  troubles(since: Instant, limit: number): Promise<StepTrouble[]>;
}
