import type { KnownFields } from '../../domain/agreement/known-field';
import type { ProjectShape } from '../../domain/agreement/project-shape';
import type { Instant, Span } from '../../domain/time/instant';
import type { FieldId, FieldValues, History } from '../../domain/timer/history';
import type { AccountId, IssueId, ProjectId } from './basics';
import type { Shown } from './publishing';

export interface IssueReading {
  readonly id: IssueId;
  readonly project: ProjectId;
  /** The issue's `updated` when it was read. */
  readonly updated: Instant;
  readonly history: History;
  /** Left out where that was not asked for. */
  readonly shown?: Shown;
}

/** Where a reading of all issues of a project begins: with those that somebody still works on. */
export const issueGroups = ['open', 'done'] as const;

export type IssueGroup = (typeof issueGroups)[number];

/** How far back `recent` goes. */
export const RECENT_DAYS = 30;
/** Issues that are looked for: a group, or those that somebody works on or that changed in the last {@link RECENT_DAYS} days. */
export type IssueSelection = IssueGroup | 'recent';

export interface IssuePage {
  readonly readings: readonly IssueReading[];
  /** Names the page after this one; none after the last. Jira forgets it after seven days. */
  readonly next: string | undefined;
  /** What this page took of the points that Jira grants an app an hour, as far as the app can tell. */
  readonly points: number;
}

export interface Issues {
  /**
   * What happened to these issues (at most 100), as the app may see it. Those that do not exist or that Jira hides from
   * the app are left out, and so are those that the app cannot make sense of.
   *
   * @param fields those whose values conditions ask about, beside the usual ones.
   * @throws JiraUnavailable, JiraRefused
   */
  read(ids: readonly IssueId[], fields: readonly FieldId[]): Promise<IssueReading[]>;
  /**
   * A page of the issues of a project as Jira's search finds them, which may be some seconds behind. Those that the app
   * cannot make sense of are left out.
   *
   * @param after the `next` of the page before; undefined for the first.
   * @throws JiraUnavailable; JiraRefused, also when `after` is too old.
   */
  page(
    project: ProjectId,
    selection: IssueSelection,
    fields: readonly FieldId[],
    after: string | undefined,
  ): Promise<IssuePage>;
  /** About how many issues of a project, or of a selection of them, the app may see. @throws JiraUnavailable, JiraRefused */
  count(project: ProjectId, selection?: IssueSelection): Promise<number>;
  /**
   * Issues of a project that were changed in the time until now, the latest last, a page of at most 100; the search may be
   * seconds behind.
   *
   * @param after the `next` of the page before; undefined for the first.
   * @throws JiraUnavailable, JiraRefused
   */
  changedWithin(
    project: ProjectId,
    time: Span,
    after: string | undefined,
  ): Promise<{ readonly issues: readonly ChangedIssue[]; readonly next: string | undefined }>;
  /**
   * Issues of a project that were created in the time until now, whole days, the youngest first, a page of at most 100; the
   * search may be seconds behind.
   *
   * @param fields those to be told of.
   * @param after the `next` of the page before; undefined for the first.
   * @throws JiraUnavailable; JiraRefused, also when `after` is too old.
   */
  createdWithin(
    project: ProjectId,
    time: Span,
    fields: readonly FieldId[],
    after: string | undefined,
  ): Promise<{ readonly issues: readonly PresentIssue[]; readonly next: string | undefined }>;
  /**
   * Issues of a project that somebody still works on and that have one of these accounts, a few, in one of these fields, a
   * page of at most 100; the search may be seconds behind.
   *
   * @param after the `next` of the page before; undefined for the first.
   * @throws JiraUnavailable, JiraRefused
   */
  openWith(
    project: ProjectId,
    held: { readonly fields: readonly FieldId[]; readonly accounts: readonly AccountId[] },
    after: string | undefined,
  ): Promise<{ readonly issues: readonly IssueId[]; readonly next: string | undefined }>;
}

/** How customers rate requests. */
export interface Ratings {
  /**
   * The stars that a customer gave a request, from 1 to 5; undefined where nobody rated it, where the issue is no request, and
   * where the app may not see it.
   *
   * @throws JiraUnavailable, JiraRefused
   */
  of(issue: IssueId): Promise<number | undefined>;
}

/** An issue as it is now. */
export interface PresentIssue {
  readonly key: string;
  /** Those that were asked for. */
  readonly fields: FieldValues;
}

/** An issue and its `updated`. */
export type ChangedIssue = Pick<IssueReading, 'id' | 'updated'>;

export interface ProjectFields {
  /** The fields that definitions of a project can refer to, as they are now. @throws JiraUnavailable, JiraRefused */
  in(project: ProjectId): Promise<KnownFields>;
  /** The same as a list, with all that a page needs to offer them. @throws JiraUnavailable, JiraRefused */
  listed(project: ProjectId): Promise<ProjectShape>;
}
