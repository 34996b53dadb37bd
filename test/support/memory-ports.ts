import type {
  ActionOutcome,
  Backfill,
  Change,
  Drift,
  Evaluation,
  IssueSelection,
  IssueMade,
  IssueReading,
  IssueSeen,
  IssueWanted,
  Ports,
  ProjectState,
  ReplySent,
  Publication,
  PublishedLater,
  CycleDifference,
  RepairPreview,
  ThresholdsMessage,
} from '../../src/app/ports';
import type { Alert } from '../../src/domain/alert/alert';
import type { KnownField } from '../../src/domain/agreement/known-field';
import { instant, type Instant } from '../../src/domain/time/instant';
import type { Reference } from '../../src/domain/timer/condition';
import type { Action } from '../../src/domain/timer/metric';

import { memoryActions, memoryAlerts, memoryThresholds } from './memory/alerts';
import { memoryChecks } from './memory/checks';
import { type Mark, memoryDirtyIssues, memoryDrains } from './memory/drains';
import { memoryFigures } from './memory/figures';
import { memoryHealth } from './memory/health';
import { memoryIssues, memoryProjectFields, memoryRatings } from './memory/issues';
import { type AskedTurn, memoryBackfills, memoryRepairPreviews } from './memory/jobs';
import { memoryMemberships } from './memory/memberships';
import { memoryGroups, memoryNewIssues, memoryReaders, memoryReplies, memoryRights } from './memory/people';
import { memoryPriorities, memoryPublishedLater, memoryPublisher } from './memory/publishing';
import { memoryRecords } from './memory/records';
import { memoryUsage } from './memory/usage';
import { memoryTimers } from './memory/timers';
import { memoryHolds, memoryProjects, memoryQuota, memoryWaiting } from './memory/work';

/** What ports in memory keep, for tests to set and to look at. */
export interface MemoryState {
  now: Instant;
  /** The projects that whoever calls may see. */
  readonly browsable: Set<string>;
  mayEdit: boolean;
  mayConfigure: boolean;
  /** By Jira's permission for it. */
  mayMonitor: boolean;
  mayAdminister: boolean;
  /** What the reader's language is; an error when Jira does not answer. */
  locale: string | undefined | Error;
  /** Issues that people wanted to have made, the oldest first. */
  readonly issuesWanted: IssueWanted[];
  /** What Jira makes of the next; an error when it does not answer. */
  issueMade: IssueMade | Error;
  /** What customers were told, the oldest first. */
  readonly repliesSent: { readonly issue: string; readonly id: string; readonly text: string }[];
  /** What Jira makes of the next; an error when it takes it and does not answer. */
  replyAnswer: ReplySent | Error;
  /** Whether whoever calls may see no issue at all. */
  hidden: boolean;
  /** The types that issues of every project can have. */
  issueTypes: readonly Reference[];
  /** Issues as whoever calls sees them, by their type, the youngest first. */
  readonly issuesSeen: (IssueSeen & { readonly type: string })[];
  readonly inJira: Map<string, IssueReading>;
  /** What a search finds, page by page; without any, each selection is one page of the issues in Jira that are in it. */
  searchPages: (selection: IssueSelection, page: number) => { readings: IssueReading[]; last: boolean };
  /** How many stars customers gave, by issue. */
  readonly stars: Map<string, number>;
  /** The issues whose stars were asked for, the oldest first. */
  readonly askedStarsOf: string[];
  readonly backfillOf: Map<string, Backfill>;
  /** Turns that were asked for, the oldest first. */
  readonly turns: AskedTurn[];
  readonly previewOf: Map<string, RepairPreview>;
  /** Turns of previews that were asked for, the oldest first. */
  readonly previewTurns: AskedTurn[];
  /** By project and preview. */
  readonly differences: Map<string, Map<string, CycleDifference>>;
  readonly values: Map<string, KnownField>;
  readonly changes: Change[];
  readonly evaluations: Map<string, Evaluation>;
  readonly marks: Mark[];
  readonly woken: string[];
  /** Drains that are to run at an instant. */
  readonly wokenLater: Map<string, Instant>;
  readonly deleted: Map<string, Instant>;
  readonly lastChecked: Map<string, string>;
  readonly reconciled: Map<string, Instant>;
  readonly checked: Map<string, Instant>;
  readonly drifts: Drift[];
  /** In which groups Jira says an account is; null, or none at all, where it does not tell. */
  readonly groupsOf: Map<string, readonly string[] | null>;
  /** What the site's groups are called, by id. */
  readonly groupNames: Map<string, string>;
  /** Accounts that Jira was asked about, the oldest first. */
  readonly askedGroupsOf: string[];
  heldUntil: Instant | undefined;
  readonly holdReasons: Map<boolean, string>;
  /** Until when work is held that can wait. */
  waitsUntil: Instant | undefined;
  /** Whether Jira says that few points are left. */
  isQuotaLow: boolean;
  readonly projectStates: Map<string, { state: ProjectState; since: Instant }>;
  /** Messages for instants to come, the oldest first. */
  readonly pushed: ThresholdsMessage[];
  readonly alertRows: { alert: Alert; actAt: Instant | null; claim: string | undefined }[];
  /** What was done on issues, in its order. */
  readonly acts: { issue: string; action: Action; how: 'begin' | 'repeat' }[];
  /** What Jira makes of an action; an error when it does not answer. */
  outcome: (action: Action) => ActionOutcome | Error;
  /** How often issues were read from Jira. */
  reads: number;
  /** What was written to Jira, the oldest first. */
  readonly publications: Publication[];
  /** Priorities that were given to issues, the oldest first. */
  readonly prioritiesSet: { readonly issue: string; readonly priority: string }[];
  /** The task to which properties of several issues are left; those of all are written at once without one. */
  task: string | undefined;
  /** What is to be looked after, the oldest first. */
  readonly looks: (PublishedLater & { readonly at: Instant })[];
}

/** Ports that keep everything in memory. */
export type MemoryPorts = MemoryState & Ports;

export function memoryPorts(now: Instant): MemoryPorts {
  let lastId = 0;
  const state: MemoryState = {
    now,
    browsable: new Set(['10000']),
    mayEdit: true,
    mayConfigure: true,
    mayMonitor: false,
    mayAdminister: true,
    locale: 'en_US',
    issuesWanted: [],
    issueMade: { id: '30001', key: 'ITSD-9001', leftOut: [] },
    repliesSent: [],
    replyAnswer: { sent: true },
    hidden: false,
    issueTypes: [],
    issuesSeen: [],
    inJira: new Map(),
    searchPages: (selection) => ({
      readings: selection === 'done' ? [] : [...state.inJira.values()],
      last: true,
    }),
    stars: new Map(),
    askedStarsOf: [],
    backfillOf: new Map(),
    turns: [],
    previewOf: new Map(),
    previewTurns: [],
    differences: new Map(),
    values: new Map(),
    changes: [],
    evaluations: new Map(),
    marks: [],
    woken: [],
    wokenLater: new Map(),
    deleted: new Map(),
    lastChecked: new Map(),
    reconciled: new Map(),
    checked: new Map(),
    drifts: [],
    groupsOf: new Map(),
    groupNames: new Map(),
    askedGroupsOf: [],
    heldUntil: undefined,
    holdReasons: new Map(),
    waitsUntil: undefined,
    isQuotaLow: false,
    projectStates: new Map(),
    pushed: [],
    alertRows: [],
    acts: [],
    outcome: () => ({ state: 'done' }),
    reads: 0,
    publications: [],
    prioritiesSet: [],
    task: undefined,
    looks: [],
  };
  return Object.assign(state, {
    clock: { now: () => state.now },
    ids: { next: () => `id-${String((lastId += 1)).padStart(4, '0')}` },
    log: { warn: () => undefined },
    issues: memoryIssues(state),
    ratings: memoryRatings(state),
    publisher: memoryPublisher(state),
    priorities: memoryPriorities(state),
    publishedLater: memoryPublishedLater(state),
    groups: memoryGroups(state),
    projectFields: memoryProjectFields(state),
    rights: memoryRights(state),
    readers: memoryReaders(state),
    newIssues: memoryNewIssues(state),
    replies: memoryReplies(state),
    records: memoryRecords(state),
    timers: memoryTimers(state),
    figures: memoryFigures(state),
    dirtyIssues: memoryDirtyIssues(state),
    drains: memoryDrains(state),
    backfills: memoryBackfills(state),
    repairPreviews: memoryRepairPreviews(state),
    waiting: memoryWaiting(state),
    holds: memoryHolds(state),
    quota: memoryQuota(state),
    checks: memoryChecks(state),
    memberships: memoryMemberships(),
    health: memoryHealth(state),
    usage: memoryUsage(state),
    projects: memoryProjects(state),
    thresholds: memoryThresholds(state),
    alerts: memoryAlerts(state),
    actions: memoryActions(state),
  });
}

export const afterwards = (ports: MemoryPorts, ms: number): void => {
  ports.now = instant(ports.now + ms);
};
