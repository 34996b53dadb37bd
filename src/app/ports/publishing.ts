import type { Instant, Span } from '../../domain/time/instant';
import type { Reference } from '../../domain/timer/condition';
import type { PublishedState, PublishedWord } from '../../domain/timer/published-state';
import type { IssueId, ProjectId } from './basics';

/** The custom fields of the app; null for one that is empty. */
export interface PublishedFields {
  readonly due: Instant | null;
  readonly state: PublishedWord | null;
  readonly agreement: string | null;
}

/**
 * What Jira shows of an issue's timers in fields and property. Anybody who may edit the issue can have changed the property,
 * so it is compared with what it should be and never believed.
 */
export interface Shown {
  /** Undefined for each that holds what the app would not have written; null where the site does not have the fields. */
  readonly fields: { readonly [Name in keyof PublishedFields]: PublishedFields[Name] | undefined } | null;
  /** Null where there is none; undefined for one that the app would not have written. */
  readonly property: PublishedState | null | undefined;
}

/** What is to be changed of what Jira shows of an issue. */
export interface Publication {
  readonly issue: IssueId;
  /** Fields that are left out stay. */
  readonly fields: Partial<PublishedFields>;
  /** Undefined when it stays. */
  readonly property: PublishedState | undefined;
}

/** Something that Jira does later; its id there. */
export type TaskId = string;

/** Where agents filter and sort by timers: in Jira itself (T9, design §2). */
export interface Publisher {
  /**
   * Writes these (at most 100). What Jira refuses for good is logged and left.
   *
   * @returns the task by which Jira will write the properties of several issues; undefined when nothing is left to be done.
   * @throws JiraUnavailable, also while Jira still writes properties of the same issues; some may be written then.
   */
  write(publications: readonly Publication[]): Promise<{ task: TaskId | undefined; points: number }>;
  /**
   * Those of these issues whose properties a task could not write; none when Jira has forgotten it.
   * @throws JiraUnavailable, also while the task is under way.
   */
  failed(task: TaskId, issues: readonly IssueId[]): Promise<IssueId[]>;
}

/** Where agents and goals see how urgent an issue is. */
export interface Priorities {
  /** Gives an issue a priority, as the app. @throws JiraUnavailable, JiraRefused */
  set(issue: IssueId, priority: Reference): Promise<void>;
}

/** What is to be looked after once more. */
export interface PublishedLater {
  readonly project: ProjectId;
  /** By which Jira was to write it; undefined for what Jira did not take at all. */
  readonly task: TaskId | undefined;
  /** When each issue was updated last, as far as what was written knew. */
  readonly issues: ReadonlyMap<IssueId, Instant>;
}

export interface LaterPublications {
  /** Has it looked after when so much time has passed; never while the drain of the same project runs. */
  look(published: PublishedLater, wait: Span): Promise<void>;
}
