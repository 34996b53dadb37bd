import type { Alert } from '../domain/alert/alert';
import type { Ahead } from '../domain/alert/foresee';
import type { RepairProposal } from '../domain/agreement/repair';
import type { Revision } from '../domain/agreement/revisions';
import type { KnownFields } from '../domain/agreement/known-field';
import type { ProjectShape } from '../domain/agreement/project-shape';
import type { DocumentKind, DocumentRevision, Documents, RevisionOf } from '../domain/documents';
import { minutes, type Instant, type Span } from '../domain/time/instant';
import type { Reference } from '../domain/timer/condition';
import type { Timer } from '../domain/timer/cycle';
import type { EvaluatedTimer } from '../domain/timer/evaluate';
import type { FieldId, FieldValues, History } from '../domain/timer/history';
import type { Action, MetricKind } from '../domain/timer/metric';
import type { PublishedState, PublishedWord } from '../domain/timer/published-state';
import type { Verdict } from '../domain/timer/standing';

/** Jira's own ids, digits as text. An issue keeps its id for life, whatever its key. */
export type IssueId = string;
export type ProjectId = string;
export type AccountId = string;

export interface Clock {
  now(): Instant;
}

export interface Ids {
  /** A new id that nobody else has. */
  next(): string;
}

/** Words for whoever runs the app; nothing that a user wrote may go in. */
export interface Log {
  warn(message: string, details?: Readonly<Record<string, string | number>>): void;
}

export interface IssueReading {
  readonly id: IssueId;
  readonly project: ProjectId;
  /** The issue's `updated` when it was read. */
  readonly updated: Instant;
  readonly history: History;
  /** Left out where that was not asked for. */
  readonly shown?: Shown;
}

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

/** Where a reading of all issues of a project begins: with those that somebody still works on. */
export const issueGroups = ['open', 'done'] as const;
export type IssueGroup = (typeof issueGroups)[number];

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
    group: IssueGroup,
    fields: readonly FieldId[],
    after: string | undefined,
  ): Promise<IssuePage>;
  /** About how many issues of a project, or of a group of them, the app may see. @throws JiraUnavailable, JiraRefused */
  count(project: ProjectId, group?: IssueGroup): Promise<number>;
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

/** Jira's id of a group, which stays when the group is renamed. */
export type GroupId = string;

export interface Groups {
  /**
   * Those of these groups that the site has and the app may see, each named by its name or its id.
   * @throws JiraUnavailable, JiraRefused
   */
  named(texts: readonly string[]): Promise<Reference[]>;
  /**
   * The groups that an account is in now; null when Jira does not tell, because it does not know the account, or because
   * the app may not browse groups.
   * @throws JiraUnavailable, JiraRefused
   */
  of(account: AccountId): Promise<{ readonly groups: readonly GroupId[] | null; readonly points: number }>;
}

export interface Rights {
  /** Whether the person who makes this call may administer the project. @throws JiraUnavailable */
  mayConfigure(project: ProjectId): Promise<boolean>;
  /**
   * Whether the person who makes this call administers Jira.
   *
   * @param account theirs, by which a yes is remembered for a minute.
   * @throws JiraUnavailable
   */
  mayAdminister(account: AccountId): Promise<boolean>;
}

/** What only the person who makes a call is shown; asked of Jira as that person. */
export interface Readers {
  /**
   * Their language, such as `zh_CN`; undefined when Jira does not say.
   * @throws JiraUnavailable
   */
  locale(): Promise<string | undefined>;
  /**
   * Where an issue is and when it changed last; undefined when they may not see it.
   *
   * @param issue its id, or its key.
   * @throws JiraUnavailable
   */
  issue(issue: IssueId): Promise<Pick<IssueReading, 'id' | 'project' | 'updated'> | undefined>;
}

/** A record, written as JSON, has at most so many characters, so that stores can page through records. */
export const LONGEST_RECORD = 60_000;

/** The same of each kind of document: of the kinds that there are many of, a page must hold more. */
export const LONGEST: Readonly<Record<DocumentKind, number>> = {
  draft: LONGEST_RECORD,
  look: LONGEST_RECORD,
  service: 10_000,
};

/** Stands for the whole site where records are kept by project: what its projects share. */
export const SITE: ProjectId = '0';

/** A change to definitions, or a repair: all its revisions come into force together, or none does. */
export interface Change {
  readonly id: string;
  /** `SITE` for what its projects share. */
  readonly project: ProjectId;
  readonly at: Instant;
  readonly actor: AccountId;
  /**
   * `prepare`: no issue is judged otherwise by it, such as a calendar that nothing counts on yet. `write`: it consists of
   * documents alone.
   */
  readonly action: 'import' | 'repair' | 'save' | 'prepare' | 'write';
  readonly revisions: readonly (Revision | DocumentRevision)[];
}

/** A record as somebody saved it once. */
export interface HistoryEntry<Doc> {
  readonly seq: number;
  readonly at: Instant;
  readonly actor: AccountId;
  readonly doc: Doc;
}

export interface Records {
  /** All committed revisions of a project's definitions, and of those that the site shares; of `SITE` these alone. */
  revisions(project: ProjectId): Promise<readonly Revision[]>;
  /** The latest revision of each document of a kind, by their ids. Of `SITE` those of the whole site. */
  documents<Kind extends DocumentKind>(project: ProjectId, kind: Kind): Promise<RevisionOf<Kind>[]>;
  /** The revisions of one document, the latest first, at most `limit`. */
  history<Kind extends DocumentKind>(
    project: ProjectId,
    record: { readonly kind: Kind; readonly id: string },
    limit: number,
  ): Promise<HistoryEntry<Documents[Kind]>[]>;
  /** Who made each change to the rules of a project, by its id. */
  actors(project: ProjectId): Promise<Map<Change['id'], AccountId>>;
  /**
   * Commits a change.
   * @throws SomebodyElseSaves when another change to the same records is under way or came first; nothing is changed then.
   */
  commit(change: Change): Promise<void>;
}

/** What an evaluation of an issue came to. */
export interface Evaluation {
  readonly issue: IssueId;
  readonly project: ProjectId;
  readonly outcome: 'timers' | 'not-covered' | 'unreadable';
  /** Null when the issue could not be read. */
  readonly issueUpdated: Instant | null;
  readonly evaluatedAt: Instant;
  /** The version of the rule book that it was judged by. */
  readonly ruleBook: string;
  readonly timers: readonly EvaluatedTimer[];
  readonly ahead: Ahead;
  /** What Jira showed of it when it was read; left out where it was not. */
  readonly shown?: Shown;
}

/** By what an issue was last judged, and when. */
export type Judged = Pick<Evaluation, 'issueUpdated' | 'ruleBook' | 'evaluatedAt'>;

export type StoredEvaluation = Omit<Evaluation, 'timers' | 'shown' | 'ahead'> & {
  readonly timers: readonly Timer[];
};

export interface Timers {
  /** Puts these in place of what was known of the same issues. */
  save(evaluations: readonly Evaluation[]): Promise<void>;
  of(issue: IssueId): Promise<StoredEvaluation | undefined>;
  /** Those of these issues that were ever judged. */
  judged(issues: readonly IssueId[]): Promise<Map<IssueId, Judged>>;
  /** Forgets an issue that was deleted, but not for some days that it was. */
  forget(issue: IssueId, at: Instant): Promise<void>;
  /** Those of these issues that were deleted lately. */
  deleted(issues: readonly IssueId[]): Promise<Set<IssueId>>;
  /** The next issues of a project that were ever judged, by their number. */
  evaluatedAfter(project: ProjectId, issue: IssueId, limit: number): Promise<IssueId[]>;
  /** What {@link of} gives, for at most 50 issues at once. */
  stored(issues: readonly IssueId[]): Promise<StoredEvaluation[]>;
  /** Whether an issue of a project was last judged by a rule book of another version. */
  hasOtherThan(project: ProjectId, ruleBook: string): Promise<boolean>;
}

/** That an issue may have changed. Every mark has a token of its own: only marks that were seen are ever removed. */
export interface DirtyMark {
  readonly issue: IssueId;
  readonly token: string;
}

export type SetMark = DirtyMark & {
  readonly project: ProjectId;
  readonly at: Instant;
  readonly by: 'event' | 'view';
};

export interface WaitingMark extends DirtyMark {
  /** When the issue was evaluated last; null if never. */
  readonly evaluatedAt: Instant | null;
}

export interface DirtyIssues {
  /** Sets marks, at most 200. */
  mark(...marks: readonly SetMark[]): Promise<void>;
  /** The oldest mark of a project, by (instant, token), of those set at `since` or later. */
  first(project: ProjectId, since?: Instant): Promise<{ token: string; at: Instant } | undefined>;
  /** Whether somebody who looked at the issue marked it after `since`. */
  viewedSince(project: ProjectId, issue: IssueId, since: Instant): Promise<boolean>;
  /**
   * Marks of a project that may be worked on at `now`, at most `limit`: those of issues evaluated after `lately` last, else
   * the oldest first. None while work is held (see {@link Holds}).
   */
  list(
    project: ProjectId,
    limit: number,
    at: { readonly now: Instant; readonly lately: Instant },
  ): Promise<WaitingMark[]>;
  remove(project: ProjectId, marks: readonly DirtyMark[]): Promise<void>;
}

export interface Drains {
  /** Has the drain of a project run soon; never two at once. */
  wake(project: ProjectId): Promise<void>;
  /** Has it run again at about `at`, unless it is to run again after `now` by an earlier call. */
  wakeLater(project: ProjectId, when: { readonly now: Instant; readonly at: Instant }): Promise<void>;
}

/** A reading of all issues of a project, done in turns, one page each (design §3.6). A project has at most one of a kind. */
export interface Job {
  readonly project: ProjectId;
  /** Another one each time it is started anew. */
  readonly id: string;
  readonly state: 'running' | 'paused' | 'done' | 'failed';
  /** The number of the turn to come, from 0. */
  readonly turn: number;
  /** The turn to come begins then at the earliest. */
  readonly dueAt: Instant;
  readonly group: IssueGroup;
  /** The page to come; null for the first of its group. */
  readonly page: string | null;
  /** Issues read so far. */
  readonly read: number;
  /** About how many there are; null before the first turn. */
  readonly total: number | null;
  readonly startedAt: Instant;
  readonly startedBy: AccountId;
  /** When a turn ended last, or somebody paused or resumed it. */
  readonly changedAt: Instant;
}

/** Names a turn of a job. */
export type Turn = Pick<Job, 'project' | 'id' | 'turn'>;

/** What a turn of a job changes. */
export type Progress<OneJob extends Job> = Omit<OneJob, keyof Turn | 'startedAt' | 'startedBy'>;

export interface Jobs<OneJob extends Job> {
  of(project: ProjectId): Promise<OneJob | undefined>;
  /** Puts this one in the place of the project's former one. */
  start(job: OneJob): Promise<void>;
  /** Ends `turn`; without effect when it was ended before or the job is another one by now. A pause stays one. */
  endTurn(turn: Turn, progress: Progress<OneJob>): Promise<void>;
  /** Changes `state` where it still is `from`. */
  setState(
    job: Pick<Job, 'project' | 'id'>,
    change: { from: Job['state']; to: Job['state']; at: Instant },
  ): Promise<void>;
  /** Has a turn run after `delay`; never two of a kind at once in a project. */
  wake(turn: Turn, delay: Span): Promise<void>;
}

/** Has all issues judged by the rules as they are. */
export type Backfill = Job;
export type BackfillProgress = Progress<Backfill>;

/** No turn of a backfill runs while the drain of the same project does. */
export interface Backfills extends Jobs<Backfill> {
  /** How many jobs of any kind run on the whole site, without those whose next turn was due before `since`: their wake-up is lost. */
  running(since: Instant): Promise<number>;
}

/** Finds out what a repair would change (engine rule 16). It writes no timers. */
export interface RepairPreview extends Job {
  readonly proposal: RepairProposal;
  /** The version of the rule book that it compares with. */
  readonly ruleBook: string;
  /** How many cycles it has looked at, and how many would be otherwise. */
  readonly timers: number;
  readonly changed: number;
  /** How many of those are kept as {@link CycleDifference}. */
  readonly kept: number;
  /** How many of those change from which verdict to which. */
  readonly verdicts: readonly VerdictChange[];
}

/** Null where there is no such cycle. */
export interface VerdictChange {
  readonly before: Verdict | null;
  readonly after: Verdict | null;
  readonly count: number;
}

/** How a cycle stands by some rules. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly due: Instant | null;
  readonly elapsed: Span;
}

/** A cycle that other rules judge otherwise. Null where there is no such cycle. */
export interface CycleDifference {
  readonly issue: IssueId;
  readonly agreement: string;
  readonly metric: string;
  readonly kind: MetricKind;
  readonly cycle: number;
  readonly before: Judgement | null;
  readonly after: Judgement | null;
}

export interface RepairPreviews extends Jobs<RepairPreview> {
  /** Keeps these beside what is kept already; one that is kept is written over. */
  keep(preview: Pick<Job, 'project' | 'id'>, differences: readonly CycleDifference[]): Promise<void>;
  /** Some of those that are kept, by issue, metric and cycle. */
  differences(
    preview: Pick<Job, 'project' | 'id'>,
    page: { readonly offset: number; readonly limit: number },
  ): Promise<CycleDifference[]>;
  /** Forgets the project's preview and all that is kept of it and of former ones, unless another has taken its place. */
  discard(preview: Pick<Job, 'project' | 'id'>): Promise<void>;
}

/** Work for which no message is under way any more, though one should be. */
export interface WaitingWork {
  /** No work may be done on the whole site, see {@link Holds}. */
  readonly isHeld: boolean;
  /** Projects with marks so old that the wake-up of their drain is lost. */
  readonly drains: readonly ProjectId[];
  /** Projects whose backfill runs, but has not gone on for long. */
  readonly lateBackfills: readonly ProjectId[];
  /** The same of previews of repairs. */
  readonly latePreviews: readonly ProjectId[];
  /** Projects that have been changed, by `actor` or others, since their last backfill was started. */
  readonly missingBackfills: readonly { readonly project: ProjectId; readonly actor: AccountId }[];
  /** Deleted projects of which something is left. */
  readonly deletedProjects: readonly ProjectId[];
  /** Whether an issue changes by itself soon, or an alert is left to finish. */
  readonly isSomethingAhead: boolean;
}

export interface Waiting {
  /** All of the site that waits at `now`; one statement. */
  at(now: Instant): Promise<WaitingWork>;
}

/** What stops the work in the background. Panels go on as far as they need nothing of Jira. */
export interface Holds {
  /**
   * Stops it on the whole site until then, because of what Jira says.
   *
   * @param hold with `butUrgent`, what cannot wait goes on: alerts whose instant has come, and what somebody looks at.
   */
  hold(hold: { readonly until: Instant; readonly reason: string; readonly butUrgent?: true }): Promise<void>;
  /**
   * Whether no work may be done that can wait: on the whole site or, where one is named, in that project, archived or
   * deleted.
   */
  isHeld(now: Instant, project?: ProjectId): Promise<boolean>;
  /** Whether on the whole site not even that may be done which cannot wait. */
  isUrgentHeld(now: Instant): Promise<boolean>;
}

/** The points that Jira grants the app an hour. */
export interface Quota {
  /** Whether Jira's latest answer in this process said that few are left: it does below a fifth. */
  isLow(): boolean;
}

/** `archived` and `deleted`, also only into the trash: nobody works there, and nothing is done for it. */
export type ProjectState = 'live' | 'archived' | 'deleted';

export interface Projects {
  /** What became of a project at an instant; without effect when more is known of later. */
  setState(project: ProjectId, state: ProjectState, at: Instant): Promise<void>;
  /** Since when work may be done there again that was stopped; undefined for a project that always was live, or is not. */
  liveAgainSince(project: ProjectId): Promise<Instant | undefined>;
  /** Live projects that have an agreement. */
  withAgreements(): Promise<ProjectId[]>;
  /** Forgets the timers of some issues of a project, and all jobs and marks. Whether there may be more. */
  forgetSome(project: ProjectId): Promise<boolean>;
}

/** A timer that was not stored as a fresh evaluation as of then has it. */
export interface Drift {
  readonly issue: IssueId;
  readonly project: ProjectId;
  readonly agreement: string;
  readonly metric: string;
  /** What each is, in JSON; empty where there is no such timer. */
  readonly stored: string;
  readonly fresh: string;
  readonly foundAt: Instant;
}

/** How far the hourly and the daily look are, and what they have found. */
export interface Checks {
  /** Up to when what changed in a project is known; undefined before the first look. */
  reconciledUntil(project: ProjectId): Promise<Instant | undefined>;
  setReconciledUntil(project: ProjectId, until: Instant): Promise<void>;
  /** The issue of a project that was checked last; `0` at the start of each round. */
  lastChecked(project: ProjectId): Promise<IssueId>;
  setLastChecked(project: ProjectId, issue: IssueId): Promise<void>;
  /** Notes that the daily look came through. */
  setChecked(project: ProjectId, at: Instant): Promise<void>;
  record(drifts: readonly Drift[]): Promise<void>;
  /** Forgets what was deleted, and what was found, before those instants. */
  clear(before: { readonly deletedBefore: Instant; readonly foundBefore: Instant }): Promise<void>;
}

/** The groups that an account was seen in (engine rule 9). */
export interface Membership {
  readonly account: AccountId;
  /** Since when that is known. */
  readonly seenAt: Instant;
  /** Null when Jira did not tell. */
  readonly groups: readonly GroupId[] | null;
  /** When the account was looked at last; null until all is done that a change calls for. */
  readonly readAt: Instant | null;
}

/** What Jira keeps no history of, as the app has seen it: what was seen stays, and what is seen anew is added. */
export interface Memberships {
  /** All that was ever seen of these accounts, in the order in which it was. */
  of(accounts: readonly AccountId[]): Promise<Membership[]>;
  /** Adds these; of an account and an instant the latest counts. */
  add(memberships: readonly Membership[]): Promise<void>;
  /** Notes when these accounts were looked at. */
  setRead(accounts: readonly AccountId[], at: Instant): Promise<void>;
  /** Accounts that were ever looked at, those first for whom it was longest ago, at most `limit`. */
  readLongestAgo(limit: number): Promise<AccountId[]>;
}

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

export interface Ports {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly issues: Issues;
  readonly publisher: Publisher;
  readonly publishedLater: LaterPublications;
  readonly projectFields: ProjectFields;
  readonly groups: Groups;
  readonly rights: Rights;
  readonly readers: Readers;
  readonly records: Records;
  readonly timers: Timers;
  readonly dirtyIssues: DirtyIssues;
  readonly drains: Drains;
  readonly backfills: Backfills;
  readonly repairPreviews: RepairPreviews;
  readonly waiting: Waiting;
  readonly holds: Holds;
  readonly quota: Quota;
  readonly projects: Projects;
  readonly checks: Checks;
  readonly memberships: Memberships;
  readonly health: Health;
  readonly thresholds: Thresholds;
  readonly alerts: Alerts;
  readonly actions: Actions;
}
