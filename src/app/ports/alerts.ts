import type { Alert } from '../../domain/alert/alert';
import { type Instant, minutes } from '../../domain/time/instant';
import type { Action } from '../../domain/timer/metric';
import type { IssueId, ProjectId } from './basics';

/** An issue whose instant has come. */
export interface Reached {
  readonly issue: IssueId;
  readonly project: ProjectId;
  /** Whether people are to be told of something; otherwise only how it stands has changed. */
  readonly alert: boolean;
}

/** Asks that these issues (at most {@link MOST_IN_MESSAGE}) are looked at when an instant has come. */
export interface ThresholdsMessage {
  readonly at: Instant;
  readonly issues: readonly IssueId[];
}

export const MOST_IN_MESSAGE = 100;

/**
 * What happens to issues by itself, at instants that are known ahead (design §3.4). None is told of in a project that is
 * archived or deleted.
 */
export interface Thresholds {
  /** Instants before `until` at which issues want to be looked at, the earliest first, at most `limit`; past ones too. */
  before(until: Instant, limit: number): Promise<{ readonly issue: IssueId; readonly at: Instant }[]>;
  /** Those of the issues whose instant was `at` or earlier and who were not looked at since. */
  reached(issues: readonly IssueId[], at: Instant): Promise<Reached[]>;
  /** Notes that they were. */
  pass(issues: readonly IssueId[], at: Instant): Promise<void>;
  /**
   * Has each message come back when its instant has come, or at once; not before `now`. An instant may be up to
   * {@link LONGEST_AHEAD} away.
   */
  push(messages: readonly ThresholdsMessage[], now: Instant): Promise<void>;
}

/** The longest time that a queue keeps a message back. */
export const LONGEST_AHEAD = minutes(15);

/** Alerts as they stand. Each is changed only by who holds it: a claim that nobody else can have at the same time. */
export interface Alerts {
  /** Keeps those whose key is not there yet, ready to be claimed from the instant at which they were raised. */
  raise(alerts: readonly Alert[]): Promise<void>;
  /** Those of the issues in live projects on which something is left to do that nobody is about to do at `now`. */
  open(issues: readonly IssueId[], now: Instant): Promise<Alert[]>;
  /** Takes an alert until `until`, under a claim of one's own; undefined when somebody else has it or it is finished. */
  claim(
    alert: Pick<Alert, 'issue' | 'id'>,
    claim: { readonly token: string; readonly now: Instant; readonly until: Instant },
  ): Promise<Alert | undefined>;
  /** Writes down how an alert stands; without effect under a claim that has passed on to somebody else. */
  write(alert: Alert, token: string): Promise<void>;
  /** Lets go of an alert, so that anybody may take it from `from` on. */
  release(alert: Pick<Alert, 'issue' | 'id'>, token: string, from: Instant): Promise<void>;
  /**
   * Those of a project that were raised from `from` on and before `to`, the latest first: of the next few hundred alerts of
   * the site, so that there may be few or none of the project among them though there is a next place.
   *
   * @param after where the reading before ended; undefined for the first.
   */
  raisedWithin(
    project: ProjectId,
    wanted: { readonly from: Instant; readonly to: Instant; readonly after: AlertPlace | undefined },
  ): Promise<{ readonly alerts: readonly Alert[]; readonly next: AlertPlace | undefined }>;
}

/** Up to where alerts were looked at, the latest first. */
export interface AlertPlace {
  readonly raisedAt: Instant;
  readonly id: Alert['id'];
}

/** What became of an action. */
export type ActionOutcome =
  | { readonly state: 'done' | 'unsure' }
  /** With the issue that it has made just now. */
  | { readonly state: 'done'; readonly made: IssueId }
  /** Jira will not have it, as a code such as `http-403`, or the app: `made-by-alert`. */
  | { readonly state: 'refused'; readonly reason: string };

/** What is done on issues, as the app. */
export interface Actions {
  /** The key of an issue; undefined when it is gone or hidden from the app. @throws JiraUnavailable */
  keyOf(issue: IssueId): Promise<string | undefined>;
  /**
   * Does it. What is made carries the alert's id.
   *
   * @param alert with the key of its issue.
   * @param how `repeat` when it may have been done before: what it would make is looked for first.
   * @throws JiraUnavailable; of mail it is certain then that none was sent, anything else may have been done.
   */
  perform(
    action: Action,
    alert: { readonly id: string; readonly issue: IssueId; readonly key: string },
    how: 'begin' | 'repeat',
  ): Promise<ActionOutcome>;
}
